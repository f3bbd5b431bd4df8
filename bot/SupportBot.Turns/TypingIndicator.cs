using SupportBot.Turns.Outbox;

namespace SupportBot.Turns;

/// <summary>Shows that something is being done, where it takes longer than people notice.</summary>
internal static class TypingIndicator
{
    private static readonly TimeSpan s_after = TimeSpan.FromMilliseconds(500);

    /// <summary>Web Chat shows the indicator for five seconds.</summary>
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(3);

    public static async Task ShowUntilAsync(ConversationSignals signals, string conversationId, Task running)
    {
        var wait = s_after;
        while (await Task.WhenAny(running, Task.Delay(wait)) != running)
        {
            signals.Show(conversationId, BotActivities.Typing with { Id = Guid.CreateVersion7().ToString("N") });
            wait = s_every;
        }
    }
}
