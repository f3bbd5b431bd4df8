using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage.Accounts;
using Xunit;
using static SupportBot.UnitTests.Accounts.Orders;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Settlements that are several documents, or once were one: nothing is posted twice, and no record is lost.</summary>
public sealed class SendingPartsTests
{
    [Theory]
    [InlineData(false, SendResult.PartlyPosted)]
    [InlineData(true, SendResult.Sent)]
    public async Task What_is_partly_posted_is_sent_only_when_the_missing_part_was_asked_for(bool missingOnly, SendResult result)
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Sandbox["documents"] = new JsonArray(new JsonObject { ["number"] = "LMB-20260228-S-1", ["total"] = 0 });
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host, missingOnly);

        Assert.Equal(result, run.Report.Result);
        Assert.Equal(missingOnly ? 2 : 1, (await NewDocumentsAsync(host)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_platform_that_cannot_be_read_leaves_everything_but_the_record_of_tries_as_it_was(bool listsParts)
    {
        var account = new AccountDraft();
        account.Parts("ready", "error");
        account.Settlement["parts"]![1]!["documentNumber"] = "INV-9";
        account.Sandbox["availability"] = "offline";
        if (!listsParts)
        {
            account.Settlement.Remove("parts");
        }

        await using var host = await AccountsHost.StartAsync(account);

        Assert.Equal(SendResult.Refused, (await SendAsync(host)).Report.Result);

        await using var database = await host.DatabaseAsync();
        var left = await database.Settlements.Include(s => s.Attempts).Include(s => s.Parts).SingleAsync(s => s.Id == "S-1");
        Assert.Equal((SettlementStatus.Ready, SendOutcome.Error), (left.Status, Assert.Single(left.Attempts).Outcome));
        Assert.Equal(listsParts ? [(SettlementStatus.Ready, null), (SettlementStatus.Error, "INV-9")] : [], left.Parts.OrderBy(p => p.Month).Select(p => (p.Status, p.DocumentNumber)));
    }

    [Fact]
    public async Task A_number_that_was_recorded_outlives_a_refusal()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Settlement["parts"]![1]!["documentNumber"] = "INV-9";
        account.Sandbox["invoiceLimitReached"] = true;
        await using var host = await AccountsHost.StartAsync(account);

        Assert.Equal(SendResult.Refused, (await SendAsync(host)).Report.Result);

        await using var database = await host.DatabaseAsync();
        Assert.Equal([null, "INV-9"], await database.SettlementParts.OrderBy(p => p.Month).Select(p => p.DocumentNumber).ToListAsync());
    }

    [Fact]
    public async Task What_went_out_as_one_document_over_a_month_end_is_not_sent_again_a_month_at_a_time()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Settlement.Remove("parts");
        account.Documents("INV-9", ("INV-9", "authorised"));
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host, missingOnly: true);

        Assert.Equal((SendResult.AlreadyThere, null), (run.Report.Result, run.Changes));
        Assert.Empty(await NewDocumentsAsync(host));
    }

    [Fact]
    public async Task What_stood_already_is_told_as_no_progress()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        account.Settlement["from"] = "2026-01-20";
        account.Settlement["parts"]!.AsArray().Insert(0, new JsonObject { ["month"] = "2026-01", ["status"] = "ready" });
        account.Sandbox["documents"] = new JsonArray(
            new JsonObject { ["number"] = "LMB-20260131-S-1", ["total"] = 0 }, new JsonObject { ["number"] = "LMB-20260315-S-1", ["total"] = 910 });
        await using var host = await AccountsHost.StartAsync(account);
        var told = new List<SendReport>();

        var run = await Sender(host).SendAsync(
            Order(missingOnly: true),
            (report, changes) =>
            {
                told.AddRange(report is null ? [] : [report]);
                return CommitAsync(host, changes);
            },
            CancellationToken.None);

        Assert.Equal(SendResult.Sent, run!.Report.Result);
        Assert.Empty(told);
    }
}
