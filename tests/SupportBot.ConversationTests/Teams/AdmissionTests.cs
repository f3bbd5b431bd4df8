using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Every rule by which a token of Azure Bot Service is believed, each broken alone.</summary>
public sealed class AdmissionTests(AdmissionTests.Fixture fixture) : IClassFixture<AdmissionTests.Fixture>
{
    private TeamsHost Bot => fixture.Bot;

    [Fact]
    public async Task A_good_token_gets_in() => Assert.Equal(200, await StatusAsync(Bot.GoodToken()));

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_longer_signatures_get_in_too(string algorithm) => Assert.Equal(200, await StatusAsync(Bot.Key.Sign(Bot.GoodClaims, algorithm)));

    [Fact]
    public async Task Clocks_may_differ_by_less_than_five_minutes()
    {
        Assert.Equal(200, await StatusAsync(With("exp", In(-4))));
        Assert.Equal(200, await StatusAsync(With("nbf", In(4))));
    }

    [Fact]
    public async Task The_service_url_may_differ_in_case()
    {
        Assert.Equal(200, await StatusAsync(With("serviceurl", Bot.Teams.ServiceUrl.AbsoluteUri.ToUpperInvariant())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic YTpi")]
    public async Task Without_a_token_the_answer_is_401(string? authorisation)
    {
        var (status, body) = await Bot.PostAsync(Message(), authorisation);

        Assert.Equal(401, status);
        Assert.Contains("Bearer", (string)body!["detail"]!, StringComparison.Ordinal);
    }

    public static TheoryData<string> BrokenTokens =>
    [
        "rubbish", "issuer", "no issuer", "audience", "no audience", "ended", "not yet", "no end", "none", "HS256 with the public key", "PS256",
        "foreign key under a known id", "unknown key", "no key id", "changed after signing", "service url", "no service url", "Entra's issuer",
    ];

    [Theory]
    [MemberData(nameof(BrokenTokens))]
    public async Task A_token_that_breaks_one_rule_is_refused(string flaw)
    {
        var (status, body) = await Bot.PostAsync(Message(), $"Bearer {Broken(flaw)}");

        Assert.Equal(403, status);
        Assert.Contains("token", (string)body!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_signs_in_vain()
    {
        await using var other = await TeamsHost.StartAsync();
        var webChatOnly = other.Issuer.AddKey("webchat", "directline");
        var none = other.Issuer.AddKey();
        var message = other.Priya.Message(FakeTeam.TeamId, "hello", isMention: true);

        Assert.Equal(403, (await other.PostAsync(message, $"Bearer {webChatOnly.Sign(other.GoodClaims)}")).Status);
        Assert.Equal(403, (await other.PostAsync(message, $"Bearer {none.Sign(other.GoodClaims)}")).Status);
        Assert.Equal(200, (await other.PostAsync(message, $"Bearer {other.GoodToken()}")).Status);
    }

    [Fact]
    public async Task An_activity_that_names_no_channel_is_refused()
    {
        var message = Message();
        message.Remove("channelId");

        Assert.Equal(400, (await Bot.PostAsync(message, $"Bearer {Bot.GoodToken()}")).Status);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    public async Task An_id_that_no_database_keeps_is_refused(string field)
    {
        var (endless, nul) = (Message(), Message());
        endless[field] = new string('x', 201);
        nul[field] = "a\0b";

        Assert.Equal(400, (await Bot.PostAsync(endless, $"Bearer {Bot.GoodToken()}")).Status);
        Assert.Equal(400, (await Bot.PostAsync(nul, $"Bearer {Bot.GoodToken()}")).Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("not an address")]
    public async Task A_service_url_that_is_not_the_connectors_is_refused_though_the_token_names_it(string serviceUrl)
    {
        var message = Message();
        message["serviceUrl"] = serviceUrl;

        Assert.Equal(403, (await Bot.PostAsync(message, $"Bearer {With("serviceurl", serviceUrl)}")).Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://webchat.botframework.com/")]
    public async Task Microsofts_own_addresses_are_let_in(string serviceUrl)
    {
        var typing = Bot.Priya.Activity("typing", FakeTeam.TeamId);
        typing["serviceUrl"] = serviceUrl;

        Assert.Equal(200, (await Bot.PostAsync(typing, $"Bearer {With("serviceurl", serviceUrl)}")).Status);
    }

    [Theory]
    [InlineData("another tenant")]
    [InlineData("no tenant")]
    [InlineData("two tenants")]
    public async Task Only_the_allowed_tenant_gets_in(string flaw)
    {
        var message = Message();
        var (conversation, data) = (message["conversation"]!.AsObject(), message["channelData"]!.AsObject());
        switch (flaw)
        {
            case "another tenant":
                conversation["tenantId"] = "99999999-0000-4000-8000-000000000000";
                data["tenant"]!["id"] = "99999999-0000-4000-8000-000000000000";
                break;
            case "no tenant":
                conversation.Remove("tenantId");
                data.Remove("tenant");
                break;
            default:
                data["tenant"]!["id"] = "99999999-0000-4000-8000-000000000000";
                break;
        }

        Assert.Equal(403, (await Bot.PostAsync(message, $"Bearer {Bot.GoodToken()}")).Status);
    }

    [Fact]
    public async Task What_was_refused_is_not_answered_in_teams()
    {
        var calls = Bot.Teams.Requests.Count;

        foreach (var flaw in BrokenTokens)
        {
            await Bot.PostAsync(Message(), $"Bearer {Broken((string)flaw)}");
        }

        Assert.Equal(calls, Bot.Teams.Requests.Count);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_nobody_gets_in()
    {
        await using var fresh = await TeamsHost.StartAsync();
        fresh.Issuer.IsDown = true;

        var (status, _) = await fresh.PostAsync(fresh.Priya.Message(FakeTeam.TeamId, "hello", isMention: true), $"Bearer {fresh.GoodToken()}");

        Assert.Equal(503, status);
    }

    private string Broken(string flaw)
    {
        var key = Bot.Key;
        var good = Bot.GoodClaims;
        var header = new Dictionary<string, object> { ["alg"] = "RS256", ["kid"] = key.Id };
        return flaw switch
        {
            "rubbish" => "rubbish",
            "issuer" => With("iss", "https://issuer.example"),
            "Entra's issuer" => With("iss", $"https://sts.windows.net/{FakeTeam.TenantId}/"),
            "no issuer" => Without("iss"),
            "audience" => With("aud", "00000000-0000-4000-8000-000000000000"),
            "no audience" => Without("aud"),
            "ended" => With("exp", In(-6)),
            "not yet" => With("nbf", In(6)),
            "no end" => Without("exp"),
            "service url" => With("serviceurl", "https://smba.trafficmanager.net/emea/"),
            "no service url" => Without("serviceurl"),
            "none" => FakeIssuer.Token(new Dictionary<string, object> { ["alg"] = "none", ["kid"] = key.Id }, good, _ => []),
            "HS256 with the public key" => FakeIssuer.Token(
                new Dictionary<string, object> { ["alg"] = "HS256", ["kid"] = key.Id },
                good,
                bytes => HMACSHA256.HashData(Encoding.UTF8.GetBytes((string)key.PublicKey["n"]!), bytes)),
            "PS256" => key.Sign(good, "PS256"),
            "foreign key under a known id" => Foreign(header, good),
            "unknown key" => Foreign(new Dictionary<string, object> { ["alg"] = "RS256", ["kid"] = "nobody-knows" }, good),
            "no key id" => FakeIssuer.Token(new Dictionary<string, object> { ["alg"] = "RS256" }, good, bytes => key.Sign(bytes)),
            "changed after signing" => Changed(key.Sign(good)),
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "no such flaw"),
        };
    }

    private static string Foreign(Dictionary<string, object> header, Dictionary<string, object> claims)
    {
        using var foreign = new IssuerKey("foreign", ["msteams"]);
        return FakeIssuer.Token(header, claims, bytes => foreign.Sign(bytes));
    }

    /// <summary>The last letter of the payload is another one.</summary>
    private static string Changed(string token)
    {
        var parts = token.Split('.');
        parts[1] = parts[1][..^2] + (parts[1][^2] == 'A' ? 'B' : 'A') + parts[1][^1];
        return string.Join('.', parts);
    }

    private string With(string claim, object value) => Bot.Key.Sign(new Dictionary<string, object>(Bot.GoodClaims) { [claim] = value });

    private string Without(string claim) => Bot.Key.Sign(Bot.GoodClaims.Where(c => c.Key != claim).ToDictionary());

    private static long In(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    /// <summary>One that nothing is said to: a plain reply in a thread that is no ticket's.</summary>
    private JsonObject Message() => Bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);

    private async Task<int> StatusAsync(string token) => (await Bot.PostAsync(Message(), $"Bearer {token}")).Status;

    public sealed class Fixture : IAsyncLifetime
    {
        private TeamsHost? _bot;

        public TeamsHost Bot => _bot ?? throw new InvalidOperationException("The host has not started.");

        public async Task InitializeAsync() => _bot = await TeamsHost.StartAsync();

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
