using System.Collections.Concurrent;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.ConversationTests.Durability;

/// <summary>Does outbox work of kind <see cref="Kind"/> as the test says, and keeps what it was given.</summary>
internal sealed class RecordingWorker(Func<OutboxItem, CancellationToken, Task<OutboxOutcome>> run) : IOutboxWorker
{
    public const string Kind = "test-work";

    public ConcurrentQueue<string> Begun { get; } = new();

    public int MostRuns { get; init; } = 20;

    public Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        Begun.Enqueue(item.Payload);
        return run(item, cancellationToken);
    }
}
