using Xunit;

namespace SupportBot.ConversationTests.Playground;

/// <summary>A test with Microsoft's Agents Playground, shown as skipped with the reason where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class PlaygroundFactAttribute : FactAttribute
{
    public PlaygroundFactAttribute()
    {
        if (!File.Exists(AgentsPlayground.Program))
        {
            Skip = "Microsoft's Agents Playground is not installed: npm ci --prefix tests/SupportBot.ConversationTests/Playground";
        }
    }
}
