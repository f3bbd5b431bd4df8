using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;

namespace SupportBot.ConversationTests.Teams;

/// <summary>The real host with stand-ins for Azure Bot Service on both sides: who signs its tokens, and the Connector of Teams.</summary>
public sealed class TeamsHost : IAsyncDisposable
{
    private readonly bool _ownsFakes;

    private TeamsHost(SupportBotHost host, FakeIssuer issuer, FakeConnector teams, IssuerKey key, bool ownsFakes = true)
    {
        (Host, Issuer, Teams, Key, _ownsFakes) = (host, issuer, teams, key, ownsFakes);
        Priya = new TeamsAgent(host.Http, teams, FakeTeam.Priya, GoodToken);
        Tom = new TeamsAgent(host.Http, teams, FakeTeam.Tom, GoodToken);
    }

    public SupportBotHost Host { get; }

    public FakeIssuer Issuer { get; }

    public FakeConnector Teams { get; }

    /// <summary>Good for Teams.</summary>
    public IssuerKey Key { get; }

    public TeamsAgent Priya { get; }

    public TeamsAgent Tom { get; }

    public Dictionary<string, object> GoodClaims => FakeIssuer.Claims(FakeTeam.AppId, Teams.ServiceUrl);

    public string GoodToken() => Key.Sign(GoodClaims);

    /// <param name="settings">Win over those that the fakes need.</param>
    public static async Task<TeamsHost> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null, Action<WebApplicationBuilder>? configure = null)
    {
        var issuer = await FakeIssuer.StartAsync();
        var teams = await FakeConnector.StartAsync();
        var host = await SupportBotHost.StartAsync(Settings(issuer, settings), folder, configure);
        return new TeamsHost(host, issuer, teams, issuer.AddKey("msteams"));
    }

    /// <summary>A second host on the same database, for the same Teams.</summary>
    public async Task<TeamsHost> AnotherNodeAsync(TemporaryFolder folder, IReadOnlyDictionary<string, string>? settings = null) =>
        new(await SupportBotHost.StartAsync(Settings(Issuer, settings), folder), Issuer, Teams, Key, ownsFakes: false);

    /// <summary>What a host needs to know of the fakes, and what the test adds to it.</summary>
    public static Dictionary<string, string> Settings(FakeIssuer issuer, IReadOnlyDictionary<string, string>? settings = null)
    {
        var all = new Dictionary<string, string>
        {
            ["BotFramework:AppId"] = FakeTeam.AppId,
            ["BotFramework:TenantId"] = FakeTeam.TenantId,
            ["BotFramework:OpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            all[name] = value;
        }

        return all;
    }

    /// <param name="authorisation">The whole header; null for none.</param>
    public async Task<(int Status, JsonObject? Body)> PostAsync(JsonObject activity, string? authorisation, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (authorisation is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorisation);
        }

        change?.Invoke(request);
        using var response = await Host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (_ownsFakes)
        {
            await Teams.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
