using System.Globalization;
using SupportBot.Knowledge.Sending;

namespace SupportBot.Dialogs.Phrases;

/// <summary>Words about sending a settlement for the person.</summary>
internal static class AboutSending
{
    public const string OrSendForYou = "I can send it for you: press \"Send it now\".";

    public const string NotNow = "I haven't sent it, because I looked once more first, and something stands in the way.";

    public const string Declined = "All right, I won't send it. It stays ready: have me send it later, or send it in Link My Books and tell me.";

    public const string OnItsWay = "I'm already sending it. I'll write here as soon as I know that it has arrived.";

    public static string Started(string settlement, string platform) =>
        $"I'm sending this settlement to {platform}: {settlement}. I'll look for it there afterwards and tell you what I find.";

    public static string Progress(ReaderFormat format, SendReport report)
    {
        var platform = Listing.Platform(report.Platform);
        return Listing.Paragraphs(
            $"{report.Parts.Count(p => p.Stands == true)} of {report.Parts.Count} parts are in {platform} so far.",
            string.Join('\n', report.Parts.Select(p => Line(format, p, platform))));
    }

    /// <summary>What came of it; why it did not work is for the look at the account that follows.</summary>
    /// <param name="withLinks">False where buttons beside the words lead to the documents.</param>
    public static string Result(ReaderFormat format, SendReport report, bool withLinks = true)
    {
        var platform = Listing.Platform(report.Platform);
        return report.Result switch
        {
            SendResult.Sent => Listing.Paragraphs(Arrived(report, platform), Documents(format, report, withLinks)),
            SendResult.AlreadySent => Listing.Paragraphs("This settlement had been sent already, so I have not sent it again.", Documents(format, report, withLinks)),
            SendResult.NotReady => Listing.Paragraphs("Link My Books does not let this settlement be sent at the moment, so nothing was sent.", Quoted("It says", report.Error)),
            SendResult.AlreadyThere =>
                $"I have not sent it: {platform} already has a document with this settlement's number, although Link My Books shows the settlement as not sent. Sending would make a second one.",
            SendResult.PartlyPosted => "I have not sent it, because a part of it is already there.",
            SendResult.Refused => Listing.Paragraphs(
                report.Parts.Any(p => p.Stands == true) ? $"{platform} did not take all of it." : $"{platform} did not take it.", Quoted("The message was", report.Error), "I'm looking for the reason."),
            SendResult.Nothing =>
                $"I sent it, and {platform} gave no error. But when I looked for the document there, it was not there, so it has not arrived. I'm looking at what may be behind that.",
            _ => $"I tried, but {platform} did not answer clearly, and I could not find out whether the document arrived. Please don't send it again yourself: that could make a second one.",
        };
    }

    public static string CannotSeeParts(string platform) =>
        $"I can't read from {platform} at the moment which parts are there, so I won't send anything: guessing could count a part twice. "
        + "Please don't send the settlement again yourself either. We can look again in a moment, or a person can help.";

    public static string Parts(ReaderFormat format, SendReport report)
    {
        var platform = Listing.Platform(report.Platform);
        var missing = report.Parts.Count(p => p is { Stands: false, IsSent: false });
        return Listing.Paragraphs(
            $"This is what I have just read from {platform}, part by part:",
            string.Join('\n', report.Parts.Select(p => Line(format, p, platform))),
            missing == 0
                ? null
                : $"If that looks right to you, I can send only what is missing: press \"Send only what is missing\". What is there stays as it is.",
            $"If you would rather start afresh: a rollback in Link My Books (Action > Rollback, of the whole settlement) undoes its payments and voids what is in {platform}; after that it "
            + "can be refreshed and sent as a whole. I never do that unasked, and your accountant may want to know first.");
    }

    private static string Arrived(SendReport report, string platform) => report.Parts.Count == 1
        ? $"Done: the settlement is in {platform}. I have just read the document back from there."
        : $"Done: the settlement is in {platform}, in {report.Parts.Count} parts. I have just read every one of them back from there.";

    private static string Documents(ReaderFormat format, SendReport report, bool withLinks) => string.Join('\n', report.Parts.Select(p =>
        $"{p.Number}, dated {format.Day(p.Date)}{(withLinks && p.Link is { } link ? $": {link.AbsoluteUri}" : "")}"));

    private static string Line(ReaderFormat format, SendPart part, string platform)
    {
        var month = DateOnly.ParseExact(part.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var there = part.Stands == true ? $"in {platform} as {part.Number}, dated {format.Day(part.Date)}" : $"not in {platform}";
        var here = (part.IsSent, part.Stands) switch
        {
            (true, false) => ", although Link My Books shows it as sent",
            (false, true) => ", although Link My Books shows it as not sent",
            _ => "",
        };
        return $"{month}: {there}{here}";
    }

    private static string? Quoted(string lead, string? error) => string.IsNullOrWhiteSpace(error) ? null : $"{lead}: \"{error.Trim()}\"";
}
