using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>What agents say among themselves is kept nowhere, so it cannot come out anywhere.</summary>
public sealed class InternalTests
{
    private const string Secret = "whisper-4711";

    [Theory]
    [InlineData("//")]
    [InlineData("!!")]
    public async Task What_begins_with_the_marker_is_in_no_answer_no_file_and_no_log(string marker)
    {
        using var folder = new TemporaryFolder();
        using var log = new WholeLog();
        var settings = new Dictionary<string, string> { ["Support:Escalation:InternalMarker"] = marker, ["Logging:LogLevel:Default"] = "Trace" };
        string said;
        await using (var bot = await TeamsHost.StartAsync(settings, folder, log.AddTo))
        {
            await bot.Priya.InstallAsync();
            var its = await Escalation.OnAsync(bot);
            await its.Priya.ReplyAsync(its.Thread, $"{marker} {Secret}");
            await its.Priya.SayAsync(its.Thread, $"{marker}{Secret}");
            await its.Priya.ReplyAsync(its.Thread, $"\u200b \u00a0{marker}{Secret}");
            await its.Priya.SendAsync(ToColleague(its, $"<at>Tom Webb</at> {marker} {Secret}"));
            await its.Priya.SendAsync(ToColleague(its, $"<at>Tom Webb</at>&nbsp;{marker} {Secret}"));
            await its.Priya.ReplyAsync(its.Thread, $"<at>Tom Webb</at>&nbsp;{marker} {Secret}");
            await its.Priya.ReplyAsync(its.Thread, $"&nbsp;{marker} {Secret}");
            await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "Something for the seller"));
            said = new JsonArray([.. its.Seller.Transcript.Select(a => a.DeepClone())]).ToJsonString()
                + (await bot.Host.GetAsync($"api/conversations/{its.Seller.ConversationId}"))!.ToJsonString()
                + (await its.TicketAsync()).ToJsonString()
                + string.Concat(its.Teams.Requests.Select(request => request.Body?.ToJsonString()));
        }

        Assert.Contains("Something for the seller", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
        var files = Directory.GetFiles(folder.File("."), "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Holds(file, "Something for the seller"));
        Assert.DoesNotContain(files, file => Holds(file, Secret));
    }

    /// <summary>SQLite keeps text as UTF-8, also in pages that are free again. Its side files go when the last connection is closed.</summary>
    private static bool Holds(string file, string words)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
        }
        catch (FileNotFoundException) when (file.EndsWith("-shm", StringComparison.Ordinal) || file.EndsWith("-wal", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static JsonObject ToColleague(Escalation its, string text)
    {
        var message = its.Priya.Message(its.Thread, text, isMention: false);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Tom Webb</at>",
            ["mentioned"] = new JsonObject { ["id"] = FakeTeam.Tom.Id, ["name"] = FakeTeam.Tom.Name },
        });
        return message;
    }
}
