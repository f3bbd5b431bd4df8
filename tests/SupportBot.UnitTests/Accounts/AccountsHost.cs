using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Accounts;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.Sandbox;
using SupportBot.Accounts.Snapshots;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>The accounts half of the product on SQLite, with the real sandbox platforms behind an in-process server.</summary>
internal sealed class AccountsHost : IAsyncDisposable
{
    /// <summary>Made once: creating the tables takes longer than most tests.</summary>
    private static readonly Lazy<Task<byte[]>> EmptyDatabase = new(CreateAsync);

    private readonly WebApplication app;
    private readonly string file;
    private readonly ErrorLog errors;

    private AccountsHost(WebApplication app, string file, ErrorLog errors) => (this.app, this.file, this.errors) = (app, file, errors);

    public IServiceProvider Services => app.Services;

    public DiagnosisRunner Runner => Services.GetRequiredService<DiagnosisRunner>();

    /// <summary>The product's clock, which stands still.</summary>
    public DateTime Now => Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    public DemoActions Demo => Services.GetRequiredService<DemoActions>();

    /// <summary>For platforms that hang: nobody waits long here.</summary>
    public static void ShortLimits(IServiceCollection services) => Limits(services, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400));

    /// <summary>Long ones otherwise: a busy machine must not look like a platform that hangs.</summary>
    private static void Limits(IServiceCollection services, TimeSpan attempt, TimeSpan total)
    {
        services.AddSingleton(Options.Create(new XeroOptions { AttemptTimeout = attempt, TotalTimeout = total }));
        services.AddSingleton(Options.Create(new QuickBooksOptions { AttemptTimeout = attempt, TotalTimeout = total }));
    }

    public static Task<AccountsHost> StartAsync(AccountDraft account, Action<IServiceCollection>? configure = null) =>
        StartAsync(SnapshotReader.Parse(account.ToJson(), "test"), configure);

    public static async Task<AccountsHost> StartAsync(AccountSnapshot snapshot, Action<IServiceCollection>? configure = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"accounts-{Guid.NewGuid():N}.db");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var errors = new ErrorLog();
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(snapshot.Now));
        builder.Services.AddPooledDbContextFactory<SupportDbContext>(o => o.UseSqlite($"Data Source={file};Pooling=False"));
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddAccounts().AddKnowledge().AddSandbox();
        foreach (var name in new[] { AccountingHttpClients.Xero, AccountingHttpClients.QuickBooks })
        {
            builder.Services.AddHttpClient(name)
                .ConfigurePrimaryHttpMessageHandler(sp => ((TestServer)sp.GetRequiredService<IServer>()).CreateHandler());
        }

        Limits(builder.Services, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(Options.Create(new DiagnosisOptions { CheckTimeLimit = TimeSpan.FromSeconds(25) }));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapSandboxPlatforms();
        await app.StartAsync();
        var host = new AccountsHost(app, file, errors);
        await File.WriteAllBytesAsync(file, await EmptyDatabase.Value);
        await host.Services.GetRequiredService<SnapshotLoader>().LoadAsync(snapshot, CancellationToken.None);
        return host;
    }

    public Task<SupportDbContext> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    /// <summary>The diagnosis of the seller that <see cref="AccountDraft"/> describes.</summary>
    public async Task<Diagnosis> DiagnoseAsync(string? settlement = null, string? channel = null, string seller = AccountDraft.SellerId)
    {
        var report = await Runner.RunAsync(seller, new DiagnosisScope(settlement, channel), CancellationToken.None);
        Assert.NotNull(report);
        Assert.Equal("", string.Join('\n', errors.Lines));
        return report.Diagnosis;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        File.Delete(file);
    }

    private static async Task<byte[]> CreateAsync()
    {
        var file = Path.GetTempFileName();
        await using (var database = new SupportDbContext(new DbContextOptionsBuilder<SupportDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
        {
            await database.Database.EnsureCreatedAsync();
        }

        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes;
    }

    /// <summary>A check that breaks only turns unknown; a test must see it.</summary>
    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }

    private sealed class FixedClock(DateTimeOffset? now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now ?? System.GetUtcNow();
    }
}
