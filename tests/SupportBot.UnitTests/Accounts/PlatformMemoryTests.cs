using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Knowledge.Diagnoses;
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

    private static async Task<Diagnosis> LookAsync(AccountsHost host, bool mayUse, string conversation = "c-1") =>
        (await host.Runner.RunAsync(AccountDraft.SellerId, DiagnosisScope.Everything, new ConversationMemory(conversation, mayUse), CancellationToken.None))!.Diagnosis;

    private sealed class Listening(ConcurrentQueue<string> calls) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            calls.Enqueue(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
