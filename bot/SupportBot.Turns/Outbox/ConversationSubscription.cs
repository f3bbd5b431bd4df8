using System.Threading.Channels;

namespace SupportBot.Turns.Outbox;

/// <summary>One reader's signals. A reader that does not keep up loses the oldest: it finds the entries in the transcript.</summary>
public sealed class ConversationSubscription : IDisposable
{
    private readonly ConversationSignals _signals;
    private readonly Channel<ConversationSignal> _channel = Channel.CreateBounded<ConversationSignal>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    internal ConversationSubscription(ConversationSignals signals, string conversationId)
    {
        _signals = signals;
        ConversationId = conversationId;
    }

    public string ConversationId { get; }

    public ChannelReader<ConversationSignal> Reader => _channel.Reader;

    /// <summary>Returns at the next signal, or after the given time; signals that came meanwhile are taken.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await Reader.WaitToReadAsync(limit.Token);
            while (Reader.TryRead(out _))
            {
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time is up: the caller looks by itself.
        }
    }

    public void Dispose() => _signals.Remove(this);

    internal void Offer(ConversationSignal signal) => _channel.Writer.TryWrite(signal);
}
