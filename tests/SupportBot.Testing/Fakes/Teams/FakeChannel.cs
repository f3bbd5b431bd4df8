using System.Globalization;
using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>What is said in the team's channel, in its chats and to single people.</summary>
internal sealed class FakeChannel
{
    private const string Prefix = "/emea/v3/";
    private const int MembersPerPage = 2;

    private readonly Lock _lock = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly List<FakeMessage> _threads = [];
    private readonly Dictionary<string, byte[]> _pictures = [];
    private readonly HashSet<string> _deletedThreads = [];
    private readonly HashSet<string> _leftChannels = [];
    private long _lastId = 1_767_225_600_000;

    public IList<AgentAccount> Members { get; } = [FakeTeam.Priya, FakeTeam.Tom];

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<FakeMessage> Threads
    {
        get
        {
            lock (_lock)
            {
                return [.. _threads];
            }
        }
    }

    public string Keep(byte[] picture)
    {
        lock (_lock)
        {
            var id = $"0-{NextId()}";
            _pictures[id] = picture;
            return id;
        }
    }

    public void DeleteThread(string threadId)
    {
        lock (_lock)
        {
            _deletedThreads.Add(threadId);
        }
    }

    public void Leave(string channelId)
    {
        lock (_lock)
        {
            _leftChannels.Add(channelId);
        }
    }

    public ConnectorAnswer Answer(string method, string path, JsonObject? body)
    {
        lock (_lock)
        {
            if (!path.StartsWith(Prefix, StringComparison.Ordinal) || path.AsSpan().IndexOfAny("@;:") >= 0)
            {
                return ConnectorAnswer.Error(404, "NotEncodedOrUnknown");
            }

            var (route, query) = path[Prefix.Length..].Split('?') is [var first, .. var rest] ? (first, rest.FirstOrDefault() ?? "") : ("", "");
            var parts = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
            return (method, parts) switch
            {
                (_, ["conversations", var left, ..]) when _leftChannels.Contains(left.Split(';')[0]) => ConnectorAnswer.Error(403, "BotNotInConversationRoster"),
                (_, ["conversations", var gone, ..]) when _deletedThreads.Contains(gone) => ConnectorAnswer.Error(404, "ConversationNotFound"),
                ("POST", ["conversations"]) => Begin(body),
                ("GET", ["attachments", var picture, "views", "original"]) => _pictures.TryGetValue(picture, out var content)
                    ? new(200, null, content)
                    : ConnectorAnswer.Error(404, "AttachmentNotFound"),
                ("POST", ["conversations", var conversation, "activities"]) => Post(conversation, body),
                ("POST", ["conversations", var conversation, "activities", _]) => Post(conversation, body),
                ("PUT", ["conversations", var conversation, "activities", var id]) => Put(conversation, id, body),
                ("GET", ["conversations", var conversation, "pagedmembers"]) => Page(conversation, query),
                _ => ConnectorAnswer.Error(501, "UnknownCall"),
            };
        }
    }

    private ConnectorAnswer Begin(JsonObject? body)
    {
        if ((bool?)body?["isGroup"] != true || body["activity"] is not JsonObject activity || !IsSayable(activity))
        {
            return ConnectorAnswer.Error(400, "BadSyntax");
        }

        if ((string?)body["channelData"]?["channel"]?["id"] is not (FakeTeam.ChannelId or FakeTeam.TeamId or FakeTeam.OtherTeamId) || (string?)body["tenantId"] is not (null or FakeTeam.TenantId))
        {
            return ConnectorAnswer.Error(403, "BotNotInConversationRoster");
        }

        var id = NextId();
        var thread = new FakeMessage(id, $"{(string)body["channelData"]!["channel"]!["id"]!};messageid={id}", activity);
        _threads.Add(thread);
        _messages.Add(thread);
        return new(201, new JsonObject { ["id"] = thread.ConversationId, ["activityId"] = id });
    }

    private ConnectorAnswer Post(string conversation, JsonObject? activity)
    {
        if ((string?)activity?["type"] == "typing")
        {
            return new(202, null);
        }

        if (activity is null || !IsSayable(activity))
        {
            return ConnectorAnswer.Error(400, "BadSyntax");
        }

        var message = new FakeMessage(NextId(), conversation, activity);
        _messages.Add(message);
        return new(201, new JsonObject { ["id"] = message.Id });
    }

    private ConnectorAnswer Put(string conversation, string id, JsonObject? activity)
    {
        if (activity is null || !IsSayable(activity))
        {
            return ConnectorAnswer.Error(400, "BadSyntax");
        }

        if (Find(conversation, id) is not { } message)
        {
            return ConnectorAnswer.Error(404, "ActivityNotFoundInConversation");
        }

        message.Replace(activity);
        return new(200, new JsonObject { ["id"] = id });
    }

    private ConnectorAnswer Page(string conversation, string query)
    {
        if (conversation is not (FakeTeam.TeamId or FakeTeam.ChannelId or FakeTeam.OtherTeamId))
        {
            return ConnectorAnswer.Error(404, "ConversationNotFound");
        }

        var token = query.Split('&').FirstOrDefault(part => part.StartsWith("continuationToken=", StringComparison.Ordinal))?.Split('=')[1];
        var from = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var page = Members.Skip(from).Take(MembersPerPage).Select(member => (JsonNode)new JsonObject
        {
            ["id"] = member.Id,
            ["name"] = member.Name,
            ["aadObjectId"] = member.EntraId,
        });
        var answer = new JsonObject { ["members"] = new JsonArray([.. page]) };
        if (from + MembersPerPage < Members.Count)
        {
            answer["continuationToken"] = $"{from + MembersPerPage}";
        }

        return new(200, answer);
    }

    private FakeMessage? Find(string conversation, string id) =>
        _messages.Find(message => message.Id == id && message.ConversationId == conversation && !message.IsDeleted);

    private string NextId() => (++_lastId).ToString(CultureInfo.InvariantCulture);

    private static bool IsSayable(JsonObject activity) =>
        (string?)activity["type"] == "message" && ((string?)activity["text"] is { Length: > 0 } || activity["attachments"] is JsonArray { Count: > 0 });
}
