namespace SupportBot.Dialogs.Phrases;

/// <summary>Words about what the product does in the background.</summary>
internal static class AboutWork
{
    public const string GivenUp =
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. Our support team can see that. "
        + "I can look at your account again, or press \"Talk to a person\" and somebody takes over from here.";

    public static string GivenUpWithTicket(string? reference) =>
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. "
        + (reference is null
            ? "Our support team can see that, and a person will answer here."
            : $"Your request {reference} is safe with our support team, and a person will answer here.");
}
