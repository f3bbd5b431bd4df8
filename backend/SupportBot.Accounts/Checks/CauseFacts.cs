using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>What the contract's table says of a cause wherever it appears.</summary>
internal static class CauseFacts
{
    /// <summary>The step of the article that treats the cause.</summary>
    public static int? StepOf(string cause) => cause switch
    {
        Cause.AccountingDisconnected or Cause.SubscriptionLapsed => 1,
        Cause.MappingArchived or Cause.MappingMissing or Cause.TaxRateInvalid => 2,
        Cause.BankAccountMissing => 3,
        Cause.ChannelLinkDropped => 4,
        Cause.MultiMonthVat => 5,
        _ => null,
    };

    public static FixedBy FixedByOf(string cause) => cause switch
    {
        Cause.PartiallySent or Cause.AccountingDisconnected or Cause.AccountingPermission or Cause.MappingMissing
            or Cause.TaxRateInvalid or Cause.BankAccountMissing or Cause.SelectMarketplace or Cause.NothingFound => FixedBy.User,
        Cause.SubscriptionLapsed or Cause.PeriodLocked or Cause.PlanLimit or Cause.CurrencyUnavailable or Cause.MappingArchived => FixedBy.Accounting,
        Cause.SalesChannelDisconnected or Cause.Locked => FixedBy.Owner,
        Cause.DuplicateDocument or Cause.UnrecognisedError or Cause.AwaitingVatOverdue or Cause.ProcessingOverdue
            or Cause.ChannelLinkDropped or Cause.MultiMonthVat or Cause.StuckSending => FixedBy.Support,
        _ => FixedBy.Nobody,
    };
}
