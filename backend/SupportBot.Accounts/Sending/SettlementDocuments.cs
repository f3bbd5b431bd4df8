using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sending;

/// <summary>
/// Makes documents of a settlement. Lines carry no dates, so over a month end each line is spread evenly over the days. An earlier
/// document hands its balance on to the last one, and so totals zero.
/// </summary>
internal static class SettlementDocuments
{
    /// <summary>One for each of <see cref="DocumentNumbers.Of"/>, in its order; or what keeps them from being made.</summary>
    public static (IReadOnlyList<NewDocument> Documents, string? Problem) Make(Settlement settlement, SalesChannel channel, AccountingPlatform platform)
    {
        var bank = BankAccount(settlement, channel);
        var lines = settlement.Lines.Select(l => (Line: l, Mapping: MappingResolution.For(channel, settlement.Marketplace, l.Category))).ToList();
        if (Problem(settlement, channel, platform, bank, lines.Where(l => string.IsNullOrWhiteSpace(l.Mapping?.Account)).Select(l => l.Line.Category)) is { } problem)
        {
            return ([], problem);
        }

        var mapped = lines.Select(l => new NewDocumentLine(l.Line.Category, l.Mapping!.Account!.Trim(), l.Mapping.TaxRate, l.Line.AmountHundredths)).ToList();
        var parts = DocumentNumbers.Of(settlement);
        // A journal takes the bank account; an invoice takes none, so there the first line's account carries the balance on.
        var carrier = platform == AccountingPlatform.QuickBooks ? bank! : mapped[0].Account;
        var shares = Spread(settlement, parts, mapped);
        return ([.. parts.Select((part, n) => new NewDocument
        {
            Number = part.Number,
            Date = part.Date,
            Currency = settlement.Currency,
            Contact = settlement.Marketplace,
            Reference = settlement.Id,
            BankAccount = bank,
            Lines = [.. shares[n], .. Carried(shares, n, carrier)],
        })], null);
    }

    private static string? Problem(Settlement settlement, SalesChannel channel, AccountingPlatform platform, string? bank, IEnumerable<string> unmapped) =>
        unmapped.FirstOrDefault() is { } category ? $"Missing Accounting Codes: '{category}' has no account."
        : settlement.Lines.Count == 0 ? "This settlement has no lines to post."
        : bank is null && (platform == AccountingPlatform.QuickBooks || Banks(settlement, channel) is not null) ? $"{settlement.Marketplace} has no bank account."
        : null;

    private static string? BankAccount(Settlement settlement, SalesChannel channel)
    {
        var banks = Banks(settlement, channel);
        var account = settlement.TotalHundredths < 0 ? banks?.NegativePayout : banks?.Deposit;
        return string.IsNullOrWhiteSpace(account) ? null : account.Trim();
    }

    private static ChannelBankAccount? Banks(Settlement settlement, SalesChannel channel) =>
        channel.BankAccounts.FirstOrDefault(b => string.Equals(b.Marketplace, settlement.Marketplace, StringComparison.OrdinalIgnoreCase));

    /// <summary>What rounding leaves over falls to the last part.</summary>
    private static List<List<NewDocumentLine>> Spread(Settlement settlement, IReadOnlyList<SettlementDocument> parts, List<NewDocumentLine> lines)
    {
        var days = settlement.To.DayNumber - settlement.From.DayNumber + 1;
        var left = lines.Select(l => l.AmountHundredths).ToArray();
        var start = settlement.From;
        var spread = new List<List<NewDocumentLine>>();
        foreach (var part in parts)
        {
            var own = part.Date.DayNumber - start.DayNumber + 1;
            var shares = new List<NewDocumentLine>();
            for (var i = 0; i < lines.Count; i++)
            {
                var share = part == parts[^1] ? left[i] : lines[i].AmountHundredths * own / days;
                left[i] -= share;
                shares.Add(lines[i] with { AmountHundredths = share });
            }

            spread.Add(shares);
            start = part.Date.AddDays(1);
        }

        return spread;
    }

    private static IEnumerable<NewDocumentLine> Carried(List<List<NewDocumentLine>> shares, int part, string account)
    {
        if (shares.Count == 1)
        {
            yield break;
        }

        yield return part < shares.Count - 1
            ? new NewDocumentLine("Balance carried forward", account, null, -shares[part].Sum(l => l.AmountHundredths))
            : new NewDocumentLine("Balance brought forward", account, null, shares.SkipLast(1).Sum(s => s.Sum(l => l.AmountHundredths)));
    }
}
