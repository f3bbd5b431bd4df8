namespace SupportBot.Cards.Actions;

/// <summary>What a card's button asks for.</summary>
public static class CardVerbs
{
    public const string PickSettlement = "pick-settlement";
    public const string SendTicket = "send-ticket";
    public const string CancelTicket = "cancel-ticket";

    /// <summary>Done by the client where it can; what arrives is a client that cannot.</summary>
    public const string CopyNote = "copy-note";
}
