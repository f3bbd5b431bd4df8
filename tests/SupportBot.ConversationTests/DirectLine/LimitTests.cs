using System.Net;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

public sealed class LimitTests
{
    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait_and_others_are_not()
    {
        await using var host = await StartAsync(("RequestsPerSecondPerUser", "1"), ("RequestBurstPerUser", "5"));
        var users = await DirectLineHost.UsersAsync(host);
        var chat = await DirectLineHost.OpenAsync(host, users[0]);

        var answers = new List<Answer>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await chat.ReadAsync());
        }

        var refused = answers.First(answer => answer.Status != 200);
        refused.AssertRefused(429, "TooManyRequests");
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        await DirectLineHost.OpenAsync(host, users[1]);
    }

    [Fact]
    public async Task One_address_cannot_try_tokens_without_end()
    {
        await using var host = await StartAsync(("RequestsPerSecondPerAddress", "1"), ("RequestBurstPerAddress", "5"));

        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            statuses.Add((await DirectLineHost.PostAsync(host, "tokens/generate", "guess-" + i)).Status);
        }

        Assert.Equal([401, 429], statuses.Distinct());
    }

    [Fact]
    public async Task One_user_cannot_hold_streams_without_end()
    {
        await using var host = await StartAsync(("MaxStreamsPerUser", "1"));
        var chat = await DirectLineHost.OpenAsync(host, (await DirectLineHost.UsersAsync(host))[0]);
        using var stream = await StreamClient.OpenAsync(chat.StreamUrl);
        await stream.NextAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await StreamClient.RefusalAsync(chat.StreamUrl));
    }

    private static Task<SupportBotHost> StartAsync(params (string Setting, string Value)[] settings)
    {
        var all = DirectLineHost.Settings;
        foreach (var (setting, value) in settings)
        {
            all[$"WebChat:{setting}"] = value;
        }

        return SupportBotHost.StartAsync(all);
    }
}
