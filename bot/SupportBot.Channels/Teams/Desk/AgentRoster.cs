using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportBot.Cards.Agents;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Escalation.Hours;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Teams;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Where the members of a support team are asked for.</summary>
/// <param name="Id">The team's id, else that of a channel or thread of it.</param>
internal sealed record TeamRoster(Uri ServiceUrl, string Id)
{
    public static TeamRoster Of(TicketThread thread) => new(new Uri(thread.ServiceUrl), thread.TeamId ?? thread.ConversationId);
}

/// <summary>
/// Who is an agent: the people of <see cref="EscalationOptions.Agents"/>, or where none are named the members of the team. Read from
/// Teams, remembered for a while, and asked for anew when somebody unknown comes.
/// </summary>
internal sealed class AgentRoster(ConnectorClient connector, IOptions<EscalationOptions> options)
{
    private static readonly TimeSpan RememberFor = TimeSpan.FromMinutes(5);

    /// <summary>A stranger does not make us ask Teams more often than this.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(20);

    private const int MostStrangers = 1000;

    private readonly ConcurrentDictionary<string, KnownMembers> _teams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _strangers = new(StringComparer.Ordinal);

    public async Task<AgentStanding> CheckAsync(TeamsPerson person, TeamRoster team, CancellationToken cancellationToken)
    {
        if (options.Value.AgentIds is { Count: > 0 } named)
        {
            return named.Contains(person.EntraId ?? "", StringComparer.OrdinalIgnoreCase) ? AgentStanding.Agent : AgentStanding.Stranger;
        }

        var known = await MembersAsync(team, RememberFor, cancellationToken);
        if (known.Succeeded && !Has(known.Value, person))
        {
            known = await MembersAsync(team, IsNew(person) ? TimeSpan.Zero : AskAgainAfter, cancellationToken);
        }

        return known.Succeeded
            ? Has(known.Value, person) ? AgentStanding.Agent : AgentStanding.Stranger
            : await AskForOneAsync(person, team, known.Failure, cancellationToken);
    }

    /// <summary>To whom a ticket can be given; empty while Teams does not tell.</summary>
    public async Task<IReadOnlyList<AgentChoice>> ListAsync(TeamRoster team, CancellationToken cancellationToken)
    {
        var known = await MembersAsync(team, RememberFor, cancellationToken);
        var named = options.Value.AgentIds;
        return !known.Succeeded ? [] :
            [.. known.Value.Select(member => new AgentChoice(IdOf(member), member.Name ?? "Somebody"))
                .Where(choice => choice.Id.Length > 0 && (named.Count == 0 || named.Contains(choice.Id, StringComparer.OrdinalIgnoreCase)))
                .OrderBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The people of these ids as Teams can mention them; those who are not members are left out.</summary>
    public async Task<IReadOnlyList<ChannelAccount>> FindAsync(IReadOnlyList<string> ids, TeamRoster team, CancellationToken cancellationToken)
    {
        var known = ids.Count == 0 ? null : await MembersAsync(team, RememberFor, cancellationToken);
        return known is { Succeeded: true }
            ? [.. known.Value.Where(member => ids.Any(id => id.Equals(IdOf(member), StringComparison.OrdinalIgnoreCase) || id == member.Id))]
            : [];
    }

    /// <summary>Whoever was added to the team a moment ago gets in, however fresh the list is.</summary>
    private bool IsNew(TeamsPerson person)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_strangers.TryGetValue(person.Id, out var asked) && now - asked < AskAgainAfter)
        {
            return false;
        }

        if (_strangers.Count >= MostStrangers)
        {
            _strangers.Clear();
        }

        _strangers[person.Id] = now;
        return true;
    }

    /// <summary>Some channels tell of one member but not of all.</summary>
    private async Task<AgentStanding> AskForOneAsync(TeamsPerson person, TeamRoster team, ConnectorFailure failure, CancellationToken cancellationToken)
    {
        if (failure.IsTemporary)
        {
            return AgentStanding.Unknown;
        }

        var member = await connector.MemberAsync(team.ServiceUrl, team.Id, person.Id, cancellationToken);
        return member.Succeeded ? AgentStanding.Agent
            : member.Failure.Kind == ConnectorFailureKind.NotFound && failure.Kind != ConnectorFailureKind.NotFound ? AgentStanding.Stranger
            : AgentStanding.Unknown;
    }

    private async Task<ConnectorResult<IReadOnlyList<ChannelAccount>>> MembersAsync(TeamRoster team, TimeSpan atMostOld, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_teams.TryGetValue(team.Id, out var known) && now - known.ReadAt < atMostOld)
        {
            return known.Members;
        }

        var read = await connector.MembersAsync(team.ServiceUrl, team.Id, cancellationToken);
        if (read.Succeeded)
        {
            _teams[team.Id] = new KnownMembers([.. read.Value], now);
        }

        return read;
    }

    private static bool Has(IReadOnlyList<ChannelAccount> members, TeamsPerson person) => members.Any(member =>
        member.Id == person.Id || (person.EntraId is { Length: > 0 } entraId && entraId.Equals(IdOf(member), StringComparison.OrdinalIgnoreCase)));

    private static string IdOf(ChannelAccount member) => member.AadObjectId ?? member.Id ?? "";

    private sealed record KnownMembers(List<ChannelAccount> Members, DateTimeOffset ReadAt);
}

internal enum AgentStanding
{
    Agent,
    Stranger,

    /// <summary>Teams did not tell: nobody gets in meanwhile.</summary>
    Unknown,
}
