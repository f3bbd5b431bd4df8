using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Sandbox;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class ConnectionTokensTests
{
    /// <summary>The access token that a snapshot's connection starts with.</summary>
    private static readonly string First = SandboxTokens.FirstAccessToken(AccountDraft.SellerId, "main");

    [Fact]
    public async Task Many_callers_of_a_stale_connection_share_one_refresh()
    {
        var platform = new CountingPlatform();
        await using var host = await StartAsync(platform);
        var tokens = host.Services.GetRequiredService<ConnectionTokens>();
        var connection = await ConnectionAsync(host);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.RenewAsync(connection, First, CancellationToken.None)));

        Assert.All(renewed, r => Assert.Equal("access-2", r.Value));
        Assert.Equal(["r1"], platform.Spent.Select(t => t[..2]));
    }

    [Fact]
    public async Task New_tokens_are_stored_before_they_are_used()
    {
        await using var host = await StartAsync(new CountingPlatform());
        var connection = await ConnectionAsync(host);
        var renewed = await host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, First, CancellationToken.None);
        var stored = await ConnectionAsync(host);
        var protection = host.Services.GetRequiredService<TokenProtection>();
        Assert.Equal(("access-2", "access-2", "refresh-2"), (renewed.Value, protection.Read(stored, stored.AccessToken), protection.Read(stored, stored.RefreshToken)));
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

        var given = tokens.RenewAsync(connection, First, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        platform.Gate.SetResult();

        var next = await tokens.RenewAsync(connection, First, CancellationToken.None);
        Assert.Equal("access-2", next.Value);
        Assert.Single(platform.Spent);
    }

    [Fact]
    public async Task A_dead_refresh_token_counts_only_if_nobody_stored_a_newer_one_meanwhile()
    {
        var platform = new CountingPlatform { Gate = new TaskCompletionSource(), IsDead = true };
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        var asking = host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, First, CancellationToken.None);
        await platform.Asked.Task;
        await StoreAsync(host, "theirs", "theirs too");

        platform.Gate.SetResult();
        Assert.Equal("theirs", (await asking).Value);
        Assert.Equal(ConnectionStatus.Connected, (await ConnectionAsync(host)).Status);
    }

    [Fact]
    public async Task A_dead_refresh_token_ends_the_authorisation()
    {
        await using var host = await StartAsync(new CountingPlatform { IsDead = true });
        var connection = await ConnectionAsync(host);
        var renewed = await host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, First, CancellationToken.None);
        Assert.IsType<PlatformFailure.AuthorisationEnded>(renewed.Failure);
        var stored = await ConnectionAsync(host);
        Assert.Equal((ConnectionStatus.Disconnected, host.Now), (stored.Status, stored.AuthorisationEndedAt));
        Assert.Null(stored.RefreshToken);
    }

    [Fact]
    public async Task Nobody_asks_again_with_a_refresh_token_that_was_refused()
    {
        var platform = new CountingPlatform { IsDead = true };
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        var tokens = host.Services.GetRequiredService<ConnectionTokens>();
        await tokens.RenewAsync(connection, First, CancellationToken.None);

        Assert.IsType<PlatformFailure.AuthorisationEnded>((await tokens.RenewAsync(connection, First, CancellationToken.None)).Failure);
        Assert.Single(platform.Spent);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal("accounting-disconnected", diagnosis.RootCause);
        Assert.Contains("has ended, on 2026-03-20T09:00:00Z", diagnosis.Root.Evidence[0].Fact, StringComparison.Ordinal);
        Assert.Single(platform.Spent);
    }

    [Fact]
    public async Task A_refresh_whose_answer_is_lost_leaves_the_connection_as_it_was()
    {
        var platform = new CountingPlatform { Lost = new PlatformFailure.TimedOut() };
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        var tokens = host.Services.GetRequiredService<ConnectionTokens>();
        Assert.IsType<PlatformFailure.TimedOut>((await tokens.RenewAsync(connection, First, CancellationToken.None)).Failure);

        var stored = await ConnectionAsync(host);
        Assert.Equal((connection.RefreshToken, ConnectionStatus.Connected, null), (stored.RefreshToken, stored.Status, stored.RefreshingUntil));
        platform.Lost = null;
        Assert.True((await tokens.RenewAsync(connection, First, CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task Two_nodes_make_one_refresh_of_one_stale_token()
    {
        var platform = new CountingPlatform { Gate = new TaskCompletionSource() };
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        var nodes = Enumerable.Range(0, 4).Select(_ => NodeOn(host.Services, platform)).ToList();

        var asking = nodes.Select(node => node.RenewAsync(connection, First, CancellationToken.None)).ToList();
        await platform.Asked.Task;
        platform.Gate.SetResult();

        Assert.All(await Task.WhenAll(asking), renewed => Assert.Equal("access-2", renewed.Value));
        Assert.Single(platform.Spent);
    }

    [Fact]
    public async Task A_node_that_died_in_the_middle_holds_a_connection_only_for_a_while()
    {
        var platform = new CountingPlatform();
        await using var host = await StartAsync(platform);
        var connection = await ConnectionAsync(host);
        await using (var database = await host.DatabaseAsync())
        {
            var until = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);
            await database.BookkeepingConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.RefreshingBy, "dead").SetProperty(c => c.RefreshingUntil, until));
        }

        var asking = host.Services.GetRequiredService<ConnectionTokens>().RenewAsync(connection, First, CancellationToken.None);
        Assert.Empty(platform.Spent);
        Assert.Equal("access-2", (await asking).Value);
    }

    [Fact]
    public async Task Tokens_lie_encrypted_and_open_only_for_their_own_connection()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        var stored = await ConnectionAsync(host);
        var protection = host.Services.GetRequiredService<TokenProtection>();
        Assert.DoesNotContain(First, stored.AccessToken, StringComparison.Ordinal);
        Assert.Equal(First, protection.Read(stored, stored.AccessToken));
        stored.Id = "another";
        Assert.Null(protection.Read(stored, stored.AccessToken));
    }

    [Fact]
    public async Task What_an_older_version_stored_plainly_is_encrypted_at_the_start()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        await using (var database = await host.DatabaseAsync())
        {
            await database.BookkeepingConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessToken, "plain").SetProperty(c => c.RefreshToken, "plain too"));
        }

        await host.Services.GetRequiredService<PlainTokens>().EncryptAsync(CancellationToken.None);

        var stored = await ConnectionAsync(host);
        var protection = host.Services.GetRequiredService<TokenProtection>();
        Assert.Equal(("plain", "plain too"), (protection.Read(stored, stored.AccessToken), protection.Read(stored, stored.RefreshToken)));
        Assert.StartsWith(TokenProtection.Mark, stored.RefreshToken, StringComparison.Ordinal);
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
        services.AddSingleton(sp => NodeOn(sp, platform));
    });

    private static ConnectionTokens NodeOn(IServiceProvider services, IAccountingPlatform platform) => new(
        services.GetRequiredService<IDbContextFactory<Storage.SupportDbContext>>(), [platform],
        services.GetRequiredService<TokenProtection>(), services.GetRequiredService<TimeProvider>());

    private static async Task StoreAsync(AccountsHost host, string access, string refresh)
    {
        var protection = host.Services.GetRequiredService<TokenProtection>();
        string Encrypted(string token) => protection.Protect(AccountDraft.SellerId, "main", token);
        var (newAccess, newRefresh) = (Encrypted(access), Encrypted(refresh));
        await using var database = await host.DatabaseAsync();
        await database.BookkeepingConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessToken, newAccess).SetProperty(c => c.RefreshToken, newRefresh));
    }

    private static async Task<BookkeepingConnection> ConnectionAsync(AccountsHost host)
    {
        await using var database = await host.DatabaseAsync();
        return await database.BookkeepingConnections.AsNoTracking().SingleAsync();
    }

    private sealed class CountingPlatform : IAccountingPlatform
    {
        public ConcurrentQueue<string> Spent { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        /// <summary>Done with the first call.</summary>
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDead { get; init; }

        public PlatformFailure? Lost { get; set; }

        public AccountingPlatform Platform => AccountingPlatform.Xero;

        public async Task<PlatformResult<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
        {
            Spent.Enqueue(refreshToken);
            Asked.TrySetResult();
            await (Gate?.Task ?? Task.CompletedTask);
            return Lost is not null ? Lost : IsDead ? new PlatformFailure.AuthorisationEnded() : new IssuedTokens($"access-{Spent.Count + 1}", TimeSpan.FromMinutes(30), $"refresh-{Spent.Count + 1}");
        }

        public Task<PlatformResult<PlatformOrganisation>> ReadOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAccountsAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> ReadTaxRatesAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<LedgerBooks>> ReadBooksAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<IReadOnlyList<LedgerDocument>>> FindDocumentsAsync(
            string accessToken, string tenantId, IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PlatformResult<LedgerDocument>> PostDocumentAsync(
            string accessToken, string tenantId, NewDocument document, string key, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
