using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>A test of a shell script, shown as skipped with the reason where there is no Bash.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        if (!File.Exists("/bin/bash"))
        {
            Skip = "there is no Bash";
        }
    }
}
