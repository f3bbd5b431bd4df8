using SupportBot.Language.Text;

namespace SupportBot.Language.Entities;

internal sealed class PlatformReader
{
    private readonly WordingSet _xero = new(["xero", "xerro"]);
    private readonly WordingSet _quickBooks =
        new(["quickbooks", "quick books", "quickbook", "quick book", "quikbooks", "qbo", "qb", "qbs", "q b o", "intuit"]);

    /// <summary>Null where neither or both are named: "Xero/QuickBooks" says nothing.</summary>
    public string? Find(IReadOnlyList<string> tokens) => (_xero.IsIn(tokens), _quickBooks.IsIn(tokens)) switch
    {
        (true, false) => "xero",
        (false, true) => "quickbooks",
        _ => null,
    };
}
