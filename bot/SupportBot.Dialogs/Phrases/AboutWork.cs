namespace SupportBot.Dialogs.Phrases;

/// <summary>Words about what the product does in the background.</summary>
internal static class AboutWork
{
    public const string GivenUp =
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. Our support team can see that. "
        + "I can look at your account again, or press \"Talk to a person\" and somebody takes over from here.";

    public static string SupportActed(string action) => $"Good news from our support team: {Did(action)}. I've looked at your account again.";

    /// <summary>The same while a person has the case, who goes on from there.</summary>
    public static string SupportActedMeanwhile(string action) =>
        $"Good news from our support team: {Did(action)}. I've looked at your account again, and what they had to put right is fine now. They'll go on with you here.";

    private static string Did(string action) => action switch
    {
        "reconnect-channel" => "they have renewed this channel's link to your books",
        "rerun-vat" => "they have fetched the VAT reports of this settlement again",
        "reset-settlement" => "they have reset the settlement that was stuck",
        _ => "they have done their part",
    };

    public static string GivenUpWithTicket(string? reference) =>
        "I'm sorry: something I had promised to do for you could not be done, although I tried it many times. "
        + (reference is null
            ? "Our support team can see that, and a person will answer here."
            : $"Your request {reference} is safe with our support team, and a person will answer here.");
}
