using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

/// <summary>Listens to a conversation as Web Chat does.</summary>
internal sealed class StreamClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];

    private StreamClient(string? origin)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            _socket.Options.SetRequestHeader("Origin", origin);
        }
    }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<StreamClient> OpenAsync(Uri address, string? origin = null)
    {
        var client = new StreamClient(origin);
        using var patience = new CancellationTokenSource(Patience);
        await client._socket.ConnectAsync(address, patience.Token);
        return client;
    }

    /// <summary>The status with which the server refuses to open the stream.</summary>
    public static async Task<HttpStatusCode> RefusalAsync(Uri address, string? origin = null)
    {
        using var client = new StreamClient(origin);
        using var patience = new CancellationTokenSource(Patience);
        await Assert.ThrowsAsync<WebSocketException>(() => client._socket.ConnectAsync(address, patience.Token));
        return client._socket.HttpStatusCode;
    }

    /// <summary>The next frame; empty for a sign of life, null when the server has closed.</summary>
    public async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(new ArraySegment<byte>(_buffer, length, _buffer.Length - length), patience.Token);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        if (part.MessageType == WebSocketMessageType.Close)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            return null;
        }

        return System.Text.Encoding.UTF8.GetString(_buffer, 0, length);
    }

    /// <summary>The next frame that says something.</summary>
    public async Task<JsonObject> NextSetAsync()
    {
        while (true)
        {
            var frame = await NextAsync();
            Assert.NotNull(frame);
            if (frame.Length > 0)
            {
                return (JsonObject)JsonNode.Parse(frame)!;
            }
        }
    }

    /// <summary>Reads until the person's own message with this text comes by; gives the watermark after it.</summary>
    public async Task<string> UntilAsync(string text)
    {
        while (true)
        {
            var set = await NextSetAsync();
            if (set["activities"]!.AsArray().Any(activity => (string?)activity!["text"] == text))
            {
                return (string)set["watermark"]!;
            }
        }
    }

    /// <summary>Reads until the bot has said something.</summary>
    public async Task UntilAnsweredAsync()
    {
        while (!(await NextSetAsync())["activities"]!.AsArray().Any(activity =>
            (string?)activity!["type"] == "message" && (string?)activity["from"]!["role"] == "bot"))
        {
        }
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task UntilClosedAsync()
    {
        while (await NextAsync() is not null)
        {
        }
    }

    public void Dispose() => _socket.Dispose();
}
