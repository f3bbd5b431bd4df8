using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SupportBot.Storage;

namespace SupportBot.Turns.Commits;

/// <summary>
/// The last sequence of each busy conversation, so that appending costs no query. Only the commit queue uses it. A number that
/// another node took meanwhile violates the transcript's key; then it is forgotten and read again.
/// </summary>
public sealed class TranscriptSequences : IDisposable
{
    private readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public async ValueTask<long> NextAsync(SupportDbContext db, string conversationId)
    {
        var last = _last.TryGetValue(conversationId, out long known)
            ? known
            : await db.Transcript.Where(t => t.ConversationId == conversationId).MaxAsync(t => (long?)t.Sequence) ?? 0;
        _last.Set(conversationId, last + 1, new MemoryCacheEntryOptions { Size = 1 });
        return last + 1;
    }

    public void Forget(string conversationId) => _last.Remove(conversationId);

    public void Dispose() => _last.Dispose();
}
