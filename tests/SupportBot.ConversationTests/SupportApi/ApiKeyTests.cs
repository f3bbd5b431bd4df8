using System.Net;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.SupportApi;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task Outside_Development_a_missing_key_keeps_everybody_out()
    {
        await using var host = await SupportBotHost.StartAsync(new Dictionary<string, string>
        {
            ["environment"] = "Production",
            ["Support:ApiKey"] = "",
            ["WebChat:SigningKey"] = new string('k', 32),
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/tickets");
        request.Headers.Add("X-Api-Key", "");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("Support__ApiKey", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_the_start_prints_a_key_that_works()
    {
        var log = new KeyLog();
        await using var host = await SupportBotHost.StartAsync(
            new Dictionary<string, string> { ["Support:ApiKey"] = "", ["Logging:LogLevel:SupportBot.Host.SupportApi"] = "Information" },
            configure: builder => log.AddTo(builder));
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/tickets");
        request.Headers.Add("X-Api-Key", log.Key);

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
