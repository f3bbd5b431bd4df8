using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Where nothing is configured there is no way in, and a developer's shortcut stays on the developer's machine.</summary>
public sealed class ClosedByDefaultTests
{
    private static readonly Dictionary<string, string> Production = new()
    {
        ["environment"] = "Production",
        ["WebChat:SigningKey"] = "the signing key of the production tests",
    };

    private static readonly Dictionary<string, string> Unauthenticated = new() { ["BotFramework:AppId"] = "", ["BotFramework:AllowUnauthenticated"] = "true" };

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Without_an_app_id_nobody_gets_in(string environment)
    {
        var settings = new Dictionary<string, string>(Production) { ["environment"] = environment, ["BotFramework:AppId"] = "" };
        await using var bot = await TeamsHost.StartAsync(settings);
        var message = bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: true);

        Assert.Equal(401, (await bot.PostAsync(message, null)).Status);
        Assert.Equal(403, (await bot.PostAsync(message, $"Bearer {bot.GoodToken()}")).Status);
        Assert.Equal(0, bot.Issuer.Reads);
    }

    [Fact]
    public async Task In_production_a_good_token_opens_and_the_developers_address_does_not()
    {
        await using var closed = await TeamsHost.StartAsync(Production);
        await using var configured = await TeamsHost.StartAsync(new Dictionary<string, string>(Production) { ["BotFramework:ServiceUrlHosts"] = ".example.com" });
        var message = closed.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);
        var elsewhere = new Uri("https://connector.example.com/emea/");
        var toElsewhere = configured.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);
        toElsewhere["serviceUrl"] = elsewhere.AbsoluteUri;

        Assert.Equal(403, (await closed.PostAsync(message, $"Bearer {closed.GoodToken()}")).Status);
        Assert.Equal(200, (await configured.PostAsync(toElsewhere, $"Bearer {configured.Key.Sign(FakeIssuer.Claims(FakeTeam.AppId, elsewhere))}")).Status);
    }

    [Fact]
    public async Task Letting_callers_in_without_a_token_stops_the_start_outside_development()
    {
        var settings = new Dictionary<string, string>(Production) { ["BotFramework:AllowUnauthenticated"] = "true" };

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => SupportBotHost.StartAsync(settings));

        Assert.Contains("AllowUnauthenticated", problem.Message, StringComparison.Ordinal);
        Assert.Contains("AppId", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BotFramework:OpenIdMetadataUrl", "http://login.example.com/keys", "https")]
    [InlineData("BotFramework:CertificatePath", "no-such-file.pfx", "private key")]
    [InlineData("BotFramework:ClientSecret", "secret-without-an-app-id", "AppId")]
    [InlineData("Teams:ServiceUrl", "http://smba.example.com/", "Teams:ServiceUrl")]
    public async Task A_setting_that_cannot_be_right_stops_the_start_with_what_to_do(string setting, string value, string says)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => SupportBotHost.StartAsync(new Dictionary<string, string> { [setting] = value }));

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-without-an-app-id", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_cloud_has_another_issuer_and_tenants_may_be_several()
    {
        const string government = "https://api.botframework.us";
        await using var bot = await TeamsHost.StartAsync(new Dictionary<string, string>
        {
            ["BotFramework:Issuer"] = government,
            ["BotFramework:TenantId"] = $"99999999-0000-4000-8000-000000000000, {FakeTeam.TenantId.ToUpperInvariant()}",
        });
        var message = bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);
        var theirs = bot.Key.Sign(new Dictionary<string, object>(bot.GoodClaims) { ["iss"] = government });

        Assert.Equal(200, (await bot.PostAsync(message, $"Bearer {theirs}")).Status);
        Assert.Equal(403, (await bot.PostAsync(message, $"Bearer {bot.GoodToken()}")).Status);
    }

    [Fact]
    public async Task In_development_when_said_so_this_machine_needs_no_token()
    {
        await using var bot = await TeamsHost.StartAsync(Unauthenticated);

        Assert.Equal(200, (await bot.PostAsync(bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false), null)).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task A_tunnel_to_a_developers_machine_brings_nobody_in(string header, string value)
    {
        await using var bot = await TeamsHost.StartAsync(Unauthenticated);
        var message = bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);

        Assert.Equal(401, (await bot.PostAsync(message, null, request => request.Headers.Add(header, value))).Status);
    }

    [Fact]
    public async Task A_caller_without_a_token_cannot_send_the_bot_to_another_machine()
    {
        await using var bot = await TeamsHost.StartAsync(Unauthenticated);
        var message = bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: true);
        message["serviceUrl"] = "https://smba.trafficmanager.net/emea/";

        Assert.Equal(403, (await bot.PostAsync(message, null)).Status);
    }

    [Fact]
    public async Task A_web_page_cannot_post_to_a_developers_machine_unasked()
    {
        await using var bot = await TeamsHost.StartAsync(Unauthenticated);
        using var content = new StringContent(bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false).ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));

        using var response = await bot.Host.Http.PostAsync("api/messages", content);

        Assert.Equal(415, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_256_KB_is_refused()
    {
        await using var bot = await TeamsHost.StartAsync(Unauthenticated);
        var message = bot.Priya.Message(FakeTeam.TeamId, new string('x', 300_000), isMention: false);

        var (status, body) = await bot.PostAsync(message, null);

        Assert.Equal(413, status);
        Assert.Contains("256 KB", (string)body!["detail"]!, StringComparison.Ordinal);
    }
}
