using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Outbox;

/// <summary>
/// Does one kind of outbox work; registered with the kind as its key. It may run again for the same item (the process was killed,
/// the commit of the outcome failed), so what it does outside must be the same when done twice.
/// </summary>
public interface IOutboxWorker
{
    /// <summary>
    /// How many runs are tried before an item is given up. With the back-off 20 are several hours; whatever is down for longer needs a person.
    /// </summary>
    int MostRuns => 20;

    /// <summary>How long the growing wait between two runs becomes at most.</summary>
    TimeSpan LongestWait => TimeSpan.FromMinutes(15);

    /// <summary>An exception counts as <see cref="OutboxOutcome.Retry"/>.</summary>
    /// <param name="item">As it was claimed: <see cref="OutboxItem.Attempts"/> is 1 in the first run. Changing it changes nothing.</param>
    /// <param name="cancellationToken">
    /// Ends before the lease does, and when the run takes too long. Obey it: until the work ends, nothing else of its key is done.
    /// </param>
    Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken);
}

/// <summary>What came of a run. It is stored together with the item's new state, or not at all.</summary>
public abstract record OutboxOutcome
{
    private OutboxOutcome()
    {
    }

    /// <summary>Finished, well or badly; nothing more will be tried.</summary>
    /// <param name="Result">Tells the conversation in a turn of its own; never lost and never told twice.</param>
    /// <param name="Changes">Further rows of the same commit. May run more than once; see <c>CommitUnit.Changes</c>.</param>
    public sealed record Done(InboundEvent? Result = null, Action<SupportDbContext>? Changes = null) : OutboxOutcome;

    /// <param name="Error">A short code, at most 64 characters, without secrets.</param>
    /// <param name="After">The wait that the other side asked for; null: a growing one with jitter.</param>
    public sealed record Retry(string Error, TimeSpan? After = null) : OutboxOutcome;

    /// <summary>Nothing that time could heal: given up at once, and shown as dead.</summary>
    /// <param name="Error">A short code, at most 64 characters, without secrets.</param>
    public sealed record GiveUp(string Error) : OutboxOutcome;
}
