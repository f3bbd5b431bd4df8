using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests;

/// <summary>Every file in <c>Scripts/</c> is a story that must hold, each on a host and database of its own.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. Directory
        .EnumerateFiles(Folder, "*.chat")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "SupportBot.ConversationTests", "Scripts");

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_story_holds(string script)
    {
        await using var host = await SupportBotHost.StartAsync();
        using var player = new ScriptPlayer(host);
        await player.PlayAsync(ConversationScript.Read(Path.Combine(Folder, $"{script}.chat")));
    }
}
