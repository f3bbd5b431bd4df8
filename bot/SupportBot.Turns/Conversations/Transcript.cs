using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Turns.Conversations;

/// <summary>What was said in a conversation, in order.</summary>
public sealed class Transcript(IDbContextFactory<SupportDbContext> contexts)
{
    private const int LinesAtOnce = 500;

    private static readonly Func<SupportDbContext, string, long, int, IAsyncEnumerable<TranscriptLine>> Read =
        EF.CompileAsyncQuery((SupportDbContext db, string conversationId, long after, int limit) =>
            db.Transcript
                .Where(t => t.ConversationId == conversationId && t.Sequence > after)
                .OrderBy(t => t.Sequence)
                .Take(limit)
                .Select(t => new TranscriptLine(t.Sequence, t.Type, t.ActivityJson)));

    /// <summary>At most <paramref name="limit"/> lines after the given sequence; 0 reads from the beginning.</summary>
    public async Task<IReadOnlyList<TranscriptLine>> ReadAsync(
        string conversationId, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = new List<TranscriptLine>();
        await foreach (var line in Read(db, conversationId, afterSequence, limit).WithCancellation(cancellationToken))
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>All of it, in portions, so that no connection is held while somebody reads.</summary>
    public async IAsyncEnumerable<TranscriptLine> ReadAllAsync(string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<TranscriptLine> lines;
        var last = 0L;
        do
        {
            lines = await ReadAsync(conversationId, last, LinesAtOnce, cancellationToken);
            foreach (var line in lines)
            {
                yield return line;
                last = line.Sequence;
            }
        }
        while (lines.Count == LinesAtOnce);
    }
}

/// <param name="Sequence">The watermark up to and with this line.</param>
/// <param name="Type">The activity's type, so that a channel can leave lines out without parsing them.</param>
public sealed record TranscriptLine(long Sequence, string Type, string ActivityJson);
