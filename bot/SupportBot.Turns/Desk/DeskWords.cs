namespace SupportBot.Turns.Desk;

/// <summary>What agents read in a ticket's thread.</summary>
internal static class DeskWords
{
    public const string Failed = "Something went wrong on our side. Nothing was changed; please try again.";

    public static string NotPassedOn(string why) => $"Your message was not passed on to the seller. {why}";

    /// <summary>For a press whose answer came too late to be shown.</summary>
    public static string NotDone(string agent, string why) => $"{agent}, what you pressed a moment ago was not done. {why}";

    public const string AlreadySent = "The seller has this message already. You changed nothing.";

    public static string GoesOnElsewhere(string reference, string current) =>
        $"The seller's conversation goes on as {current}, so {reference} stays as it is. Please answer in the thread of {current}.";

    public static string NothingLeft(IReadOnlyList<string> names) => $"{Cannot(names)} Please send it another way.";

    public static string FilesLost(IReadOnlyList<string> names) =>
        $"The seller got your message, but not all of it. {Cannot(names)} Please send it another way.";

    public static string Unclaimed(string reference, string seller) => $"Nobody has taken {reference} of {seller} yet. Press Claim on the card to take it.";

    /// <summary>Stands beside mentions, which are markup: no words of others may.</summary>
    public static string OnCall(string reference) => $"{reference} is still waiting. Please take it, or find somebody who can.";

    /// <summary>Stands beside a mention of whom it was given to.</summary>
    public static string Given(string reference) => $"{reference} was given to you. Its card says by whom.";

    public static string Silent(string reference, string agent) => $"{agent} has not answered {reference} for a while, so anybody may take it over on the card.";

    public const string ReopenedBySeller = "The seller has opened this case again. It is waiting for somebody.";

    public static string WantsSupportAgain(string about) => $"The seller had gone on with the assistant, and wants support again: {about}";

    public static string Awake(string reference) => $"{reference} was put off until now. It is waiting for somebody again.";

    private static string Cannot(IReadOnlyList<string> names) =>
        $"This could not be passed on: {string.Join(", ", names)}. Only pictures, PDF and text files of up to 10 MB can.";
}
