using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Sandbox;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What the demo page's buttons do to the account, as the next diagnosis sees it.</summary>
public sealed class DemoActionTests
{
    [Theory]
    [InlineData("xero", "revoked")]
    [InlineData("quickbooks", "revoked")]
    [InlineData("xero", "wrong-tenant")]
    [InlineData("quickbooks", "wrong-tenant")]
    public async Task Reconnecting_heals_an_authorisation_that_ended(string platform, string authorisation)
    {
        var account = new AccountDraft(platform);
        account.Sandbox["authorisation"] = authorisation;
        await using var host = await AccountsHost.StartAsync(account);
        Assert.Equal(Cause.AccountingDisconnected, (await host.DiagnoseAsync()).RootCause);
        Assert.True((await host.Demo.ReconnectAsync(AccountDraft.SellerId, "main", CancellationToken.None)).Done);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task A_refused_role_is_healed_only_by_a_clean_consent(string platform)
    {
        var account = new AccountDraft(platform);
        account.Sandbox["authorisation"] = "forbidden";
        await using var host = await AccountsHost.StartAsync(account);
        var sent = await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None);
        Assert.Contains("not permitted", sent.Message, StringComparison.Ordinal);

        await host.Demo.ReconnectAsync(AccountDraft.SellerId, "main", CancellationToken.None);
        var persisting = await host.DiagnoseAsync();
        Assert.Equal((Cause.AccountingPermission, FixedBy.Support), (persisting.RootCause, persisting.Root.FixedBy));

        await host.Demo.RemoveFromLinkedAppsAsync(AccountDraft.SellerId, "main", CancellationToken.None);
        Assert.Equal(Cause.AccountingDisconnected, (await host.DiagnoseAsync()).RootCause);
        await host.Demo.ReconnectAsync(AccountDraft.SellerId, "main", CancellationToken.None);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
    }

    [Fact]
    public async Task Choosing_an_account_makes_the_settlement_ready_and_sendable()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]!.AsArray().RemoveAt(1);
        account.Settlement["status"] = "error";
        await using var host = await AccountsHost.StartAsync(account);
        Assert.False((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
        Assert.True((await host.Demo.ChooseAccountAsync(AccountDraft.SellerId, "Amazon UK", "FBA fees", null, "404", "INPUT2", CancellationToken.None)).Done);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
        Assert.True((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
        Assert.Equal(Cause.AlreadySent, (await host.DiagnoseAsync("S-1")).RootCause);

        await using var database = await host.DatabaseAsync();
        var line = await database.SettlementLines.SingleAsync(l => l.SettlementId == "S-1" && l.Category == "FBA fees");
        Assert.Equal(("404", "INPUT2"), (line.Account, line.TaxRate));
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task Restoring_an_account_ends_the_archived_mapping(string platform)
    {
        var account = new AccountDraft(platform).WithError("2026-03-18T10:00:00Z", "Account code '404' has been archived, or has been deleted");
        account.Settlement["status"] = "error";
        account.Sandbox["accounts"]![1]!["status"] = "archived";
        await using var host = await AccountsHost.StartAsync(account);
        Assert.Contains(new DemoAccount("404", "Fees", false, false), await host.Demo.ListAccountsAsync(AccountDraft.SellerId, "main", CancellationToken.None));
        Assert.Equal(Cause.MappingArchived, (await host.DiagnoseAsync()).RootCause);
        Assert.True((await host.Demo.RestoreAccountAsync(AccountDraft.SellerId, "main", "404", CancellationToken.None)).Done);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
        Assert.True((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
    }

    [Fact]
    public async Task Choosing_a_bank_account_ends_its_absence()
    {
        var account = new AccountDraft("quickbooks");
        account.Channel["bankAccounts"]!.AsArray().Clear();
        await using var host = await AccountsHost.StartAsync(account);
        Assert.False((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
        Assert.True((await host.Demo.ChooseBankAccountAsync(AccountDraft.SellerId, "Amazon UK", "Amazon.co.uk", "1010", false, CancellationToken.None)).Done);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
    }

    [Fact]
    public async Task Sending_over_a_dropped_link_does_nothing_and_leaves_a_try_behind()
    {
        var account = new AccountDraft();
        account.Channel["sandbox"] = new System.Text.Json.Nodes.JsonObject { ["linkDropped"] = true };
        await using var host = await AccountsHost.StartAsync(account);
        await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync()).RootCause);
        await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None);
        Assert.Equal(Cause.ChannelLinkDropped, (await host.DiagnoseAsync()).RootCause);
    }

    [Fact]
    public async Task Sending_with_wrong_VAT_data_does_nothing()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Settlement["sandbox"] = new System.Text.Json.Nodes.JsonObject { ["vatWrong"] = true };
        await using var host = await AccountsHost.StartAsync(account);
        Assert.False((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
        Assert.Equal(Cause.MultiMonthVat, (await host.DiagnoseAsync()).RootCause);
    }

    [Theory]
    [InlineData("offline", "An unhandled error with the Xero API occurred")]
    [InlineData("rate-limited", "The API rate limit for your organisation/application pairing has been exceeded")]
    public async Task Sending_to_a_platform_in_trouble_fails_with_its_text(string availability, string error)
    {
        var account = new AccountDraft();
        account.Sandbox["availability"] = availability;
        await using var host = await AccountsHost.StartAsync(account);
        Assert.Equal(new DemoActionResult(false, error), await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None));
        await using var database = await host.DatabaseAsync();
        Assert.Equal((SendOutcome.Error, error), await database.SendAttempts.Select(a => ValueTuple.Create(a.Outcome, a.Error)).SingleAsync());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_done()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        Assert.False((await host.Demo.ReconnectAsync(AccountDraft.SellerId, "none", CancellationToken.None)).Done);
        Assert.False((await host.Demo.SendAsync("nobody", "S-1", CancellationToken.None)).Done);
        Assert.False((await host.Demo.RestoreAccountAsync(AccountDraft.SellerId, "main", "999", CancellationToken.None)).Done);
        Assert.False((await host.Demo.ChooseAccountAsync(AccountDraft.SellerId, "none", "Sales", null, "200", null, CancellationToken.None)).Done);
    }
}
