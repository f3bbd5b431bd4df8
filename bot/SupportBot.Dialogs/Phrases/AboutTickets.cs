using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Phrases;

/// <summary>What is said about handing over to a person. Nothing is promised before the ticket exists.</summary>
internal static class AboutTickets
{
    public const string NothingSent = "All right, nothing has been sent. I'll keep what is filled in: say \"Send to support\" if you change your mind.";

    public const string NothingToSend = "There is no message waiting to be sent. If you'd like a person, press \"Talk to a person\".";

    public const string CardReplaced = "That card is out of date, so I've left everything as it is.";

    public const string CardUsed = "You've already used that card, so I've left everything as it is.";

    public const string StillUnsent = "Your message to support has not been sent yet. Shall I send it?";

    public const string Added = "I've added that to the message. Here it is again:";

    public const string LookItOver = "I've filled in a message to our support team. Please look it over, change what you like, and send it.";

    public static string WithSupport(string reference) => $"Your message is with our support team. The reference is {reference}.";

    public static string AlreadySent(string reference) => $"That has already gone to our support team as {reference}. Nothing was sent twice.";

    public static string Confirm(TicketDraft draft, ReaderFormat format) => Listing.Paragraphs(
        LookItOver,
        Facts(draft, format));

    public static string Ask(IReadOnlyList<string> fields) =>
        $"Our support team needs one more thing to act on this: {Listing.Of([.. fields.Select(Question)])}?";

    public static string Receipt(string reference, TicketDraft draft, ReaderFormat format, string next) => Listing.Paragraphs(
        WithSupport(reference),
        Facts(draft, format),
        next);

    public static string Invalid(IReadOnlyList<string> errors) => Listing.Paragraphs("I haven't sent it yet.", Listing.Sentences(errors));

    public static string NotADate(string field) => $"The {FieldName(field)} is not a date I can read; please write it as year-month-day, such as 2026-03-14.";

    public const string EndBeforeStart = "The settlement ends before it starts; please look at the two dates again.";

    public static string Needed(string field) => $"Our support team needs the {FieldName(field)}, so please don't leave it empty.";

    public static string TooLong(string field, int most) => $"The {FieldName(field)} is too long; please keep it under {most} characters.";

    public static string SellerAdded(string text) => $"The seller added: {text}";

    public const string SellerPressed = "The seller pressed a button of an older card.";

    public static string SellerReconnected(string platform) => $"The seller reconnected {platform} from the chat.";

    public static string SellerAddedFiles(IReadOnlyList<string> names) => $"The seller added files: {string.Join(", ", names)}";

    private static string Facts(TicketDraft draft, ReaderFormat format)
    {
        var facts = new List<string>();
        if (draft.SalesChannel is { } channel)
        {
            facts.Add($"Sales channel: {channel}.");
        }

        if (draft.Marketplace is { } marketplace)
        {
            facts.Add($"Marketplace: {marketplace}.");
        }

        if (draft is { SettlementFrom: { } from, SettlementTo: { } to })
        {
            facts.Add($"Settlement: {format.Days(from, to)}.");
        }
        else if (draft.SettlementDate is { } day)
        {
            facts.Add($"Settlement date: {format.Day(day)}.");
        }

        if (draft.AlsoSettlements.Count > 0)
        {
            facts.Add($"The same holds for {Listing.Of(draft.AlsoSettlements)}.");
        }

        if (draft.ErrorText is { } error)
        {
            facts.Add($"Error: \"{error}\".");
        }

        if (draft.TriedSteps.Count > 0)
        {
            facts.Add($"Already tried: {Listing.Of(draft.TriedSteps)}.");
        }

        return string.Join(' ', facts);
    }

    private static string Question(string field) => field switch
    {
        TicketField.SalesChannel => "which sales channel is it, as Link My Books shows it",
        TicketField.Marketplace => "which marketplace is it",
        TicketField.SettlementDate => "what is the date of the settlement",
        TicketField.SettlementFrom => "on which day does the settlement start",
        TicketField.SettlementTo => "on which day does it end",
        TicketField.ErrorText => "what does the error message say",
        _ => field,
    };

    private static string FieldName(string field) => field switch
    {
        TicketField.SalesChannel => "sales channel",
        TicketField.Marketplace => "marketplace",
        TicketField.SettlementDate => "settlement date",
        TicketField.SettlementFrom => "first day",
        TicketField.SettlementTo => "last day",
        TicketField.ErrorText => "error message",
        _ => field,
    };
}
