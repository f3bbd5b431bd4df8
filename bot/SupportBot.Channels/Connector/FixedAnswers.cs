namespace SupportBot.Channels.Connector;

/// <summary>What is said where there is no conversation to lead.</summary>
internal static class FixedAnswers
{
    public const string UnknownThread =
        "I bring sellers' cases to the support channel, each in a thread of its own, and pass on what is written there. "
        + "I know no case here, so nothing was passed on. To answer a seller, please write in the thread of their case.";

    public const string UnknownCard = "I no longer know the case of this card, so nothing was changed. Please look for its thread in the support channel.";

    public const string OtherChannel =
        "I cannot help on this channel, and nobody reads it. Please open the blue chat icon in Link My Books: I can look at your "
        + "account there, and a person is one click away.";
}
