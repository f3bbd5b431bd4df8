using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Sandbox;
using SupportBot.Testing.Hosting;
using Xunit;
using Seller = SupportBot.Testing.Drivers.Seller;

namespace SupportBot.ConversationTests.Durability;

/// <summary>The process is killed hard while settlements are being sent: each ends with exactly one document a part, and one result in the chat.</summary>
public sealed class SendKillTests
{
    private const int Settlements = 6;

    [Fact]
    public async Task Every_settlement_is_sent_once_however_often_the_process_is_killed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("snapshot.json"), Snapshot());
        var settings = new Dictionary<string, string>
        {
            ["Demo:Snapshot"] = folder.File("snapshot.json"),
            ["Outbox:Lease"] = "00:00:02",
            ["WebChat:RequestsPerSecondPerUser"] = "100000",
            ["WebChat:RequestBurstPerUser"] = "100000",
            ["WebChat:RequestsPerSecondPerAddress"] = "100000",
            ["WebChat:RequestBurstPerAddress"] = "100000",
        };
        await using (var program = new SupportBotProcess(folder, settings))
        {
            await program.StartAsync();
            var sellers = await Task.WhenAll(Enumerable.Range(1, Settlements).Select(_ => Seller.OpenChatAsync(program.Http, "tidy-shelf")));
            foreach (var (seller, number) in sellers.Select((seller, index) => (seller, index + 1)))
            {
                await seller.SayAsync($"settlement K-{number} won't send");
                await seller.SayAsync("send it now");
            }

            for (var kill = 0; kill < 3; kill++)
            {
                // Some are sent by now, some are half sent, some have not begun.
                await program.KillAsync();
                await program.StartAsync();
            }

            foreach (var seller in sellers)
            {
                await seller.HearAsync("Done: the settlement is in Xero");
                Assert.Single(seller.Transcript, a => ((string?)a["text"])?.StartsWith("Done: the settlement", StringComparison.Ordinal) == true);
            }
        }

        await using var after = await SupportBotHost.StartAsync(settings, folder);
        await using var database = await after.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        Assert.All(await database.Settlements.Include(s => s.Parts).ToListAsync(), s =>
        {
            Assert.Equal(SettlementStatus.Sent, s.Status);
            Assert.Equal([SettlementStatus.Sent, SettlementStatus.Sent], s.Parts.Select(p => p.Status));
        });
        Assert.Equal(Settlements, await database.SendAttempts.CountAsync());
        var platform = JsonNode.Parse(await database.SandboxStates.Where(s => s.Subject == SandboxSubject.Connection).Select(s => s.Json).SingleAsync())!;
        var numbers = platform["documents"]!.AsArray().Select(d => (string)d!["number"]!).Order().ToList();
        Assert.Equal(Enumerable.Range(1, Settlements).SelectMany(n => new[] { $"LMB-20260228-K-{n}", $"LMB-20260310-K-{n}" }).Order(), numbers);
    }

    private static string Snapshot()
    {
        var settlements = Enumerable.Range(1, Settlements).Select(n => $$"""
            { "id": "K-{{n}}", "marketplace": "Amazon.co.uk", "from": "2026-02-22", "to": "2026-03-10", "status": "ready", "total": 100.01, "currency": "GBP",
              "lines": [ { "category": "Sales", "amount": 120.02 }, { "category": "Fees", "amount": -20.01 } ] }
            """);
        return $$"""
            { "now": "2026-03-20T09:00:00Z", "sellers": [ {
              "id": "tidy-shelf", "name": "Tidy Shelf Ltd",
              "users": [ { "id": "ada", "name": "Ada Marsh", "email": "ada@tidyshelf.example", "role": "owner" } ],
              "bookkeeping": [ { "id": "main", "platform": "xero", "organisation": "Tidy Shelf Ltd", "status": "connected", "connectedAt": "2026-03-01T10:00:00Z", "sandbox": {} } ],
              "channels": [ { "name": "Amazon UK", "kind": "amazon", "bookkeeping": "main",
                "mappings": [ { "category": "Sales", "account": "200", "taxRate": "OUTPUT2" }, { "category": "Fees", "account": "404", "taxRate": "INPUT2" } ],
                "settlements": [ {{string.Join(",", settlements)}} ] } ] } ] }
            """;
    }
}
