using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns.Commits;

/// <summary>Changes that belong together: all of them are stored, or none.</summary>
/// <param name="ConversationId">Whose readers to wake afterwards.</param>
/// <param name="Entries">New transcript lines, in order, each of its own conversation: news may belong to another one. Their <see cref="TranscriptEntry.Sequence"/> is assigned here, just before <paramref name="Changes"/> runs.</param>
/// <param name="Changes">
/// Tells the context what else to write. May run more than once, each time on a fresh context, so it must set entity states
/// explicitly (nothing detects changes) and have no other effect.
/// </param>
public sealed record CommitUnit(string ConversationId, IReadOnlyList<TranscriptEntry> Entries, Action<SupportDbContext> Changes)
{
    /// <summary>Changes that belong to no conversation.</summary>
    public static CommitUnit Of(Action<SupportDbContext> changes) => new("", [], changes);
}
