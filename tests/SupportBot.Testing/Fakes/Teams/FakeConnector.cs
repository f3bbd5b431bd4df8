using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>
/// Stands in for the Bot Connector of Teams: one team with two agents, threads in its channel, updates, faults and latency,
/// over HTTP on 127.0.0.1. What the real one refuses is refused here, and a call that it does not know is an error of the test.
/// Shapes: microsoft/botframework-sdk, botframework-channel.json.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<ConnectorRequest> _requests = new();
    private readonly ConcurrentQueue<ConnectorFault> _faults = new();
    private readonly FakeChannel _channel = new();
    private readonly WebApplication _app;

    private FakeConnector(WebApplication app, Uri address) => (_app, ServiceUrl) = (app, new Uri(address, "emea/"));

    public Uri ServiceUrl { get; }

    /// <summary>Every call so far, refused ones too.</summary>
    public IReadOnlyList<ConnectorRequest> Requests => [.. _requests];

    /// <summary>Everything that the bot said, in order, as it looks now.</summary>
    public IReadOnlyList<FakeMessage> Messages => _channel.Messages;

    /// <summary>The first message of every thread that the bot began.</summary>
    public IReadOnlyList<FakeMessage> Threads => _channel.Threads;

    /// <summary>Members of the team; more than one page of them.</summary>
    public IList<AgentAccount> Members => _channel.Members;

    /// <summary>When set, calls without this bearer token get 401.</summary>
    public string? RequiredToken { get; set; }

    /// <summary>While set, every call gets this status and does nothing.</summary>
    public int? Outage { get; set; }

    /// <summary>While set, every connection is broken without an answer.</summary>
    public bool IsUnreachable { get; set; }

    /// <summary>As <see cref="Outage"/>, but only for calls that ask who is in the team.</summary>
    public int? RosterOutage { get; set; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    public static async Task<FakeConnector> StartAsync()
    {
        FakeConnector? connector = null;
        var (app, address) = await LocalServer.StartAsync(map => map.Run(context => connector!.AnswerAsync(context)));
        connector = new FakeConnector(app, address);
        return connector;
    }

    /// <summary>The next calls get this answer and do nothing.</summary>
    public void Fail(int status, int times = 1, string? retryAfter = null) => Fail(new ConnectorFault(status, retryAfter, IsDone: false), times);

    /// <summary>The next call that says something is carried out, but its answer is lost on the way.</summary>
    public void LoseAnswer() => Fail(new ConnectorFault(504, RetryAfter: null, IsDone: true), 1);

    /// <summary>Somebody in Teams deletes the thread, with all that stands in it.</summary>
    public void DeleteThread(string threadId) => _channel.DeleteThread(threadId);

    /// <summary>The bot is removed from where this channel is: every call about it and its threads gets 403.</summary>
    public void Leave(string channelId) => _channel.Leave(channelId);

    /// <summary>A picture that somebody put into a message.</summary>
    /// <returns>The address that the message's attachment names.</returns>
    public Uri Keep(byte[] picture) => new(ServiceUrl, $"v3/attachments/{_channel.Keep(picture)}/views/original");

    /// <summary>Waits for what the bot should do by itself.</summary>
    public async Task<T> UntilAsync<T>(Func<FakeConnector, T?> find, string what)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Within);
        using var timer = new PeriodicTimer(LookEvery);
        while (true)
        {
            if (find(this) is { } found)
            {
                return found;
            }

            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Teams did not see {what}. Calls: {string.Join("; ", Requests.Select(r => $"{r.Method} {r.Path} {r.Status}"))}");
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Fail(ConnectorFault fault, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _faults.Enqueue(fault);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsUnreachable)
        {
            context.Abort();
            return;
        }

        var request = context.Request;
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(request.Body) as JsonObject;
        var authorisation = request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null;
        if (Latency > TimeSpan.Zero)
        {
            using var timer = new PeriodicTimer(Latency);
            await timer.WaitForNextTickAsync();
        }

        var answer = Answer(request.Method, path, authorisation, body, out var retryAfter);
        _requests.Enqueue(new ConnectorRequest(request.Method, path, authorisation, body, answer.Status));
        context.Response.StatusCode = answer.Status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (answer.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body.ToJsonString());
        }
        else if (answer.Content is not null)
        {
            await context.Response.Body.WriteAsync(answer.Content);
        }
    }

    private ConnectorAnswer Answer(string method, string path, string? authorisation, JsonObject? body, out string? retryAfter)
    {
        retryAfter = null;
        if (RequiredToken is not null && authorisation != $"Bearer {RequiredToken}")
        {
            return ConnectorAnswer.Error(401, "Unauthorized");
        }

        if ((Outage ?? (path.Contains("members", StringComparison.Ordinal) ? RosterOutage : null)) is { } outage)
        {
            return ConnectorAnswer.Error(outage, "Outage");
        }

        if (!_faults.TryPeek(out var fault) || (fault.IsDone && method == "GET") || !_faults.TryDequeue(out fault))
        {
            return _channel.Answer(method, path, body);
        }

        retryAfter = fault.RetryAfter;
        if (fault.IsDone)
        {
            _channel.Answer(method, path, body);
        }

        return ConnectorAnswer.Error(fault.Status, "Fault");
    }

    private sealed record ConnectorFault(int Status, string? RetryAfter, bool IsDone);
}
