using System.Net;
using SupportBot.Accounts.Accounting;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What one organisation may be asked, and what its failures do to the next call and to the neighbours.</summary>
public sealed class TenantCallsTests
{
    [Theory]
    [InlineData("xero", 5)]
    [InlineData("quickbooks", 10)]
    public async Task No_more_calls_at_once_than_the_platform_allows(string platform, int atOnce)
    {
        var server = new CountingServer { Gate = new TaskCompletionSource(), ExpectedAtOnce = atOnce };
        using var clients = new PlatformClients(server);

        var asking = Enumerable.Range(0, atOnce * 3).Select(_ => ReadAsync(clients, platform, "tenant")).ToList();
        await server.Expected.Task;
        server.Gate.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.Equal(atOnce, server.MostAtOnce);
        Assert.All(answers, answer => Assert.True(answer.Succeeded));
    }

    [Theory]
    [InlineData("xero", 60)]
    [InlineData("quickbooks", 500)]
    public async Task What_is_beyond_the_minute_is_not_asked_and_counts_as_not_known(string platform, int aMinute)
    {
        var server = new CountingServer();
        using var clients = new PlatformClients(server);
        for (var call = 0; call < aMinute; call++)
        {
            Assert.True((await ReadAsync(clients, platform, "tenant")).Succeeded);
        }

        Assert.IsType<PlatformFailure.Busy>((await ReadAsync(clients, platform, "tenant")).Failure);
        Assert.Equal(aMinute, server.Calls);
        Assert.True((await ReadAsync(clients, platform, "neighbour")).Succeeded);
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task An_organisation_that_keeps_failing_is_left_alone_for_a_while(string platform)
    {
        var server = new CountingServer { Status = HttpStatusCode.InternalServerError };
        using var clients = new PlatformClients(server);
        await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => ReadAsync(clients, platform, "tenant")));
        var before = server.Calls;

        Assert.IsType<PlatformFailure.Offline>((await ReadAsync(clients, platform, "tenant")).Failure);

        Assert.Equal(before, server.Calls);
        server.Status = HttpStatusCode.OK;
        Assert.True((await ReadAsync(clients, platform, "neighbour")).Succeeded);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_rest_that_was_asked_for_is_kept_and_told_at_once(int status)
    {
        var server = new CountingServer { Status = (HttpStatusCode)status, RetryAfter = TimeSpan.FromSeconds(60) };
        using var clients = new PlatformClients(server);
        await ReadAsync(clients, "xero", "tenant");
        server.Status = HttpStatusCode.OK;

        var told = (await ReadAsync(clients, "xero", "tenant")).Failure;

        var left = status == 429 ? Assert.IsType<PlatformFailure.RateLimited>(told).RetryAfter : Assert.IsType<PlatformFailure.Offline>(told).RetryAfter;
        Assert.InRange(left!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(1, server.Calls);
    }

    private static Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAsync(PlatformClients clients, string platform, string tenant) =>
        clients.Of(platform).ReadAccountsAsync("token", tenant, CancellationToken.None);

    private sealed class CountingServer : HttpMessageHandler
    {
        private readonly Lock counting = new();
        private int now;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public TimeSpan? RetryAfter { get; init; }

        public TaskCompletionSource? Gate { get; init; }

        public int ExpectedAtOnce { get; init; }

        /// <summary>Done once so many calls are here together.</summary>
        public TaskCompletionSource Expected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Calls { get; private set; }

        public int MostAtOnce { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (counting)
            {
                Calls++;
                MostAtOnce = Math.Max(MostAtOnce, ++now);
                if (now == ExpectedAtOnce)
                {
                    Expected.TrySetResult();
                }
            }

            await (Gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            lock (counting)
            {
                now--;
            }

            var answer = new HttpResponseMessage(Status) { Content = new StringContent("""{"Accounts":[],"QueryResponse":{}}""") };
            answer.Headers.RetryAfter = RetryAfter is { } wait ? new(wait) : null;
            return answer;
        }
    }
}
