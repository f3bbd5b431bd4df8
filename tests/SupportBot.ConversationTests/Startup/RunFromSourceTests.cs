using System.Xml.Linq;
using SupportBot.Host.Startup;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Startup;

/// <summary>What <c>dotnet run</c> hands to the program beside the caller's own settings.</summary>
public sealed class RunFromSourceTests
{
    [Fact]
    public async Task The_first_setting_on_the_command_line_counts_too()
    {
        using var folder = new TemporaryFolder();
        var project = XDocument.Load(Path.Combine(Repository.Root, "bot", "SupportBot.Host", "SupportBot.Host.csproj"));
        var runArguments = project.Descendants("RunArguments").Single().Value;

        await using var app = SupportBotApplication.Build(
            [runArguments, "--Support:ApiKey=of-the-caller", "--environment=Development", $"--ConnectionStrings:SupportBot=Data Source={folder.File("supportbot.db")}"]);

        Assert.Equal("of-the-caller", app.Configuration["Support:ApiKey"]);
    }
}
