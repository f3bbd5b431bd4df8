using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns;

/// <summary>What a turn wants stored: its replies, and whatever else belongs to them. The conversation itself was changed in place.</summary>
internal sealed record TurnResult(IReadOnlyList<TranscriptEntry> Entries, IReadOnlyList<Action<SupportDbContext>> Changes)
{
    public static TurnResult Nothing { get; } = new([], []);
}
