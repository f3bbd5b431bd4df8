using System.Buffers;
using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Conversations;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.WebChat.Streaming;

/// <summary>Sends a conversation over a socket: what is in the transcript, then whatever is added, until someone ends it.</summary>
internal sealed class ActivityStreamer(
    Transcript transcript, ConversationSignals signals, IOptions<WebChatOptions> options, TimeProvider realTime)
{
    /// <summary>A reader that takes longer than this for one frame is gone or stuck.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long the other side may take to say goodbye.</summary>
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the client has closed, the token has ended, or <paramref name="stopping"/>.</summary>
    public async Task RunAsync(
        WebSocket socket, OpenStream stream, string conversationId, long watermark, string baseUrl, CancellationToken stopping)
    {
        // Subscribed before reading, so that nothing falls between.
        using var subscription = signals.Subscribe(conversationId);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var deaf = new CancellationTokenSource();
        var frames = new Frames(socket, baseUrl);
        var listening = ListenAsync(socket, ended, deaf.Token);
        try
        {
            await SendAsync(frames, subscription, stream, watermark, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client closed, or the server stops: both end in the close below.
        }
        catch (WebSocketException)
        {
            // The client is gone. It comes back by itself and asks for what it missed.
        }
        finally
        {
            await CloseAsync(socket, stopping.IsCancellationRequested);
            deaf.CancelAfter(CloseTimeout);
            await listening;
        }
    }

    private async Task SendAsync(
        Frames frames, ConversationSubscription subscription, OpenStream stream, long watermark, CancellationToken ended)
    {
        using var interval = new PeriodicTimer(options.Value.StreamInterval);
        watermark = await SendNewAsync(frames, subscription.ConversationId, watermark, ended);
        var tick = interval.WaitForNextTickAsync(ended).AsTask();
        var signalled = subscription.Reader.WaitToReadAsync(ended).AsTask();
        while (stream.End > realTime.GetUtcNow())
        {
            await await Task.WhenAny(tick, signalled);
            var before = watermark;
            var look = tick.IsCompleted;
            while (subscription.Reader.TryRead(out var signal))
            {
                if (signal.Transient is { } transient)
                {
                    await frames.SendTransientAsync(transient, subscription.ConversationId, watermark);
                }
                else
                {
                    look = true;
                }
            }

            if (look)
            {
                watermark = await SendNewAsync(frames, subscription.ConversationId, watermark, ended);
            }

            if (tick.IsCompleted)
            {
                if (watermark == before)
                {
                    await frames.SendKeepAliveAsync();
                }

                tick = interval.WaitForNextTickAsync(ended).AsTask();
            }

            if (signalled.IsCompleted)
            {
                signalled = subscription.Reader.WaitToReadAsync(ended).AsTask();
            }
        }
    }

    private async Task<long> SendNewAsync(Frames frames, string conversationId, long watermark, CancellationToken ended)
    {
        IReadOnlyList<TranscriptLine> lines;
        do
        {
            lines = await transcript.ReadAsync(conversationId, watermark, options.Value.PageSize, ended);
            if (lines.Count > 0)
            {
                watermark = lines[^1].Sequence;
                await frames.SendAsync(lines);
            }
        }
        while (lines.Count == options.Value.PageSize);

        return watermark;
    }

    /// <summary>
    /// What the client says here is only that it lives; when it leaves, the stream ends. Cancelling a read breaks the socket
    /// off, so that is left for after the close.
    /// </summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended, CancellationToken deaf)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), deaf)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Ended by us, or broken off by the client: either way there is nothing more to hear.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, bool stopping)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var patience = new CancellationTokenSource(CloseTimeout);
        try
        {
            await socket.CloseOutputAsync(
                stopping ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }

    /// <summary>Writes ActivitySet frames; one at a time, as a socket wants it.</summary>
    private sealed class Frames
    {
        private readonly WebSocket _socket;
        private readonly ArrayBufferWriter<byte> _buffer = new(1024);
        private readonly ActivitySetWriter _writer;

        public Frames(WebSocket socket, string baseUrl)
        {
            _socket = socket;
            _writer = new ActivitySetWriter(_buffer, baseUrl);
        }

        public Task SendAsync(IReadOnlyList<TranscriptLine> lines)
        {
            _writer.Begin();
            foreach (var line in lines.Where(ActivitySetWriter.IsForClient))
            {
                _writer.Add(line.ActivityJson, line.Sequence);
            }

            _writer.End(lines[^1].Sequence);
            return SendBufferAsync();
        }

        /// <summary>Placed after what was sent last, and without a watermark: the reader stays where it is.</summary>
        public Task SendTransientAsync(Activity activity, string conversationId, long watermark)
        {
            var complete = activity with
            {
                Id = activity.Id ?? $"{activity.Type}-{activity.From?.Id}",
                ChannelId = "webchat",
                Conversation = new ConversationAccount { Id = conversationId },
            };
            _writer.Begin();
            _writer.Add(ActivityJson.Write(complete), watermark + 0.5m);
            _writer.End(null);
            return SendBufferAsync();
        }

        public Task SendKeepAliveAsync() => SendBufferAsync();

        private async Task SendBufferAsync()
        {
            using var timeout = new CancellationTokenSource(SendTimeout);
            try
            {
                await _socket.SendAsync(_buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
            }
            catch (OperationCanceledException)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, "The reader did not take a frame in time.");
            }
            finally
            {
                _buffer.ResetWrittenCount();
            }
        }
    }
}
