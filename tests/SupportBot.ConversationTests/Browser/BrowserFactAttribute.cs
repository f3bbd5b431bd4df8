using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>
/// A test in a real Chromium. Where there is none it is shown as skipped with the reason; with
/// <c>SUPPORTBOT_REQUIRE_SERVICES=true</c> it runs and fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip = Chromium.Missing;
        }
    }
}
