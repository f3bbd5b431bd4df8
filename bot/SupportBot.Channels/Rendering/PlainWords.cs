using System.Globalization;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Channels.Rendering;

/// <summary>The short names under which causes, checks and statuses are shown to people.</summary>
internal static class PlainWords
{
    public static string Reason(string reason) => reason switch
    {
        "asked-for-human" => "You asked for a person",
        Cause.ChannelLinkDropped => "One channel no longer posts",
        Cause.MultiMonthVat => "A settlement over two months does not post",
        Cause.StuckSending => "A settlement is stuck sending",
        Cause.AccountingPermission => "Permission refused by the accounting platform",
        Cause.DuplicateDocument => "The document number already exists",
        Cause.ProcessingOverdue => "Processing takes too long",
        Cause.AwaitingVatOverdue => "The VAT figures are late",
        Cause.UnrecognisedError => "An error we do not know",
        Cause.NothingFound => "The cause was not found",
        Cause.CouldNotCheck => "The account could not be checked",
        _ => Name(reason),
    };

    /// <summary>A name such as <c>bank-account</c> as words.</summary>
    public static string Name(string name)
    {
        var words = name.Replace('-', ' ').Replace(" vat", " VAT", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    public static string Platform(string platform) => platform switch
    {
        "xero" => "Xero",
        "quickbooks" => "QuickBooks",
        _ => platform,
    };
}
