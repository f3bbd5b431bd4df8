namespace SupportBot.Dialogs.Phrases;

/// <summary>Words about what the product does in the background.</summary>
internal static class AboutWork
{
    public const string GivenUp =
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. Our support team can see that. "
        + "I can look at your account again, or press \"Talk to a person\" and somebody takes over from here.";

    public static string SupportActed(string action) => action switch
    {
        "reconnect-channel" => "Good news from our support team: they have renewed this channel's link to your books. I've looked at your account again.",
        "rerun-vat" => "Good news from our support team: they have fetched the VAT reports of this settlement again. I've looked at your account again.",
        "reset-settlement" => "Good news from our support team: they have reset the settlement that was stuck. I've looked at your account again.",
        _ => "Good news from our support team: they have done their part. I've looked at your account again.",
    };

    public static string GivenUpWithTicket(string? reference) =>
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. "
        + (reference is null
            ? "Our support team can see that, and a person will answer here."
            : $"Your request {reference} is safe with our support team, and a person will answer here.");
}
