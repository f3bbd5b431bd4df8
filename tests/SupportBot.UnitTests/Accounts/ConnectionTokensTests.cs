using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class ConnectionTokensTests
{
    [Fact]
    public async Task Many_callers_of_a_stale_connection_share_one_refresh()
    {
        var platform = new CountingPlatform();
        await using var host = await StartAsync(platform);
        var tokens = host.Services.GetRequiredService<ConnectionTokens>();
        var connection = await ConnectionAsync(host);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.RenewAsync(connection, connection.AccessToken, CancellationToken.None)));

        Assert.All(renewed, r => Assert.Equal("access-2", r.Value));
        Assert.Equal(["r1"], platform.Spent.Select(t => t[..2]));
    }

    [Fact]
    public async Task New_tokens_are_stored_before_they_are_used()
    {
        await using var host = await StartAsync(new CountingPlatform());
        var connection = await ConnectionAsync(host);
        var renewed = await host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, connection.AccessToken, CancellationToken.None);
        var stored = await ConnectionAsync(host);
        Assert.Equal((renewed.Value, "refresh-2"), (stored.AccessToken, stored.RefreshToken));
        Assert.Equal(new DateTime(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc), stored.LastRefreshedAt);
        Assert.InRange(stored.AccessTokenExpiresAt!.Value, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(20), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(31));
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_lose_the_new_tokens()
    {
        var platform = new CountingPlatform { Gate = new TaskCompletionSource() };
        await using var host = await StartAsync(platform);
        var tokens = host.Services.GetRequiredService<ConnectionTokens>();
        var connection = await ConnectionAsync(host);
        using var impatient = new CancellationTokenSource();

        var given = tokens.RenewAsync(connection, connection.AccessToken, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        platform.Gate.SetResult();

        var next = await tokens.RenewAsync(connection, connection.AccessToken, CancellationToken.None);
        Assert.Equal("access-2", next.Value);
        Assert.Single(platform.Spent);
    }

    [Fact]
    public async Task A_dead_refresh_token_counts_only_if_nobody_stored_a_newer_one_meanwhile()
    {
        var platform = new CountingPlatform { Gate = new TaskCompletionSource(), IsDead = true };
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        var asking = host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, connection.AccessToken, CancellationToken.None);
        await using (var database = await host.DatabaseAsync())
        {
            await database.BookkeepingConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessToken, "theirs").SetProperty(c => c.RefreshToken, "theirs too"));
        }

        platform.Gate.SetResult();
        Assert.Equal("theirs", (await asking).Value);
    }

    [Fact]
    public async Task A_dead_refresh_token_ends_the_authorisation()
    {
        await using var host = await StartAsync(new CountingPlatform { IsDead = true });
        var connection = await ConnectionAsync(host);
        var renewed = await host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, connection.AccessToken, CancellationToken.None);
        Assert.IsType<PlatformFailure.AuthorisationEnded>(renewed.Failure);
    }

    [Fact]
    public async Task An_access_token_known_to_be_over_is_renewed_before_the_first_call()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        await using (var database = await host.DatabaseAsync())
        {
            var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
            await database.BookkeepingConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessTokenExpiresAt, past));
        }

        var before = await ConnectionAsync(host);
        Assert.Equal("nothing-found", (await host.DiagnoseAsync()).RootCause);
        Assert.NotEqual(before.AccessToken, (await ConnectionAsync(host)).AccessToken);
    }

    private static Task<AccountsHost> StartAsync(CountingPlatform platform) => AccountsHost.StartAsync(new AccountDraft(), services =>
    {
        services.AddSingleton(sp => new ConnectionTokens(
            sp.GetRequiredService<IDbContextFactory<Storage.SupportDbContext>>(), [platform], sp.GetRequiredService<TimeProvider>()));
    });

    private static async Task<BookkeepingConnection> ConnectionAsync(AccountsHost host)
    {
        await using var database = await host.DatabaseAsync();
        return await database.BookkeepingConnections.AsNoTracking().SingleAsync();
    }

    private sealed class CountingPlatform : IAccountingPlatform
    {
        public ConcurrentQueue<string> Spent { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        public bool IsDead { get; init; }

        public AccountingPlatform Platform => AccountingPlatform.Xero;

        public async Task<PlatformResult<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
        {
            Spent.Enqueue(refreshToken);
            await (Gate?.Task ?? Task.CompletedTask);
            return IsDead ? new PlatformFailure.AuthorisationEnded() : new IssuedTokens($"access-{Spent.Count + 1}", TimeSpan.FromMinutes(30), $"refresh-{Spent.Count + 1}");
        }

        public Task<PlatformResult<PlatformOrganisation>> ReadOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAccountsAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> ReadTaxRatesAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
