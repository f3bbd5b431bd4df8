using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;

namespace SupportBot.ConversationTests.Playground;

/// <summary>
/// Microsoft's own Teams client for bots, in a process of its own, on 127.0.0.1 only, driven without a browser, or by one
/// that opens <see cref="Page"/>. Its addresses are not documented and hold for the pinned version.
/// </summary>
public sealed class AgentsPlayground : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "SupportBot.ConversationTests", "Playground");
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _working = new();
    private readonly ClientWebSocket _stream = new();
    private readonly HttpClient _http;
    private Process? _process;

    private AgentsPlayground() => _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };

    public static string Program { get; } = Path.Combine(Folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    public Uri Page => _http.BaseAddress!;

    /// <summary>Of its Connector, as its activities name it.</summary>
    public Uri ServiceUrl => new($"http://localhost:{_http.BaseAddress!.Port}/_connector");

    /// <param name="bot">Where the bot listens.</param>
    public static async Task<AgentsPlayground> StartAsync(Uri bot)
    {
        var playground = new AgentsPlayground();
        await File.WriteAllTextAsync(playground._working.File(".m365agentsplayground.yml"), PlaygroundSettings.Yaml);
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = playground._working.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        string[] arguments =
        [
            "--require", Path.Combine(Folder, "preload.cjs"), Program, "start", "-e", new Uri(bot, "api/messages").AbsoluteUri, "-c", "msteams",
            "-p", $"{playground._http.BaseAddress!.Port}", "--disable-telemetry",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        playground._process = Process.Start(start)!;
        playground._process.BeginOutputReadLine();
        playground._process.BeginErrorReadLine();
        await playground.ReadyAsync();
        return playground;
    }

    /// <summary>Adds the bot to the team, as opening its channel in the page does. The bot hears of it some time later.</summary>
    public Task InstallAsync() => PostAsync($"_debug/conversation/{Uri.EscapeDataString(FakeTeam.ChannelId)}/installation", []);

    /// <summary>Writes to the bot, in a channel (a new thread) or in a thread.</summary>
    /// <returns>The thread.</returns>
    public async Task<string> SayAsync(string conversationId, string text)
    {
        var posted = await PostAsync($"_conversation/v1/conversations/{Uri.EscapeDataString(conversationId)}/messages", new JsonObject
        {
            ["type"] = "text",
            ["text"] = $"<at>SupportBot</at> {text}",
            ["textFormat"] = "plain",
            ["from"] = new JsonObject { ["id"] = FakeTeam.Priya.Id },
            ["mentions"] = new JsonArray(new JsonObject
            {
                ["mentioned"] = new JsonObject { ["id"] = FakeTeam.BotId, ["name"] = "SupportBot" },
                ["text"] = "<at>SupportBot</at>",
            }),
        });
        return (string?)posted?["postConversationId"] ?? conversationId;
    }

    /// <summary>Waits until the client shows this.</summary>
    /// <param name="isIt">Looks at what came: <c>action</c>, <c>actionConversationId</c>, <c>message</c>.</param>
    public async Task<JsonObject> SeesAsync(Func<JsonObject, bool> isIt)
    {
        using var deadline = new CancellationTokenSource(Within);
        while (true)
        {
            if (await ReceiveAsync(deadline.Token) is { } shown && isIt(shown))
            {
                return shown;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _http.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _working.Dispose();
    }

    private async Task<JsonObject?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        using var frame = new MemoryStream();
        WebSocketReceiveResult read;
        do
        {
            read = await _stream.ReceiveAsync(buffer, cancellationToken);
            frame.Write(buffer, 0, read.Count);
        }
        while (!read.EndOfMessage);
        return frame.Length == 0 ? null : JsonNode.Parse(frame.ToArray()) as JsonObject;
    }

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }

    private async Task ReadyAsync()
    {
        using var deadline = new CancellationTokenSource(Within);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await AnswersAsync(deadline.Token))
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }

        await _stream.ConnectAsync(
            new Uri($"ws://127.0.0.1:{_http.BaseAddress!.Port}/_ws_conversation/v1/conversations/stream"), deadline.Token);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _http.GetStringAsync(new Uri("_debug/ping", UriKind.Relative), cancellationToken) == "pong";
        }
        catch (HttpRequestException) when (_process is { HasExited: false })
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
