using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Has one channel alone lost its way into the books, while others on the same platform still post?</summary>
internal sealed class ChannelLinkCheck : ICheck
{
    public string Name => "channel-link";

    public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var silent in SilentSends.Of(examination).Where(s => !s.AreAllMultiMonth))
        {
            if (Proof(examination, silent) is not { } proof)
            {
                notes.Say($"{silent.Describe()}, but nothing shows that the channel's link has dropped");
                continue;
            }

            var example = examination.Account.Named is null
                ? silent.Settlements[0]
                : examination.Settlements.FirstOrDefault(s => s.Status == SettlementStatus.Ready);
            if (example is not null)
            {
                notes.Fault(
                    new Observation(examination.Find(Cause.ChannelLinkDropped, example, silent.Describe(), proof), silent.Channel.BookkeepingId, Standing.NeedsStepsOneToThree)
                    {
                        Marketplaces = silent.Marketplaces,
                    },
                    silent.Describe());
            }
        }

        return Task.FromResult(notes.ToReport("No channel shows the signs of a dropped link."));
    }

    /// <summary>What shows that it is this channel and nothing else; null where nothing does.</summary>
    private static string? Proof(Examination examination, SilentSends silent)
    {
        var account = examination.Account;
        var first = silent.Tries[0];
        if (silent.LastPosted(examination) >= first)
        {
            return null;
        }

        var platform = account.ConnectionOf(silent.Channel).Platform;
        var others = account.Channels.Where(c => c.Name != silent.Channel.Name && account.ConnectionOf(c).Platform == platform).ToArray();
        if (others.Length == 0)
        {
            return silent.Tries.Count >= 2 ? $"'{silent.Channel.Name}' has posted nothing since" : null;
        }

        return others
            .Select(c => (c.Name, At: account.LastPosted.TryGetValue(c.Name, out var at) ? at : (DateTime?)null))
            .Where(c => c.At >= first)
            .OrderByDescending(c => c.At)
            .Select(c => $"'{c.Name}' posted to {Spelling.Brand(platform)} on {Spelling.Moment(c.At!.Value)} all the same")
            .FirstOrDefault();
    }
}
