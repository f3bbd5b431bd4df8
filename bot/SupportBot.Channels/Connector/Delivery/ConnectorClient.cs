using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>
/// Speaks to the Bot Connector (Teams and Azure's other channels). Busy answers (412, 429, 502, 504) are tried again a few times
/// with growing pauses; what then still fails is a result, never an exception. Posting is not idempotent over there: a call that
/// got no answer may have been carried out. Source: microsoft/botframework-sdk, botframework-channel.json.
/// </summary>
public sealed class ConnectorClient(IHttpClientFactory http)
{
    /// <summary>Name of the HTTP client; tests replace its primary handler.</summary>
    public const string HttpClientName = "connector";

    private const int PageSize = 500;
    private const int MostPages = 40;

    private static readonly PostedActivity Unnamed = new((string?)null);

    /// <summary>Begins a thread in the channel.</summary>
    /// <param name="first">Its first message; needs a text or an attachment.</param>
    public async Task<ConnectorResult<StartedThread>> StartThreadAsync(EscalationChannel channel, Activity first, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = channel.BotId is null ? null : new ChannelAccount { Id = channel.BotId },
            TenantId = channel.TenantId,
            Activity = first,
            ChannelData = JsonSerializer.SerializeToElement(
                new TeamsChannelData
                {
                    Channel = new NamedId(channel.ChannelId, null),
                    Tenant = channel.TenantId is null ? null : new NamedId(channel.TenantId, null),
                },
                ConnectorJson.Default.TeamsChannelData),
        };
        var answer = await SendAsync(
            HttpMethod.Post, channel.ServiceUrl, "v3/conversations", Json(parameters, ConnectorJson.Default.ConversationParameters), cancellationToken);
        return answer switch
        {
            { Failure: { } failure } => failure,
            { Value: { } body } when Read(body, ConnectorJson.Default.ConversationResourceResponse) is { Id: { Length: > 0 } id } started =>
                new StartedThread(id, started.ActivityId is { Length: > 0 } activityId ? activityId : null),
            _ => new ConnectorFailure(ConnectorFailureKind.Refused, "no-thread-id"),
        };
    }

    /// <summary>Posts into a conversation or thread; as a reply to <see cref="Activity.ReplyToId"/> where that is set.</summary>
    public Task<ConnectorResult<PostedActivity>> PostAsync(Uri serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        PutAsync(HttpMethod.Post, serviceUrl, Activities(conversationId, activity.ReplyToId), activity, cancellationToken);

    /// <summary>Replaces a message in place.</summary>
    public Task<ConnectorResult<PostedActivity>> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        PutAsync(HttpMethod.Put, serviceUrl, Activities(conversationId, activityId), activity with { Id = activityId }, cancellationToken);

    /// <summary>The members of a team (by the team's id), chat or thread, over all pages.</summary>
    public async Task<ConnectorResult<IReadOnlyList<ChannelAccount>>> MembersAsync(Uri serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var more = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
            var path = $"v3/conversations/{Uri.EscapeDataString(conversationId)}/pagedmembers?pageSize={PageSize}{more}";
            var answer = await SendAsync(HttpMethod.Get, serviceUrl, path, null, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            if (Read(answer.Value, ConnectorJson.Default.PagedMembersResult) is not { } result)
            {
                return new ConnectorFailure(ConnectorFailureKind.Refused, "unreadable-members");
            }

            members.AddRange(result.Members ?? []);
            next = result.ContinuationToken;
            if (string.IsNullOrEmpty(next))
            {
                return members;
            }
        }

        return new ConnectorFailure(ConnectorFailureKind.Refused, "too-many-members");
    }

    /// <summary>One member of a team, chat or thread; <see cref="ConnectorFailureKind.NotFound"/> for whoever is none.</summary>
    public async Task<ConnectorResult<ChannelAccount>> MemberAsync(Uri serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(conversationId)}/members/{Uri.EscapeDataString(memberId)}";
        var answer = await SendAsync(HttpMethod.Get, serviceUrl, path, null, cancellationToken);
        return !answer.Succeeded ? answer.Failure
            : Read(answer.Value, ConnectorJson.Default.ChannelAccount) is { Id.Length: > 0 } member ? member
            : new ConnectorFailure(ConnectorFailureKind.Refused, "unreadable-member");
    }

    /// <summary>A picture that was sent along, at most 10 MB. What lies elsewhere than with the Connector is not fetched.</summary>
    /// <param name="contentUrl">As the attachment names it.</param>
    public async Task<ConnectorResult<byte[]>> DownloadAsync(Uri contentUrl, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, contentUrl);
        return await http.CreateClient(HttpClientName).AskAsync(request, cancellationToken);
    }

    private async Task<ConnectorResult<PostedActivity>> PutAsync(
        HttpMethod method, Uri serviceUrl, string path, Activity activity, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(method, serviceUrl, path, Json(activity, ActivityJson.Default.Activity), cancellationToken);
        return answer.Succeeded ? Read(answer.Value, ConnectorJson.Default.PostedActivity) ?? Unnamed : answer.Failure;
    }

    /// <summary>The answer's body, which may be empty.</summary>
    private async Task<ConnectorResult<byte[]>> SendAsync(
        HttpMethod method, Uri serviceUrl, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, ConnectorAddress.Of(serviceUrl, path)) { Content = content };
        return await http.CreateClient(HttpClientName).AskAsync(request, cancellationToken);
    }

    private static string Activities(string conversationId, string? activityId) =>
        $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities" + (activityId is null ? "" : $"/{Uri.EscapeDataString(activityId)}");

    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    /// <summary>Null for a body that is empty or not as described: what was done stays done.</summary>
    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="ConversationId">The thread: where replies go, and what comes back with them.</param>
/// <param name="ActivityId">The first message; null where the channel did not name it.</param>
public sealed record StartedThread(string ConversationId, string? ActivityId);
