using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>A closed period while the platform does not tell which documents it has already.</summary>
public sealed class PeriodLockTests
{
    [Theory]
    [InlineData("2026-03-15", CheckOutcome.Unknown)]
    [InlineData("2026-03-14", CheckOutcome.Passed)]
    public async Task A_document_that_may_have_been_posted_already_leaves_the_lock_undecided(string lockDate, CheckOutcome outcome)
    {
        var account = new AccountDraft();
        account.Sandbox["lockDate"] = lockDate;
        await using var host = await AccountsHost.StartAsync(account, services =>
            services.AddHttpClient(AccountingHttpClients.Xero).AddHttpMessageHandler(() => new UnreadableDocuments()));

        var diagnosis = await host.DiagnoseAsync();

        Assert.Equal(Cause.CouldNotCheck, diagnosis.RootCause);
        Assert.Equal(outcome, diagnosis.Checks.Single(c => c.Check == CheckName.PeriodLock).Outcome);
    }

    [Fact]
    public async Task A_part_that_is_sent_by_our_own_rows_is_not_locked_whatever_the_platform_tells()
    {
        var account = new AccountDraft();
        account.Parts("sent", "ready");
        account.Sandbox["lockDate"] = "2026-02-28";
        await using var host = await AccountsHost.StartAsync(account, services =>
            services.AddHttpClient(AccountingHttpClients.Xero).AddHttpMessageHandler(() => new UnreadableDocuments()));

        Assert.Equal(CheckOutcome.Passed, (await host.DiagnoseAsync()).Checks.Single(c => c.Check == CheckName.PeriodLock).Outcome);
    }

    private sealed class UnreadableDocuments : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/Invoices", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json") }
                : await base.SendAsync(request, cancellationToken);
    }
}
