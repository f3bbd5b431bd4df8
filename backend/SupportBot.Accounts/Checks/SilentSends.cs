using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>
/// Ready settlements of a channel that stayed where they were after tries that showed no error: the sign that a dropped
/// channel link and wrong VAT data of a multi-month settlement share.
/// </summary>
/// <param name="Settlements">Oldest first.</param>
/// <param name="Tries">When something was tried and nothing happened; oldest first.</param>
internal sealed record SilentSends(SalesChannel Channel, IReadOnlyList<Settlement> Settlements, IReadOnlyList<DateTime> Tries)
{
    /// <summary>Every one of them spans a month end on a marketplace of Amazon's Europe region.</summary>
    public bool AreAllMultiMonth => Channel.Kind == ChannelKind.Amazon
        && Settlements.All(s => SettlementRules.SpansMonths(s) && SettlementRules.IsAmazonEurope(s.Marketplace));

    public IReadOnlyList<string> Marketplaces => [.. Settlements.Select(s => s.Marketplace).Distinct(StringComparer.OrdinalIgnoreCase)];

    public string Describe() => $"{Tries.Count} {(Tries.Count == 1 ? "try" : "tries")} to send from '{Channel.Name}' ended without an error and without a posting, the first on {Spelling.Moment(Tries[0])}";

    /// <summary>Looks at whole channels, also where the scope is one settlement: the pattern is the channel's.</summary>
    public static IReadOnlyList<SilentSends> Of(Examination examination)
    {
        var channels = examination.Settlements.Select(s => s.ChannelName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from settlement in examination.Account.Unsent
               where channels.Contains(settlement.ChannelName) && settlement.Status == SettlementStatus.Ready
               where SettlementRules.LastTry(settlement)?.Outcome != SendOutcome.Error
               where SilentTries(examination, settlement).Any()
               group settlement by settlement.ChannelName into silent
               let settlements = silent.OldestFirst().ToArray()
               select new SilentSends(
                   examination.Account.ChannelOf(settlements[0]),
                   settlements,
                   [.. settlements.SelectMany(s => SilentTries(examination, s)).Select(a => a.At).Order()]),
        ];
    }

    /// <summary>What was tried before support mended the link, or the VAT data, says nothing of how it is now.</summary>
    private static IEnumerable<SendAttempt> SilentTries(Examination examination, Settlement settlement)
    {
        var repaired = examination.Account.RepairedAt(settlement);
        return settlement.Attempts.Where(a => a.Outcome == SendOutcome.Nothing && (repaired is null || a.At > repaired));
    }

    public DateTime? LastPosted(Examination examination)
    {
        // A part that went out counts as a posting too.
        var parts = Settlements.SelectMany(s => s.Attempts).Where(a => a.Outcome == SendOutcome.Sent).Select(a => (DateTime?)a.At).Max();
        return examination.Account.LastPosted.TryGetValue(Channel.Name, out var last) && !(last < parts) ? last : parts;
    }
}
