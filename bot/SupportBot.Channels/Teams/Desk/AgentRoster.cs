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
/// Who is an agent: the people of <see cref="EscalationOptions.Agents"/>, or where none are named the members of the team. The team is
/// asked for anew when somebody unknown comes.
/// </summary>
internal sealed class AgentRoster(TeamMembers members, ConnectorClient connector, IOptions<EscalationOptions> options)
{
    private static readonly TimeSpan RememberFor = TimeSpan.FromMinutes(5);

    /// <summary>A stranger does not make us ask Teams more often than this.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(20);

    /// <summary>For one member, within a request.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int MostStrangers = 1000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _strangers = new(StringComparer.Ordinal);

    public async Task<AgentStanding> CheckAsync(TeamsPerson person, TeamRoster team, CancellationToken cancellationToken)
    {
        if (options.Value.AgentIds is { Count: > 0 } named)
        {
            return named.Contains(person.EntraId ?? "", StringComparer.OrdinalIgnoreCase) ? AgentStanding.Agent : AgentStanding.Stranger;
        }

        var known = await members.ReadAsync(team, RememberFor, cancellationToken);
        if (known.Failure is null && !Has(known, person))
        {
            known = await members.ReadAsync(team, IsNew(person) ? TimeSpan.Zero : AskAgainAfter, cancellationToken);
        }

        return Has(known, person) ? AgentStanding.Agent
            : known.Failure is { } failure ? await AskForOneAsync(person, team, failure, cancellationToken)
            : AgentStanding.Stranger;
    }

    /// <summary>To whom a ticket can be given; empty while nobody is known.</summary>
    public async Task<IReadOnlyList<AgentChoice>> ListAsync(TeamRoster team, CancellationToken cancellationToken)
    {
        var known = await members.ReadAsync(team, RememberFor, cancellationToken);
        var named = options.Value.AgentIds;
        return [.. (known.Members ?? []).Select(member => new AgentChoice(IdOf(member), member.Name ?? "Somebody"))
            .Where(choice => choice.Id.Length > 0 && (named.Count == 0 || named.Contains(choice.Id, StringComparer.OrdinalIgnoreCase)))
            .OrderBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The people of these ids as Teams can mention them, and the ids of those who are no members; a failure that will pass.</summary>
    public async Task<ConnectorResult<CalledPeople>> FindAsync(IReadOnlyList<string> ids, TeamRoster team, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return CalledPeople.Nobody;
        }

        var known = await members.ReadAsync(team, RememberFor, cancellationToken);
        if (known is { Members: null, Failure: { } failure })
        {
            return failure.IsTemporary ? failure : await FindEachAsync(ids, team, cancellationToken);
        }

        var found = known.Members!.Where(member => ids.Any(id => Is(member, id))).ToList();
        return new CalledPeople(found, [.. ids.Where(id => !found.Exists(member => Is(member, id)))]);
    }

    private async Task<ConnectorResult<CalledPeople>> FindEachAsync(IReadOnlyList<string> ids, TeamRoster team, CancellationToken cancellationToken)
    {
        var (found, strangers) = (new List<ChannelAccount>(), new List<string>());
        foreach (var id in ids)
        {
            var member = await connector.MemberAsync(team.ServiceUrl, team.Id, id, cancellationToken);
            if (member.Succeeded)
            {
                found.Add(member.Value);
            }
            else if (member.Failure.IsTemporary)
            {
                return member.Failure;
            }
            else
            {
                strangers.Add(id);
            }
        }

        return new CalledPeople(found, strangers);
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

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var member = await connector.MemberAsync(team.ServiceUrl, team.Id, person.Id, limit.Token);
            return member.Succeeded ? AgentStanding.Agent
                : member.Failure.Kind == ConnectorFailureKind.NotFound && failure.Kind != ConnectorFailureKind.NotFound ? AgentStanding.Stranger
                : AgentStanding.Unknown;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AgentStanding.Unknown;
        }
    }

    private static bool Has(MembersRead known, TeamsPerson person) =>
        known.Members?.Any(member => member.Id == person.Id || (person.EntraId is { Length: > 0 } entraId && Is(member, entraId))) == true;

    private static bool Is(ChannelAccount member, string id) => id == member.Id || id.Equals(IdOf(member), StringComparison.OrdinalIgnoreCase);

    private static string IdOf(ChannelAccount member) => member.AadObjectId ?? member.Id ?? "";
}

/// <param name="Strangers">Ids of whom the team does not have.</param>
internal sealed record CalledPeople(IReadOnlyList<ChannelAccount> Members, IReadOnlyList<string> Strangers)
{
    public static CalledPeople Nobody { get; } = new([], []);
}

internal enum AgentStanding
{
    Agent,
    Stranger,

    /// <summary>Teams did not tell: nobody gets in meanwhile.</summary>
    Unknown,
}
