using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>A settlement in the reader's own formats.</summary>
/// <param name="Dates">First to last day.</param>
/// <param name="Amount">With its currency.</param>
/// <param name="Status">In plain words.</param>
/// <param name="Platform">Where it posts to: <c>Xero</c> or <c>QuickBooks</c>.</param>
public sealed record SettlementFacts(string Id, string Channel, string Marketplace, string Dates, string? Deposited, string Amount, string Status, string Platform)
{
    internal string Name => string.Equals(Channel, Marketplace, StringComparison.OrdinalIgnoreCase) ? Channel : $"{Channel}, {Marketplace}";

    internal string OneLine => $"{Name}, {Dates}, {Amount}";

    internal IEnumerable<Fact> Facts
    {
        get
        {
            yield return new Fact("Settlement", Id);
            yield return new Fact("Dates", Dates);
            if (Deposited is not null)
            {
                yield return new Fact("Paid out", Deposited);
            }

            yield return new Fact("Amount", Amount);
            yield return new Fact("Status", Status);
            yield return new Fact("Goes to", Platform);
        }
    }
}
