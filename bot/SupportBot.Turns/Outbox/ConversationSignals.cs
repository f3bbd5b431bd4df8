using System.Collections.Concurrent;
using System.Collections.Immutable;
using SupportBot.Protocol.Activities;

namespace SupportBot.Turns.Outbox;

/// <summary>
/// Wakes whoever waits for a conversation. For web chat this is all that "sending" means: the transcript is the history, its
/// sequence the watermark. Lost with the process and blind to other nodes, so a reader also looks by itself now and then.
/// </summary>
public sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<string, ImmutableArray<ConversationSubscription>> _subscriptions = new(StringComparer.Ordinal);

    public ConversationSubscription Subscribe(string conversationId)
    {
        var subscription = new ConversationSubscription(this, conversationId);
        _subscriptions.AddOrUpdate(conversationId, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <summary>New entries stand in the transcript.</summary>
    public void Committed(string conversationId) => Publish(conversationId, ConversationSignal.NewEntries);

    /// <summary>Shows an activity, such as typing, that is not kept.</summary>
    public void Show(string conversationId, Activity activity) => Publish(conversationId, new ConversationSignal(activity));

    internal void Remove(ConversationSubscription subscription)
    {
        while (_subscriptions.TryGetValue(subscription.ConversationId, out var current))
        {
            var rest = current.Remove(subscription);
            var replaced = rest.IsEmpty
                ? _subscriptions.TryRemove(new(subscription.ConversationId, current))
                : _subscriptions.TryUpdate(subscription.ConversationId, rest, current);
            if (replaced)
            {
                return;
            }
        }
    }

    private void Publish(string conversationId, ConversationSignal signal)
    {
        if (_subscriptions.TryGetValue(conversationId, out var subscriptions))
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Offer(signal);
            }
        }
    }
}

/// <summary>Something to look at: <see cref="Transient"/> when given, else new entries of the transcript.</summary>
public sealed record ConversationSignal(Activity? Transient)
{
    public static ConversationSignal NewEntries { get; } = new((Activity?)null);
}
