using SupportBot.ConversationTests.Browser;

namespace SupportBot.ConversationTests.Playground;

/// <summary>A test with the Agents Playground in a real Chromium, shown as skipped with the reason where one of them is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeskStoryFactAttribute : PlaygroundFactAttribute
{
    public DeskStoryFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip ??= Chromium.Missing;
        }
    }
}
