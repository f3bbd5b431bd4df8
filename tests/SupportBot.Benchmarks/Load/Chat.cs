using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportBot.Benchmarks.Load;

/// <summary>One conversation as Web Chat has it: posts over HTTP, reads over the socket.</summary>
internal sealed class Chat : IDisposable
{
    private readonly ClientWebSocket _stream = new();
    private readonly byte[] _frame = new byte[256 * 1024];
    private readonly HttpConnection _connection;
    private readonly Uri _server;
    private readonly string _path;
    private readonly string _token;

    private Chat(HttpConnection connection, Uri server, string conversationId, string token)
    {
        (_connection, _server, _token, ConversationId) = (connection, server, token, conversationId);
        _path = $"/v3/directline/conversations/{conversationId}/activities";
    }

    public string ConversationId { get; }

    /// <summary>Signs a demo seller in and waits for the greeting.</summary>
    public static async Task<Chat> OpenAsync(HttpClient http, string sellerId)
    {
        var userToken = (string)(await PostAsync(http, $"demo/sign-in/{sellerId}", null))["token"]!;
        var token = (string)(await PostAsync(http, "v3/directline/tokens/generate", userToken))["token"]!;
        var started = await PostAsync(http, "v3/directline/conversations", token);
        var chat = new Chat(
            await HttpConnection.OpenAsync(http.BaseAddress!), http.BaseAddress!, (string)started["conversationId"]!, (string)started["token"]!);
        await chat._stream.ConnectAsync(new Uri((string)started["streamUrl"]!), CancellationToken.None);
        await chat.ReadUntilAsync(Encoding.UTF8.GetBytes("\"role\":\"bot\""));
        return chat;
    }

    /// <summary>Says it; returns when the bot's answer to it has come.</summary>
    /// <param name="accepted">Called when the message is stored.</param>
    public async Task SayAsync(string text, Action? accepted = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["locale"] = "en-GB",
            ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.CreateVersion7().ToString("N") },
        };
        var answer = await _connection.SendAsync(HttpConnection.Post(_server, _path, _token, message.ToJsonString()));
        accepted?.Invoke();
        var wanted = Encoding.UTF8.GetBytes($"\"replyToId\":\"{Id(answer.Span)}\"");
        await ReadUntilAsync(wanted);
    }

    /// <summary>Returns when somebody says it. Nothing else may be waited for meanwhile.</summary>
    public Task HearAsync(string words) => ReadUntilAsync(Encoding.UTF8.GetBytes(words));

    public void Dispose()
    {
        _stream.Dispose();
        _connection.Dispose();
    }

    private static string Id(ReadOnlySpan<byte> answer)
    {
        var name = "\"id\":\""u8;
        var value = answer[(answer.IndexOf(name) + name.Length)..];
        return Encoding.UTF8.GetString(value[..value.IndexOf((byte)'"')]);
    }

    private async Task ReadUntilAsync(byte[] wanted)
    {
        var found = false;
        while (!found)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await _stream.ReceiveAsync(_frame.AsMemory(length), CancellationToken.None);
                length += received.Count;
            }
            while (!received.EndOfMessage);

            found = received.MessageType == WebSocketMessageType.Close
                ? throw new InvalidOperationException("The server closed the stream.")
                : _frame.AsSpan(0, length).IndexOf(wanted) >= 0;
        }
    }

    private static async Task<JsonObject> PostAsync(HttpClient http, string path, string? bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
