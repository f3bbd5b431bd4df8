using SupportBot.Protocol.Activities;

namespace SupportBot.Turns.Desk;

/// <summary>What an agent is told about what they did, kept beside it: a repeated press gets the same answer.</summary>
internal static class AgentAnswer
{
    private const string Name = "supportbot/agent-answer";

    /// <param name="words">Why nothing was changed; null: it was done.</param>
    public static Activity To(string key, string? words) => new()
    {
        Type = ActivityTypes.Event,
        Name = Name,
        Id = Id(key),
        From = BotActivities.Bot,
        Text = words,
    };

    public static string Id(string key) => $"answer:{key}";
}
