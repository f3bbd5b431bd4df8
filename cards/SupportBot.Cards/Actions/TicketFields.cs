namespace SupportBot.Cards.Actions;

/// <summary>The names under which the inputs of cards come back.</summary>
public static class TicketFields
{
    public const string SalesChannel = "salesChannel";
    public const string Marketplace = "marketplace";
    public const string SettlementDate = "settlementDate";
    public const string SettlementFrom = "settlementFrom";
    public const string SettlementTo = "settlementTo";
    public const string ErrorText = "errorText";
    public const string Comment = "comment";

    /// <summary>
    /// Always filled and never shown: it tells that the client sent all inputs, so that a field which is not there was emptied
    /// (Web Chat leaves such fields out).
    /// </summary>
    public const string Whole = "whole";

    public const string Note = "note";
}
