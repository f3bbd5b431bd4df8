using System.Diagnostics;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;

namespace SupportBot.Benchmarks.Load;

/// <summary>A seller's case: the chat on one side, its thread in Teams on the other.</summary>
internal sealed class DeskCase(Chat chat)
{
    private int _answers;

    public Chat Chat => chat;

    /// <summary>When the seller asked for a person.</summary>
    public long AskedAt { get; private set; }

    /// <summary>The message that carries the card; null while there is none.</summary>
    public FakeMessage? Card { get; set; }

    public TimeSpan UntilCard => Stopwatch.GetElapsedTime(AskedAt, Card!.ArrivedAt);

    /// <summary>Returns when the seller has the receipt.</summary>
    public Task EscalateAsync()
    {
        AskedAt = Stopwatch.GetTimestamp();
        return chat.SayAsync("Can I talk to a person please?");
    }

    /// <summary>Returns when the seller sees the agent's words.</summary>
    public async Task<TimeSpan> AnswerAsync(TeamsAgent agent)
    {
        var words = $"answer {++_answers} in {Card!.Id}";
        var since = Stopwatch.GetTimestamp();
        using var accepted = await agent.ReplyAsync(Card.ConversationId, words);
        accepted.EnsureSuccessStatusCode();
        await chat.HearAsync(words);
        return Stopwatch.GetElapsedTime(since);
    }
}
