using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Settlements;

/// <summary>One document of a settlement: an invoice or bill in Xero, a journal in QuickBooks.</summary>
/// <param name="Part">Its row; null where the settlement lists none for the month.</param>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="Date">The document's date: the last day of its month, the settlement's own last day for the last.</param>
/// <param name="Number">At most 21 characters where it is ours to choose, which is what QuickBooks allows.</param>
/// <param name="HasRecordedNumber">The number is one that Link My Books has recorded, not one that we would choose.</param>
/// <param name="Status">The part's own, or the settlement's.</param>
internal sealed record SettlementDocument(
    SettlementPart? Part, string Month, DateOnly Date, string Number, bool HasRecordedNumber, SettlementStatus Status)
{
    public bool IsSent => Status == SettlementStatus.Sent;
}

internal static class DocumentNumbers
{
    private const int LongestNumber = 21;

    /// <summary>
    /// The documents that a settlement becomes, oldest first: one, or over a month end one a month, whether or not its parts
    /// are listed. The last one carries the payout, and so the number that the settlement itself has.
    /// </summary>
    public static IReadOnlyList<SettlementDocument> Of(Settlement settlement)
    {
        var documents = new List<SettlementDocument>();
        var month = new DateOnly(settlement.From.Year, settlement.From.Month, 1);
        for (var next = month.AddMonths(1); ; (month, next) = (next, next.AddMonths(1)))
        {
            var isLast = next > settlement.To;
            var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            var date = isLast ? settlement.To : next.AddDays(-1);
            var part = settlement.Parts.Find(p => p.Month == name);
            var recorded = Recorded(part?.DocumentNumber) ?? (isLast ? Recorded(settlement.DocumentNumber) : null);
            documents.Add(new SettlementDocument(
                part, name, date, recorded ?? Choose(settlement.Id, date), recorded is not null, part?.Status ?? settlement.Status));
            if (isLast)
            {
                return documents;
            }
        }
    }

    /// <summary>The numbers that its documents get where none is recorded.</summary>
    public static IEnumerable<string> Chosen(Settlement settlement) => Of(settlement).Select(d => Choose(settlement.Id, d.Date));

    /// <summary>The same for the same settlement and date, always; ids are unique within a seller, and so are these.</summary>
    private static string Choose(string settlementId, DateOnly date)
    {
        var start = date.ToString("'LMB-'yyyyMMdd'-'", CultureInfo.InvariantCulture);
        return start.Length + settlementId.Length <= LongestNumber
            ? start + settlementId
            : start + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settlementId)))[..(LongestNumber - start.Length)];
    }

    private static string? Recorded(string? number) => string.IsNullOrWhiteSpace(number) ? null : number.Trim();
}
