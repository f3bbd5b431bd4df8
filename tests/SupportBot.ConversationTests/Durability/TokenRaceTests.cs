using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Durability;

/// <summary>Two programs on one database find the same stale tokens at the same moment; a refresh token is good for one use.</summary>
public sealed class TokenRaceTests
{
    private const int Sellers = 8;

    [Fact]
    public async Task Two_processes_that_refresh_the_same_tokens_at_once_end_no_connection()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("snapshot.json"), Snapshot());
        var settings = new Dictionary<string, string> { ["Demo:Snapshot"] = folder.File("snapshot.json") };
        await using var one = new SupportBotProcess(folder, settings);
        await using var two = new SupportBotProcess(folder, settings);
        await one.StartAsync();
        await two.StartAsync();

        var causes = await Task.WhenAll(
            from seller in Enumerable.Range(1, Sellers)
            from program in new[] { one, two }
            select RootCauseAsync(program, $"seller-{seller}"));

        Assert.All(causes, cause => Assert.Equal("nothing-found", cause));
        await one.KillAsync();
        await two.KillAsync();
        await using var host = await SupportBotHost.StartAsync(folder: folder);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var connections = await db.BookkeepingConnections.AsNoTracking().ToListAsync();
        Assert.Equal(Sellers, connections.Count);
        Assert.All(connections, c => Assert.Equal((ConnectionStatus.Connected, null, null), (c.Status, c.AuthorisationEndedAt, c.RefreshingBy)));
        Assert.All(connections, c => Assert.NotNull(c.LastRefreshedAt));
    }

    private static async Task<string?> RootCauseAsync(SupportBotProcess program, string seller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/sellers/{seller}/diagnosis", UriKind.Relative));
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var answer = await program.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["rootCause"];
    }

    private static string Snapshot() => new JsonObject
    {
        ["now"] = "2026-03-20T09:00:00Z",
        ["sellers"] = new JsonArray([.. Enumerable.Range(1, Sellers).Select(n => SellerJson(n, n % 2 == 0 ? "xero" : "quickbooks"))]),
    }.ToJsonString();

    private static JsonNode SellerJson(int number, string platform) => JsonNode.Parse($$"""
        {
          "id": "seller-{{number}}", "name": "Seller {{number}}",
          "users": [{ "id": "ada", "name": "Ada", "email": "ada@seller.example", "role": "owner" }],
          "bookkeeping": [{ "id": "books", "platform": "{{platform}}", "organisation": "Seller {{number}}", "status": "connected",
                            "sandbox": { "authorisation": "token-expired" } }],
          "channels": [{ "name": "Etsy", "kind": "etsy", "bookkeeping": "books",
                         "bankAccounts": [{ "marketplace": "Etsy", "deposit": "090" }],
                         "mappings": [{ "category": "Sales", "account": "200", "taxRate": "OUTPUT2" }],
                         "settlements": [{ "id": "E-1", "marketplace": "Etsy", "from": "2026-03-01", "to": "2026-03-14", "status": "ready", "total": 10,
                                           "lines": [{ "category": "Sales", "amount": 10 }] }] }]
        }
        """)!;
}
