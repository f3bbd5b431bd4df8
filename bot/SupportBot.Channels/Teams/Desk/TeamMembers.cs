using System.Collections.Concurrent;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>
/// The members of teams as Teams last told them. While Teams does not tell, the last list goes on serving for a day, and nobody waits
/// long: a reading that takes its time goes on without whoever asked.
/// </summary>
/// <param name="clock">Real time.</param>
internal sealed class TeamMembers(ConnectorClient connector, TimeProvider clock)
{
    private static readonly TimeSpan ServesFor = TimeSpan.FromDays(1);

    /// <summary>How long whoever asked waits for a reading; they have a button or a message in hand.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>After a reading that failed, or that nobody waited for, the next ones are answered at once.</summary>
    private static readonly TimeSpan RestFor = TimeSpan.FromSeconds(5);

    private static readonly ConnectorFailure Slow = new(ConnectorFailureKind.Unreachable, "timed-out");

    private readonly ConcurrentDictionary<string, Team> _teams = new(StringComparer.Ordinal);

    /// <param name="atMostOld">How old the list may be where Teams tells.</param>
    public async Task<MembersRead> ReadAsync(TeamRoster roster, TimeSpan atMostOld, CancellationToken cancellationToken)
    {
        var team = _teams.GetOrAdd(roster.Id, static _ => new Team());
        var now = clock.GetUtcNow();
        if (team.Listed is { } fresh && now - fresh.At < atMostOld)
        {
            return new MembersRead(fresh.Members, null);
        }

        if (team.Failed is not { } failed || now - failed.At >= RestFor)
        {
            var reading = team.Reading(() => ListAsync(team, roster));
            try
            {
                await reading.WaitAsync(Patience, cancellationToken);
            }
            catch (TimeoutException)
            {
                team.Failed = new Failed(Slow, clock.GetUtcNow());
            }
        }

        var last = team.Listed is { } listed && now - listed.At < ServesFor ? listed.Members : null;
        return team.Failed is { Why: var why } ? new MembersRead(why.IsTemporary ? last : null, why) : new MembersRead(last, null);
    }

    private async Task ListAsync(Team team, TeamRoster roster)
    {
        var read = await connector.MembersAsync(roster.ServiceUrl, roster.Id, CancellationToken.None);
        var now = clock.GetUtcNow();
        if (read.Succeeded)
        {
            (team.Listed, team.Failed) = (new Listed(read.Value, now), null);
        }
        else
        {
            team.Failed = new Failed(read.Failure, now);
        }
    }

    private sealed class Team
    {
        private readonly Lock _lock = new();
        private Task? _reading;

        public Listed? Listed { get; set; }

        /// <summary>Null since the last reading that succeeded.</summary>
        public Failed? Failed { get; set; }

        /// <summary>Everybody waits for one reading.</summary>
        public Task Reading(Func<Task> start)
        {
            lock (_lock)
            {
                return _reading = _reading is { IsCompleted: false } running ? running : start();
            }
        }
    }

    private sealed record Listed(IReadOnlyList<ChannelAccount> Members, DateTimeOffset At);

    private sealed record Failed(ConnectorFailure Why, DateTimeOffset At);
}

/// <param name="Members">Null where there is no list that could serve. Beside a failure the last one, which may be hours old.</param>
/// <param name="Failure">Why Teams did not tell now.</param>
internal sealed record MembersRead(IReadOnlyList<ChannelAccount>? Members, ConnectorFailure? Failure);
