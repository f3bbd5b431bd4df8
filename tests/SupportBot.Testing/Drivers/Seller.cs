using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportBot.Testing.Drivers;

/// <summary>A seller in the web chat, over HTTP only: signs in, writes, presses, reads what comes back.</summary>
public sealed class Seller
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ReplyWithin = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http;
    private string _watermark = "";
    private int _lastAction;

    private Seller(HttpClient http, string userToken, string token, string conversationId) =>
        (_http, UserToken, Token, ConversationId) = (http, userToken, token, conversationId);

    public string UserToken { get; }

    public string Token { get; private set; }

    public string ConversationId { get; }

    /// <summary>What the browser says of where it is; null: nothing.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Everything that has come so far, own messages too.</summary>
    public List<JsonObject> Transcript { get; } = [];

    /// <summary>What the bot said since the last thing the seller did.</summary>
    public IReadOnlyList<JsonObject> Replies { get; private set; } = [];

    /// <summary>The buttons of the newest message: those under it and those on its card.</summary>
    public IReadOnlyList<string> Choices => [.. Suggested.Concat(CardButtons.Select(button => (string)button["title"]!)).Concat(Links(Newest).Select(link => link.Title))];

    /// <summary>Where the newest button leads whose title begins so.</summary>
    public Uri LinkOf(string title) => Transcript.AsEnumerable().Reverse().SelectMany(Links)
        .First(link => link.Title.StartsWith(title, StringComparison.Ordinal)).Address;

    private static IEnumerable<(string Title, Uri Address)> Links(JsonObject? activity) =>
        ActionsOf("Action.OpenUrl", activity?["attachments"]).Select(action => ((string)action["title"]!, new Uri((string)action["url"]!)));

    private IEnumerable<string> Suggested => (Newest?["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(action => (string)action!["title"]!);

    private IEnumerable<JsonObject> CardButtons => SubmitActions(Newest?["attachments"]);

    private JsonObject? Newest => Transcript.LastOrDefault(IsBotMessage);

    /// <summary>Opens a conversation, or the one about a forwarded case, and waits for the greeting.</summary>
    public static async Task<Seller> OpenChatAsync(HttpClient http, string sellerId, string? userId = null, string? caseId = null, bool resume = false, string? timeZone = null)
    {
        var userToken = await SignInAsync(http, sellerId, userId);
        var generated = await PostAsync(http, "v3/directline/tokens/generate", userToken, new JsonObject { ["case"] = caseId, ["resume"] = resume, ["localTimezone"] = timeZone });
        var seller = new Seller(http, userToken, (string)generated["token"]!, (string)generated["conversationId"]!) { TimeZone = timeZone };
        var started = await PostAsync(http, "v3/directline/conversations", seller.Token, new JsonObject());
        seller.Token = (string)started["token"]!;
        await seller.WaitAsync(() => seller.Transcript.Any(IsBotMessage), "the greeting");
        seller.Replies = [.. seller.Transcript.Where(IsBotMessage)];
        return seller;
    }

    /// <summary>The same seller in the same conversation, but talking to another node.</summary>
    public Seller On(HttpClient node) => new(node, UserToken, Token, ConversationId);

    public static async Task<string> SignInAsync(HttpClient http, string sellerId, string? userId = null)
    {
        var query = userId is null ? "" : $"?user={Uri.EscapeDataString(userId)}";
        using var response = await http.PostAsync(new Uri($"demo/sign-in/{sellerId}{query}", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
    }

    /// <summary>Writes a message and waits for what the bot says to it.</summary>
    public Task SayAsync(string text) => SendAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Presses a button of the newest message.</summary>
    public Task ChooseAsync(string title)
    {
        if (Suggested.Contains(title))
        {
            return SayAsync(title);
        }

        var button = CardButtons.FirstOrDefault(action => (string?)action["title"] == title)
            ?? throw new InvalidOperationException($"'{title}' is not offered, but: {string.Join(", ", Choices)}");
        return SendValueAsync((JsonObject)button["data"]!);
    }

    /// <summary>Presses a button of the newest card that has the verb, with what was typed into it.</summary>
    public Task PressAsync(string verb, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var data = Transcript.AsEnumerable().Reverse().SelectMany(Submits).FirstOrDefault(d => (string?)d["verb"] == verb)
            ?? throw new InvalidOperationException($"No card offers '{verb}'.");
        return SendValueAsync(data, inputs);
    }

    /// <summary>Waits for a message that the bot sends by itself; <see cref="Replies"/> is then all that it said since the seller last did something.</summary>
    public async Task HearAsync(string words)
    {
        bool Says(JsonObject a) => IsBotMessage(a) && a.ToJsonString(s_readable).Contains(words, StringComparison.OrdinalIgnoreCase);
        await WaitAsync(() => Transcript.Skip(_lastAction).Any(Says), $"'{words}'");
        Replies = [.. Transcript.Skip(_lastAction).Where(IsBotMessage)];
    }

    public Task SendValueAsync(JsonObject data, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var value = (JsonObject)data.DeepClone();
        foreach (var (key, text) in inputs ?? new Dictionary<string, string>())
        {
            value[key] = text;
        }

        return SendAsync(new JsonObject
        {
            ["type"] = "message",
            ["value"] = value,
            ["channelData"] = new JsonObject { ["postBack"] = true },
        });
    }

    /// <summary>Does something outside the chat, and waits for what the bot then says by itself.</summary>
    public async Task NoticeAsync(Func<Task> outside)
    {
        await ReadAsync();
        var before = Transcript.Count(IsBotMessage);
        await outside();
        await WaitAsync(() => Transcript.Count(IsBotMessage) > before, "what the bot says by itself");
        Replies = [.. Transcript.Where(IsBotMessage).Skip(before)];
    }

    /// <summary>Posts an activity without waiting for an answer to it; returns its id.</summary>
    public async Task<string> PostAsync(JsonObject activity)
    {
        var answer = await PostAsync(_http, $"v3/directline/conversations/{ConversationId}/activities", Token, activity);
        return (string)answer["id"]!;
    }

    /// <summary>Sends files with a message, as Web Chat does; returns its id.</summary>
    public async Task<string> UploadAsync(string text, params (string Name, string Type, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        var activity = new StringContent(new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString());
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        content.Add(activity, "activity", "blob");
        foreach (var (name, type, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(file, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3/directline/conversations/{ConversationId}/upload") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    public async Task ReadAsync()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"v3/directline/conversations/{ConversationId}/activities?watermark={_watermark}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var set = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        _watermark = (string?)set["watermark"] ?? _watermark;
        Transcript.AddRange(set["activities"]!.AsArray().Select(activity => (JsonObject)activity!.DeepClone()));
    }

    public Task WaitAsync(Func<bool> seen, string what) => WaitAsync(() => Task.FromResult(seen()), what);

    public async Task WaitAsync(Func<Task<bool>> seen, string what)
    {
        using var deadline = new CancellationTokenSource(ReplyWithin);
        using var timer = new PeriodicTimer(PollEvery);
        await ReadAsync();
        while (!await seen())
        {
            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{what} did not come within {ReplyWithin.TotalSeconds} s.");
            }

            await ReadAsync();
        }
    }

    public static bool IsBotMessage(JsonObject activity) =>
        (string?)activity["type"] == "message" && (string?)activity["from"]?["role"] == "bot";

    /// <summary>The data of every Action.Submit in an activity's cards.</summary>
    public static IEnumerable<JsonObject> Submits(JsonNode? node) => SubmitActions(node).Select(action => (JsonObject)action["data"]!);

    private static IEnumerable<JsonObject> SubmitActions(JsonNode? node) => ActionsOf("Action.Submit", node).Where(found => found["data"] is JsonObject);

    private static IEnumerable<JsonObject> ActionsOf(string type, JsonNode? node) => node switch
    {
        JsonObject found when (string?)found["type"] == type => [found],
        JsonObject other => other.SelectMany(property => ActionsOf(type, property.Value)),
        JsonArray items => items.SelectMany(item => ActionsOf(type, item)),
        _ => [],
    };

    private async Task SendAsync(JsonObject activity)
    {
        _lastAction = Transcript.Count;
        if (TimeZone is not null)
        {
            activity["localTimezone"] = TimeZone;
        }

        var id = await PostAsync(activity);
        bool Answers(JsonObject a) => IsBotMessage(a) && (string?)a["replyToId"] == id;
        await WaitAsync(() => Transcript.Any(Answers), "an answer");
        Replies = [.. Transcript.Where(Answers)];
    }

    private static async Task<JsonObject> PostAsync(HttpClient http, string path, string bearer, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}", null, response.StatusCode);
        }

        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
