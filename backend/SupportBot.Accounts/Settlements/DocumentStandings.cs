using SupportBot.Accounts.Accounting;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Settlements;

/// <summary>A document of a settlement, and what stands in the platform under its number.</summary>
/// <param name="InPlatform">Null where nothing does, or where the platform was not asked.</param>
internal sealed record DocumentStanding(SettlementDocument Document, LedgerDocument? InPlatform)
{
    /// <summary>What stands in the platform counts as posted, whatever our table says.</summary>
    public bool IsPosted => Document.IsSent || InPlatform is not null;
}

internal static class DocumentStandings
{
    /// <summary>Part by part, oldest first.</summary>
    /// <param name="found">What the platform has under the settlement's numbers; null where it could not be asked.</param>
    public static IReadOnlyList<DocumentStanding> Of(Settlement settlement, IReadOnlyList<LedgerDocument>? found)
    {
        var documents = DocumentNumbers.Of(settlement);
        LedgerDocument? Standing(string number) => found?.FirstOrDefault(f => f.Stands && string.Equals(f.Number, number, StringComparison.OrdinalIgnoreCase));

        // A settlement over a month end that lists no parts, but has a number, went out as one document.
        var whole = settlement.Parts.Count == 0 && documents[^1].HasRecordedNumber ? Standing(documents[^1].Number) : null;
        return [.. documents.Select(d => new DocumentStanding(d, Standing(d.Number) ?? whole))];
    }
}
