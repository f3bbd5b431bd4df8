using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What half a minute of memory may be used for, and what it may not.</summary>
public sealed class PlatformMemoryTests
{
    [Fact]
    public async Task A_second_look_in_a_conversation_does_not_read_the_chart_again()
    {
        var calls = new ConcurrentQueue<string>();
        await using var host = await StartAsync(new AccountDraft(), calls);
        await LookAsync(host, mayUse: true);
        calls.Clear();

        Assert.Equal("nothing-found", (await LookAsync(host, mayUse: true)).RootCause);

        Assert.DoesNotContain(calls, path => path.EndsWith("/Accounts", StringComparison.Ordinal) || path.EndsWith("/Organisation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closer_look_asks_the_platform_nothing()
    {
        var calls = new ConcurrentQueue<string>();
        await using var host = await StartAsync(new AccountDraft().WithSettlement("S-2", s => s["to"] = "2026-03-16"), calls);
        await LookAsync(host, mayUse: false);
        calls.Clear();

        Assert.Equal("nothing-found", (await LookAsync(host, mayUse: true, settlement: "S-2")).RootCause);

        Assert.Empty(calls);
    }

    [Fact]
    public async Task After_a_try_to_send_the_documents_are_looked_for_again()
    {
        var calls = new ConcurrentQueue<string>();
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        await using var host = await StartAsync(account, calls);
        await LookAsync(host, mayUse: true);
        await Orders.CommitAsync(host, db => db.SendAttempts.Add(new SendAttempt
        {
            SellerId = AccountDraft.SellerId,
            SettlementId = "S-1",
            Number = 1,
            At = host.Now,
            Outcome = SendOutcome.Nothing,
        }));
        calls.Clear();

        await LookAsync(host, mayUse: true);

        Assert.Contains(calls, path => path.EndsWith("/Invoices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_the_platform_is_never_told_from_memory()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Sandbox["documents"] = new JsonArray(new JsonObject { ["number"] = "LMB-20260228-S-1" });
        var calls = new ConcurrentQueue<string>();
        await using var host = await StartAsync(account, calls);
        Assert.Equal("partially-sent", (await LookAsync(host, mayUse: true)).RootCause);
        calls.Clear();

        Assert.Equal("partially-sent", (await LookAsync(host, mayUse: true)).RootCause);

        Assert.Contains(calls, path => path.EndsWith("/Invoices", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "c-1")]
    [InlineData(true, "c-2")]
    public async Task What_must_be_new_and_what_another_conversation_asks_is_read(bool mayUse, string conversation)
    {
        var calls = new ConcurrentQueue<string>();
        await using var host = await StartAsync(new AccountDraft(), calls);
        await LookAsync(host, mayUse: true);
        calls.Clear();

        await LookAsync(host, mayUse, conversation);

        Assert.Contains(calls, path => path.EndsWith("/Accounts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_is_never_claimed_from_memory()
    {
        var account = new AccountDraft();
        account.Sandbox["accounts"] = new JsonArray(
            new JsonObject { ["code"] = "200", ["name"] = "Sales" },
            new JsonObject { ["code"] = "404", ["name"] = "Fees", ["status"] = "archived" },
            new JsonObject { ["code"] = "1010", ["name"] = "Bank", ["type"] = "BANK" });
        await using var host = await StartAsync(account, []);
        Assert.Equal("mapping-archived", (await LookAsync(host, mayUse: true)).RootCause);

        await host.Demo.RestoreAccountAsync(AccountDraft.SellerId, "main", "404", CancellationToken.None);

        Assert.NotEqual("mapping-archived", (await LookAsync(host, mayUse: true)).RootCause);
    }

    [Fact]
    public async Task What_proves_a_fix_is_read_anew()
    {
        await using var host = await StartAsync(new AccountDraft(), []);
        Assert.Equal("nothing-found", (await LookAsync(host, mayUse: true)).RootCause);
        await host.Demo.RemoveFromLinkedAppsAsync(AccountDraft.SellerId, "main", CancellationToken.None);

        Assert.Equal("accounting-disconnected", (await LookAsync(host, mayUse: false)).RootCause);
    }

    private static Task<AccountsHost> StartAsync(AccountDraft account, ConcurrentQueue<string> calls) => AccountsHost.StartAsync(account, services =>
        services.AddHttpClient(AccountingHttpClients.Xero).AddHttpMessageHandler(() => new Listening(calls)));

    private static async Task<Diagnosis> LookAsync(AccountsHost host, bool mayUse, string conversation = "c-1", string? settlement = null) =>
        (await host.Runner.RunAsync(AccountDraft.SellerId, new DiagnosisScope(settlement), new ConversationMemory(conversation, mayUse), CancellationToken.None))!.Diagnosis;

    private sealed class Listening(ConcurrentQueue<string> calls) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            calls.Enqueue(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
