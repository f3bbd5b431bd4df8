using SupportBot.Storage.Accounts;

namespace SupportBot.Host.Demo;

/// <summary>The part of an account's set-up that its unsent settlements need, as the pages of Link My Books would list it.</summary>
internal static class DemoSetUp
{
    /// <summary>Where each category of an unsent settlement posts; what is missing comes first.</summary>
    public static IReadOnlyList<DemoMapping> Mappings(Seller seller, IReadOnlyList<Settlement> settlements)
    {
        var used = from settlement in settlements.Where(IsUnsent)
                   let channel = seller.Channels.First(c => c.Name == settlement.ChannelName)
                   from line in settlement.Lines
                   select Resolve(channel, settlement.Marketplace, line.Category);
        return [.. used.Distinct().OrderBy(m => m.Account is not null).ThenBy(m => m.Channel, StringComparer.Ordinal).ThenBy(m => m.Category, StringComparer.Ordinal)];
    }

    /// <summary>QuickBooks needs one for every marketplace, Xero where the channel lists the marketplace.</summary>
    public static IReadOnlyList<DemoBankAccount> BankAccounts(Seller seller, IReadOnlyList<Settlement> settlements)
    {
        var unsent = settlements.Where(IsUnsent).ToList();
        var rows = from channel in seller.Channels
                   let own = unsent.Where(s => s.ChannelName == channel.Name).ToList()
                   let needed = seller.Bookkeeping.First(b => b.Id == channel.BookkeepingId).Platform == AccountingPlatform.QuickBooks
                       ? own.Select(s => s.Marketplace)
                       : []
                   from marketplace in channel.BankAccounts.Select(b => b.Marketplace).Union(needed, StringComparer.OrdinalIgnoreCase)
                   let entry = channel.BankAccounts.FirstOrDefault(b => Same(b.Marketplace, marketplace))
                   select new DemoBankAccount(
                       channel.Name, channel.BookkeepingId, marketplace, NotBlank(entry?.Deposit), NotBlank(entry?.NegativePayout),
                       own.Any(s => Same(s.Marketplace, marketplace) && s.TotalHundredths < 0));
        return [.. rows.OrderBy(b => b.Deposit is not null).ThenBy(b => b.Channel, StringComparer.Ordinal).ThenBy(b => b.Marketplace, StringComparer.Ordinal)];
    }

    /// <summary>The marketplace's own entry, else the channel's, which is also where a missing one is saved.</summary>
    private static DemoMapping Resolve(SalesChannel channel, string marketplace, string category)
    {
        CategoryMapping? Entry(string of) => channel.Mappings.FirstOrDefault(m => Same(m.Category, category) && Same(m.Marketplace, of));
        var own = Entry(marketplace) is { } entry && NotBlank(entry.Account) is not null ? entry : null;
        var found = own ?? Entry("");
        return new DemoMapping(
            channel.Name, channel.BookkeepingId, own?.Marketplace, found?.Category ?? category, NotBlank(found?.Account), NotBlank(found?.TaxRate));
    }

    private static bool IsUnsent(Settlement settlement) => settlement.Status is not (SettlementStatus.Sent or SettlementStatus.Hidden);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
