using SupportBot.Benchmarks.Load;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>The same post to the baseline, whose answer is all there is.</summary>
internal sealed class EchoTalk : IDisposable
{
    private readonly IReadOnlyList<HttpConnection> _connections;
    private readonly byte[] _request;

    private EchoTalk(IReadOnlyList<HttpConnection> connections, byte[] request) => (_connections, _request) = (connections, request);

    public static async Task<EchoTalk> OpenAsync(Uri server, int conversations)
    {
        var connections = new List<HttpConnection>();
        for (var i = 0; i < conversations; i++)
        {
            connections.Add(await HttpConnection.OpenAsync(server));
        }

        return new EchoTalk(connections, HttpConnection.Post(
            server,
            "/v3/directline/conversations/baseline/activities",
            "none",
            """{"type":"message","text":"thanks for your help","locale":"en-GB","channelData":{"clientActivityID":"0"}}"""));
    }

    public async Task TurnAsync(int conversation, Action accepted)
    {
        await _connections[conversation].SendAsync(_request);
        accepted();
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }
}
