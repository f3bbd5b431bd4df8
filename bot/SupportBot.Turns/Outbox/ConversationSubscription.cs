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

    public void Dispose() => _signals.Remove(this);

    internal void Offer(ConversationSignal signal) => _channel.Writer.TryWrite(signal);
}
