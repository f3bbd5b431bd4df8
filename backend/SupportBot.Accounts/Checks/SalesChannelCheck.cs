using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Is the marketplace itself still connected? Without it a settlement may lack its data.</summary>
internal sealed class SalesChannelCheck : ICheck
{
    public string Name => "sales-channel";

    public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var account = examination.Account;
        var channels = account.NamedChannel is { } named ? [named] : account.Channels;
        foreach (var channel in channels.Where(c => c.SalesConnection == ConnectionStatus.Disconnected))
        {
            var unsent = examination.Settlements.Where(s => s.ChannelName == channel.Name).ToArray();
            var lacking = unsent.FirstOrDefault(s => s.Status is SettlementStatus.Scheduled or SettlementStatus.Processing or SettlementStatus.Error);
            var fact = $"Account Settings shows the sales channel '{channel.Name}' as disconnected from its marketplace";
            var finding = examination.Find(Cause.SalesChannelDisconnected, lacking ?? unsent.FirstOrDefault(), fact) with { Channel = channel.Name };
            // A settlement that has its data can be sent all the same.
            notes.Fault(new Observation(finding, channel.BookkeepingId, lacking is null ? Standing.Further : Standing.Problem), fact);
        }

        return Task.FromResult(notes.ToReport("The sales channels are connected to their marketplaces."));
    }
}
