using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Nothing that people say, and no token, reaches the log, whatever level it is set to.</summary>
public sealed class DiscretionTests
{
    private const string Words = "the seller's telephone number is 0161 496 0000";

    [Fact]
    public async Task Words_and_tokens_stay_out_of_the_log()
    {
        var log = new WholeLog();
        await using var bot = await TeamsHost.StartAsync(
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace" }, configure: log.AddTo);
        var good = bot.GoodToken();
        var bad = bot.Key.Sign(new Dictionary<string, object>(bot.GoodClaims) { ["aud"] = "another-app" });
        var message = bot.Priya.Message(FakeTeam.ChannelId + ";messageid=1", Words, isMention: true);

        await bot.PostAsync(message, $"Bearer {good}");
        await bot.PostAsync(message, $"Bearer {bad}");
        await bot.Teams.UntilAsync(teams => teams.Messages is [var first, ..] ? first : null, "the answer");

        Assert.Contains(log.Lines, line => line.Contains("/api/messages was answered 403: audience", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("0161", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(good[^40..], StringComparison.Ordinal) || line.Contains(bad[^40..], StringComparison.Ordinal));
    }
}
