namespace SupportBot.Dialogs.Phrases;

/// <summary>What is said about waiting, and about telling when it is over.</summary>
internal static class AboutWaiting
{
    public const string NothingToWaitFor = "There is nothing that I'm waiting for at the moment. I can look at your account first, and then tell you when something changes.";

    public const string WillNotTell = "All right, I won't write by myself. Ask me whenever you want me to look again.";

    public const string NothingToCancel = "I had nothing to tell you about later, so I won't write by myself.";

    public const string Changed = "You asked me to tell you when this changes, and it has.";

    public const string TimeIsOver = "You asked me to tell you when this changes. The time for it is over, I've just looked, and it is still the same.";

    public const string NotKnown =
        "You asked me to tell you when this changes. I have now looked as often as I do by myself, and this last time I could not see how it stands.";

    private const string Leave = "You can close this chat. If you'd rather not hear from me, say \"Don't tell me\".";

    public static string WillTell(string? until) => Listing.Paragraphs(
        until is null
            ? "I'll look again by myself from time to time and write here, once, when it changes."
            : $"I'll look again by myself and write here, once, when it changes. If nothing has happened by {until}, I'll tell you that too.",
        Leave);

    public static string AlreadyLooking(string? until) => Listing.Paragraphs(
        until is null
            ? "I'm already looking out for that, and will write here when it changes."
            : $"I'm already looking out for that, and will write here when it changes, or when {until} has passed.",
        Leave);
}
