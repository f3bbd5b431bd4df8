using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// A document that is looked for, and how its settlement stands in our rows. A try to send the settlement changes those, so what was
/// seen of the document before the try says nothing about it after the try.
/// </summary>
internal readonly record struct SoughtDocument(string Number, SettlementStatus Status, DateTime? StatusSince, int Tries)
{
    public static IEnumerable<SoughtDocument> Of(Settlement settlement) => DocumentNumbers.Of(settlement)
        .Select(d => new SoughtDocument(d.Number, settlement.Status, settlement.StatusSince, settlement.Attempts.Count));
}

/// <summary>Documents that did not stand in the platform when it was asked. Those that did are not remembered: they may be voided by now.</summary>
internal sealed record AbsentDocuments(IReadOnlySet<SoughtDocument> Documents)
{
    public static AbsentDocuments From(IEnumerable<SoughtDocument> sought, IReadOnlyList<LedgerDocument> found)
    {
        var numbers = found.Select(f => f.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(sought.Where(s => !numbers.Contains(s.Number)).ToHashSet());
    }
}
