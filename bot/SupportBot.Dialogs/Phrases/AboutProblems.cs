using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Phrases;

/// <summary>What is said about a look at the account. What each cause means stands in the articles.</summary>
internal static class AboutProblems
{
    public const string FixFollows = "Tell me when it's done, and I'll check it again.";

    public const string SendFollows = "Tell me when you've sent it, and I'll check that it arrived. If nothing happens, tell me that too.";

    public const string StillThereNow = "I've just checked again, and it is still there.";

    public const string CouldNotLook =
        "I'm sorry, I couldn't look at your account just now, so I can't say what is the matter. We can try again in a moment, or a person can help.";

    public const string WillLookAgain = "I'll look again by myself in a moment and tell you if I learn more.";

    public const string LookedAgain = "I could look again now, and have an answer.";

    public const string OneMore = "One more thing…";

    public const string NothingWrong = "I looked at your account and found nothing wrong. There is no settlement waiting to be sent.";

    public const string AllSentHeadline = "Nothing is waiting to be sent";

    public const string NoUnsent = "There is no settlement of yours waiting to be sent at the moment.";

    public const string OnlyOne = "There is one settlement of yours waiting to be sent, so I looked at that.";

    public const string PickOne = "Which settlement do you mean? Pick one, or tell me its channel and date.";

    public const string WhyPick =
        "Each line is one settlement, that is one payout, which hasn't been sent. Pick the one you mean, by its button or its number, and I'll look at just that one.";

    public const string TriedEverything =
        "We've been through what can be done from here, and the check still doesn't pass. I'd like our support team to take a look.";

    public const string OnlySupportLeft =
        "You have already done what can be done from your side, and it still comes back. Our support team takes it from here.";

    public const string NothingMoved =
        "You've tried to send it and there is still nothing that I can see: every check passes, and the settlement is where it was. "
        + "That is as far as I can look, so our support team should. If you remember what happened when you pressed send, add it to the message below.";

    public const string CannotConfirm =
        "I couldn't check that again just now, so I can't tell you yet whether it worked.";

    public static string ReconnectSeen(string platform) => $"Thank you: you have approved the connection in {platform}. I'm checking again now.";

    public static string ConnectionIsBack(string platform) => $"By the way: {platform} is connected to Link My Books again.";

    public static string ThisIs(string settlement) => $"I looked at this settlement: {settlement}.";

    public static string AllSent(string latest) => $"The latest settlement is this one: {latest}.";

    public static string FirstOfSeveral(int unsent, string settlement) =>
        $"You have {unsent} settlements that haven't been sent. I'm starting with this one: {settlement}.";

    public static string Saw(IEnumerable<string> facts) => $"What I saw: {Listing.Sentences(facts)}";

    public static string MoreRemain(int others) => others == 1
        ? "There is one more problem after this. We'll take them one at a time."
        : $"There are {others} more problems after this. We'll take them one at a time.";

    public static string StillThere(IEnumerable<string> facts) => $"I've just checked again, and it still shows. {Listing.Sentences(facts)}";

    public static string StillThereBefore(IEnumerable<string> facts) => $"I've looked again, and it is the same. {Listing.Sentences(facts)}";

    public static string SomeProgress(IEnumerable<string> facts) => $"I've checked again: some of it is done, and this is left. {Listing.Sentences(facts)}";

    public static string StillWaiting(string message) => $"I've looked again and nothing has changed yet. {message}";

    public static string Verified(string sentence) => $"I checked again, and that is solved. {sentence}";

    public static string ReadyToSend(string settlement, string platform) =>
        $"This settlement can be sent now: {settlement}. {AboutSending.OrSendForYou} Or do it in Link My Books: Settlements, then Action > Send to {platform}.";

    public static string HasBeenSent(string settlement) => $"This settlement has been sent: {settlement}.";

    public static string NotSentYet(string settlement) => $"I've looked again. This settlement has not been sent yet: {settlement}.";

    public static string Credit(string tried) =>
        $"I know you have already {tried}, thank you. The check still finds the problem, so please go through these steps as they stand.";

    public static string NotYours(string role, IReadOnlyList<string> allowed) =>
        $"Your role in Link My Books is {Name(role)}, which can't change this. {Capital(Listing.Of([.. allowed.Select(a => $"an {Name(a)}")], "or"))} can.";

    public static string InAccounting(string platform) => $"This is put right in {platform}, by someone who may change settings there. If that is somebody else, I'll write a note for them: press \"Someone else has to do this\".";

    public static string LastPosted(MappingSuggestion suggestion, string? accountName, string day, string platform)
    {
        var rate = suggestion.TaxRate is { } taxRate ? $" with tax rate {taxRate}" : "";
        var named = string.IsNullOrWhiteSpace(accountName) ? suggestion.Account : $"{suggestion.Account} {accountName}";
        var account = $"Last time, '{suggestion.Category}' went to account {named}{rate}, on {day}.";
        return suggestion.AccountStillActive switch
        {
            true => $"{account} That account is still active in {platform}.",
            false => $"{account} That account is no longer active in {platform}, so please choose another one.",
            null => $"{account} I couldn't check whether that account is still active in {platform}.",
        };
    }

    public static string CouldNotCheck(IReadOnlyList<CheckResult> checks)
    {
        var unknown = checks.Where(c => c.Outcome == CheckOutcome.Unknown).Select(c => CheckTitle(c.Check)).ToList();
        var passed = checks.Where(c => c.Outcome == CheckOutcome.Passed).Select(c => CheckTitle(c.Check)).ToList();
        return Listing.Paragraphs(
            unknown.Count > 0 ? $"I could not check {Listing.Of(unknown)}, so I can't say that it is all right." : null,
            passed.Count > 0 ? $"What I could check is in order: {Listing.Of(passed)}." : null);
    }

    public static string AlsoPassed(string check) => $"You mentioned {CheckTitle(check)}: I looked at that too, and it is in order.";

    public static string NotFound(string? what) => what is null
        ? "I couldn't find a settlement like that in your account."
        : $"I couldn't find a settlement for {what} in your account.";

    public static string SeveralFit(int count) => $"{count} settlements fit that. Which one do you mean?";

    public const string AlreadyOnIt = "That is the settlement we're already looking at.";

    private static string CheckTitle(string check) => check switch
    {
        CheckName.AccountingConnection => "the connection to your books",
        CheckName.Permission => "the permissions in your books",
        CheckName.Mappings => "your account mappings",
        CheckName.TaxRates => "your tax rates",
        CheckName.BankAccount => "your bank accounts",
        CheckName.ChannelLink => "the link of the sales channel",
        CheckName.MultiMonthVat => "the VAT figures over the month end",
        CheckName.StuckSending => "whether a send is stuck",
        CheckName.SettlementStatus => "the status of the settlement",
        CheckName.SalesChannel => "the connection to the marketplace",
        CheckName.PeriodLock => "the lock date in your books",
        CheckName.PlanLimit => "the limits of your plan",
        CheckName.Currency => "the currency",
        CheckName.DuplicateDocument => "the document number",
        _ => check.Replace('-', ' '),
    };

    private static string Name(string role) => role switch
    {
        Role.Basic => "Basic user",
        Role.Accountant => "Accountant",
        Role.Admin => "Admin",
        Role.Owner => "Owner",
        _ => role,
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
