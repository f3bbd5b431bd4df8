namespace SupportBot.Turns;

/// <summary>Works off one conversation.</summary>
internal sealed class ConversationTurns
{
    private int _runs;

    public Task RunPendingAsync(string conversationId, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        stopping.ThrowIfCancellationRequested();
        _runs++;
        return Task.FromResult(_runs);
    }
}
