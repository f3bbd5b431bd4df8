using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;

namespace SupportBot.Testing.Drivers;

/// <summary>A person in Teams, as the bot learns of them: by activities at <c>/api/messages</c>.</summary>
/// <param name="sign">Makes the bearer token; null for a host that needs none.</param>
public sealed class TeamsAgent(HttpClient bot, FakeConnector teams, AgentAccount account, Func<string>? sign = null)
{
    private const string Mention = "<at>SupportBot</at>";

    private static long s_lastId;

    public AgentAccount Account => account;

    /// <summary>Writes in a thread, with the mention that makes Teams deliver it.</summary>
    public Task<HttpResponseMessage> SayAsync(string threadId, string text) => SendAsync(Message(threadId, $"{Mention}\u00a0{text}", isMention: true));

    /// <summary>Writes in a thread without a mention, as Teams delivers where the app may read the channel.</summary>
    public Task<HttpResponseMessage> ReplyAsync(string threadId, string text) => SendAsync(Message(threadId, text, isMention: false));

    /// <summary>Presses a button of a card that was drawn with Action.Execute.</summary>
    public Task<HttpResponseMessage> ExecuteAsync(FakeMessage card, string verb, JsonObject? data = null) => SendAsync(Press(card, verb, data));

    public JsonObject Press(FakeMessage card, string verb, JsonObject? data = null) => Activity("invoke", card.ConversationId, activity =>
    {
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data ?? [] },
            ["trigger"] = "manual",
        };
    });

    /// <summary>Presses a button of a card that was drawn with Action.Submit.</summary>
    public Task<HttpResponseMessage> SubmitAsync(FakeMessage card, JsonObject value) => SendAsync(Activity("message", card.ConversationId, activity =>
    {
        activity["replyToId"] = card.Id;
        activity["value"] = value.DeepClone();
    }));

    /// <summary>Adds the bot to the team.</summary>
    public Task<HttpResponseMessage> InstallAsync(string? channelId = FakeTeam.ChannelId) => SendAsync(Activity("installationUpdate", FakeTeam.TeamId, activity =>
    {
        activity["action"] = "add";
        if (channelId is not null)
        {
            activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = channelId } };
        }
    }));

    /// <summary>Any activity of this person, with what every one has filled in.</summary>
    /// <param name="conversationId">A thread, or the team.</param>
    public JsonObject Activity(string type, string conversationId, Action<JsonObject>? complete = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{Interlocked.Increment(ref s_lastId)}",
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = teams.ServiceUrl.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = account.Id, ["name"] = account.Name, ["aadObjectId"] = account.EntraId },
            ["recipient"] = new JsonObject { ["id"] = FakeTeam.BotId, ["name"] = "SupportBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversationId,
                ["conversationType"] = "channel",
                ["isGroup"] = true,
                ["tenantId"] = FakeTeam.TenantId,
            },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = FakeTeam.TenantId },
                ["team"] = new JsonObject { ["id"] = FakeTeam.TeamId, ["name"] = "Support" },
            },
        };
        complete?.Invoke(activity);
        return activity;
    }

    public JsonObject Message(string conversationId, string text, bool isMention) => Activity("message", conversationId, activity =>
    {
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" });
        if (isMention)
        {
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = Mention,
                ["mentioned"] = new JsonObject { ["id"] = FakeTeam.BotId, ["name"] = "SupportBot" },
            });
        }
    });

    public async Task<HttpResponseMessage> SendAsync(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = sign is null ? null : new AuthenticationHeaderValue("Bearer", sign());
        return await bot.SendAsync(request);
    }
}
