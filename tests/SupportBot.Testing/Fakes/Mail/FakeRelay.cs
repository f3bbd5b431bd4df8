using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Testing.Fakes.Mail;

/// <summary>
/// Stands in for an SMTP relay (RFC 5321) on a free port of 127.0.0.1. It keeps what it was given, refuses what it is told to refuse,
/// and answers commands that it does not know, or that come too early, as a real one does.
/// </summary>
public sealed class FakeRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mail = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _refusals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Task _accepting;

    public FakeRelay()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Mail => [.. _mail];

    /// <summary>Every command so far, with what follows it.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>The next such command gets this answer.</summary>
    /// <param name="command">One of <c>EHLO</c>, <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, or <c>.</c> for the end of a message.</param>
    /// <param name="reply">Such as <c>451 try again later</c>.</param>
    public void Refuse(string command, string reply, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            _refusals.GetOrAdd(command, _ => new()).Enqueue(reply);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(sessions);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 relay.test");
                var envelope = new Envelope();
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    _commands.Enqueue(line);
                    await writer.WriteLineAsync(await AnswerAsync(line, envelope, reader, writer));
                    if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task<string> AnswerAsync(string line, Envelope envelope, StreamReader reader, StreamWriter writer)
    {
        var command = line.Split(' ', ':')[0].ToUpperInvariant();
        if (Refusal(command) is { } refusal)
        {
            return refusal;
        }

        switch (command)
        {
            case "EHLO" or "HELO" or "NOOP" or "RSET":
                (envelope.From, envelope.To) = (null, null);
                return "250 relay.test";
            case "MAIL":
                envelope.From = Address(line);
                return "250 ok";
            case "RCPT" when envelope.From is not null:
                envelope.To = Address(line);
                return "250 ok";
            case "DATA" when envelope is { From: { } from, To: { } to }:
                await writer.WriteLineAsync("354 go on");
                var content = await ReadContentAsync(reader);
                if (Refusal(".") is { } late)
                {
                    return late;
                }

                _mail.Enqueue(ReceivedMail.Read(content, from, to));
                return "250 queued";
            case "QUIT":
                return "221 bye";
            case "RCPT" or "DATA":
                return "503 not yet";
            default:
                return "502 unknown";
        }
    }

    private string? Refusal(string command) => _refusals.TryGetValue(command, out var replies) && replies.TryDequeue(out var reply) ? reply : null;

    private async Task<string> ReadContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return content.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private sealed class Envelope
    {
        public string? From { get; set; }

        public string? To { get; set; }
    }
}
