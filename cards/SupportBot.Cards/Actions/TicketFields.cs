namespace SupportBot.Cards.Actions;

/// <summary>The names under which the ticket card's inputs come back.</summary>
public static class TicketFields
{
    public const string SalesChannel = "salesChannel";
    public const string Marketplace = "marketplace";
    public const string SettlementDate = "settlementDate";
    public const string SettlementFrom = "settlementFrom";
    public const string SettlementTo = "settlementTo";
    public const string ErrorText = "errorText";
    public const string Comment = "comment";
}
