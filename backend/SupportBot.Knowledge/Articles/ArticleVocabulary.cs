namespace SupportBot.Knowledge.Articles;

/// <summary>The parts of a ticket that an article may ask for, by their JSON names.</summary>
public static class TicketField
{
    public const string SalesChannel = "salesChannel";
    public const string Marketplace = "marketplace";
    public const string SettlementDate = "settlementDate";
    public const string SettlementFrom = "settlementFrom";
    public const string SettlementTo = "settlementTo";
    public const string ErrorText = "errorText";

    public static IReadOnlyList<string> All { get; } =
        [SalesChannel, Marketplace, SettlementDate, SettlementFrom, SettlementTo, ErrorText];
}

/// <summary>What support is asked to do.</summary>
public static class RequestedAction
{
    public const string ReconnectChannel = "reconnect-channel";
    public const string RerunVat = "rerun-vat";
    public const string ResetSettlement = "reset-settlement";
    public const string None = "none";

    public static IReadOnlyList<string> All { get; } = [ReconnectChannel, RerunVat, ResetSettlement, None];
}

/// <summary>The four roles of Link My Books, least rights first.</summary>
public static class Role
{
    public const string Basic = "basic";
    public const string Accountant = "accountant";
    public const string Admin = "admin";
    public const string Owner = "owner";

    public static IReadOnlyList<string> All { get; } = [Basic, Accountant, Admin, Owner];
}
