using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends ready-made bytes. The load runs on the same cores as what it measures, so it
/// must cost little.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    private HttpConnection()
    {
    }

    public static async Task<HttpConnection> OpenAsync(Uri server)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    public static byte[] Post(Uri server, string path, string bearer, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {bearer}\r\n"
        + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>The answer's headers and body as they came; valid until the next call.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        while (!IsComplete(_buffer.AsSpan(0, length)))
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
        }

        var answer = _buffer.AsMemory(0, length);
        return answer.Span.StartsWith("HTTP/1.1 200"u8)
            ? answer
            : throw new InvalidOperationException($"The server answered: {Encoding.UTF8.GetString(answer.Span)}");
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var body = received[(end + 4)..];
        var name = "Content-Length: "u8;
        var at = received[..end].IndexOf(name);
        return at < 0
            ? body.EndsWith("0\r\n\r\n"u8)
            : Utf8Parser.TryParse(received[(at + name.Length)..], out int length, out _) && body.Length >= length;
    }
}
