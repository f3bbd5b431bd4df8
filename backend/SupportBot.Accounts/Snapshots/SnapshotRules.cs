namespace SupportBot.Accounts.Snapshots;

/// <summary>What a schema cannot say: names that must be there, or there only once, and dates in their order.</summary>
internal static class SnapshotRules
{
    public static void Check(IReadOnlyList<SnapshotSeller> sellers, string source)
    {
        var rules = new Rules(source);
        rules.Unique(sellers, s => s.Id, "$.sellers", "id");
        for (var i = 0; i < sellers.Count; i++)
        {
            rules.CheckSeller(sellers[i], $"$.sellers[{i}]");
        }
    }

    private sealed class Rules(string source)
    {
        public void CheckSeller(SnapshotSeller seller, string path)
        {
            Unique(seller.Users, u => u.Id, $"{path}.users", "id");
            Unique(seller.Bookkeeping, b => b.Id, $"{path}.bookkeeping", "id");
            Unique(seller.Channels, c => c.Name, $"{path}.channels", "name");
            var settlements = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < seller.Channels.Count; i++)
            {
                CheckChannel(seller, seller.Channels[i], settlements, $"{path}.channels[{i}]");
            }
        }

        /// <summary>Case-blind, as two of the three databases may be.</summary>
        public void Unique<T>(IReadOnlyList<T> items, Func<T, string> keyOf, string path, string property)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < items.Count; i++)
            {
                if (!seen.Add(keyOf(items[i])))
                {
                    throw Broken($"{path}[{i}].{property}", $"'{keyOf(items[i])}' appears twice");
                }
            }
        }

        private void CheckChannel(SnapshotSeller seller, SnapshotChannel channel, HashSet<string> settlements, string path)
        {
            if (!seller.Bookkeeping.Any(b => b.Id == channel.Bookkeeping))
            {
                throw Broken($"{path}.bookkeeping", $"the seller has no bookkeeping connection '{channel.Bookkeeping}'");
            }

            Unique(channel.BankAccounts, b => b.Marketplace, $"{path}.bankAccounts", "marketplace");
            Unique(channel.Mappings, m => $"{m.Category} {(string.IsNullOrEmpty(m.Marketplace) ? "(every marketplace)" : m.Marketplace)}", $"{path}.mappings", "category");
            for (var i = 0; i < channel.Settlements.Count; i++)
            {
                var settlement = channel.Settlements[i];
                if (!settlements.Add(settlement.Id))
                {
                    throw Broken($"{path}.settlements[{i}].id", $"'{settlement.Id}' appears twice");
                }

                CheckSettlement(settlement, $"{path}.settlements[{i}]");
            }
        }

        private void CheckSettlement(SnapshotSettlement settlement, string path)
        {
            if (settlement.To < settlement.From)
            {
                throw Broken($"{path}.to", "lies before 'from'");
            }

            Unique(settlement.Parts, p => p.Month, $"{path}.parts", "month");
            for (var i = 0; i < settlement.Parts.Count; i++)
            {
                var month = settlement.Parts[i].Month;
                if (string.CompareOrdinal(month, $"{settlement.From:yyyy-MM}") < 0 || string.CompareOrdinal(month, $"{settlement.To:yyyy-MM}") > 0)
                {
                    throw Broken($"{path}.parts[{i}].month", $"'{month}' lies outside the settlement's dates");
                }
            }
        }

        private SnapshotException Broken(string path, string reason) => new(source, path, reason);
    }
}
