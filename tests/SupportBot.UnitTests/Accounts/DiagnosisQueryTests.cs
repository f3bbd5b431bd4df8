using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What a diagnosis asks of our own tables.</summary>
public sealed class DiagnosisQueryTests
{
    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_account()
    {
        Assert.Equal(await QueriesAsync(1), await QueriesAsync(60));
    }

    /// <summary>Of a diagnosis with as many more settlements, none of whose categories has an account.</summary>
    private static async Task<int> QueriesAsync(int settlements)
    {
        var counter = new CommandCounter();
        var account = new AccountDraft();
        for (var i = 0; i < settlements; i++)
        {
            account.WithSettlement($"M-{i}", s => s["marketplace"] = $"Amazon.{i}");
        }

        account.Channel["mappings"]!.AsArray().Clear();
        await using var host = await AccountsHost.StartAsync(account, services =>
            services.AddSingleton<IDbContextOptionsConfiguration<SupportDbContext>>(new Intercepted(counter)));
        counter.Reset();
        Assert.Equal((settlements + 1) * 2, (await host.DiagnoseAsync()).Findings.Count(f => f.Cause == Cause.MappingMissing));
        return counter.Count;
    }

    [Fact]
    public async Task A_query_of_our_own_that_hangs_leaves_its_check_unknown_and_the_diagnosis_in_time()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]![1]!["account"] = null;
        using var released = new ManualResetEventSlim();
        await using var host = await AccountsHost.StartAsync(account, services => services
            .AddSingleton<IDbContextOptionsConfiguration<SupportDbContext>>(new Intercepted(new HangingLastPostings(released)))
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new DiagnosisOptions { CheckTimeLimit = TimeSpan.FromSeconds(1) })));
        var diagnosis = await host.DiagnoseAsync();
        released.Set();
        Assert.Equal(CheckOutcome.Unknown, diagnosis.Checks.Single(c => c.Check == "mappings").Outcome);
        Assert.Equal(Cause.CouldNotCheck, diagnosis.RootCause);
    }

    /// <summary>Holds the thread, as SQLite does while it looks.</summary>
    private sealed class HangingLastPostings(ManualResetEventSlim released) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"PostedAt\" DESC", StringComparison.Ordinal))
            {
                released.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            }

            return ValueTask.FromResult(result);
        }
    }

    private sealed class Intercepted(IInterceptor interceptor) : IDbContextOptionsConfiguration<SupportDbContext>
    {
        public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(interceptor);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int count;

        public int Count => count;

        public void Reset() => count = 0;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return ValueTask.FromResult(result);
        }
    }
}
