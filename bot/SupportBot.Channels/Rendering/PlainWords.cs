using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Channels.Rendering;

/// <summary>The short names under which causes, checks and statuses are shown to people.</summary>
internal static class PlainWords
{
    /// <param name="reason">One of <see cref="Cause"/>, or <c>asked-for-human</c>.</param>
    public static string Reason(string reason) => reason switch
    {
        "asked-for-human" => "You asked for a person",
        Cause.AlreadySent => "The settlement was sent already",
        Cause.PartiallySent => "Only a part of the settlement was posted",
        Cause.PlatformUnavailable => "The accounting platform is not available",
        Cause.AccountingDisconnected => "The accounting platform is not connected",
        Cause.SubscriptionLapsed => "The accounting subscription has ended",
        Cause.AccountingPermission => "The accounting platform refuses permission",
        Cause.PeriodLocked => "The period is locked",
        Cause.PlanLimit => "The accounting plan has reached its limit",
        Cause.CurrencyUnavailable => "The currency is not available",
        Cause.DuplicateDocument => "The document number is taken",
        Cause.MappingArchived => "A category's account was archived",
        Cause.MappingMissing => "A category has no account",
        Cause.TaxRateInvalid => "A tax rate cannot be used",
        Cause.BankAccountMissing => "A marketplace has no bank account",
        Cause.SelectMarketplace => "The settlement's marketplace is not chosen",
        Cause.SalesChannelDisconnected => "The sales channel is not connected",
        Cause.UnrecognisedError => "An error we do not know",
        Cause.AwaitingVat => "Waiting for the VAT figures",
        Cause.AwaitingVatOverdue => "The VAT figures are late",
        Cause.Processing => "Still being processed",
        Cause.ProcessingOverdue => "Processing takes too long",
        Cause.ChannelLinkDropped => "One channel no longer posts",
        Cause.MultiMonthVat => "A settlement over a month end does not post",
        Cause.StuckSending => "A send does not come to an end",
        Cause.Locked => "The trial has ended",
        Cause.NothingFound => "The cause was not found",
        Cause.CouldNotCheck => "The account could not be checked",
        _ => Capital(reason.Replace('-', ' ')),
    };

    /// <param name="check">One of <see cref="CheckName"/>.</param>
    public static string Check(string check) => check switch
    {
        CheckName.Mappings => "Account mappings",
        CheckName.ChannelLink => "The channel's own link",
        CheckName.MultiMonthVat => "VAT over a month end",
        CheckName.StuckSending => "No send is stuck",
        CheckName.SalesChannel => "Marketplace connection",
        _ => Capital(check.Replace('-', ' ')),
    };

    /// <param name="status">The contract's name, such as <c>awaiting-vat</c>.</param>
    public static string Status(string status) => Capital(status.Replace("-vat", " VAT", StringComparison.Ordinal).Replace('-', ' '));

    public static string Platform(string platform) => platform switch
    {
        "xero" => "Xero",
        "quickbooks" => "QuickBooks",
        _ => platform,
    };

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
