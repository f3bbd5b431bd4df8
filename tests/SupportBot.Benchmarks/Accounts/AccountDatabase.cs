using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using SupportBot.Host.Startup;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Accounts;

/// <summary>A SQLite database in which <see cref="LargeAccount"/> has any number of settlements.</summary>
internal sealed class AccountDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _host;

    private AccountDatabase()
    {
        ConnectionString = $"Data Source={_folder.File("accounts.db")}";
        // Put together as the product is, but not started: nothing listens, nothing runs beside the diagnosis.
        _host = SupportBotApplication.Build(
            [
                "--environment=Production", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
                $"--ConnectionStrings:SupportBot={ConnectionString}", $"--WebChat:SigningKey={Guid.NewGuid():N}",
            ],
            builder => builder.Services.ConfigureDbContext<SupportDbContext>(options => options.AddInterceptors(Queries)));
    }

    public string ConnectionString { get; }

    public RecordedQueries Queries { get; } = new();

    public static async Task<AccountDatabase> CreateAsync(int settlements)
    {
        var database = new AccountDatabase();
        await database._host.PrepareAsync();
        await using var db = await database._host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        db.Add(LargeAccount.Seller());
        db.AddRange(LargeAccount.SentBlock());
        await db.SaveChangesAsync();

        // Nothing here has to survive a crash, and a journal would write each of the million rows once more.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        await CopyAsync(db, typeof(Settlement), nameof(Settlement.Id), settlements);
        await CopyAsync(db, typeof(SettlementLine), nameof(SettlementLine.SettlementId), settlements);
        await CopyAsync(db, typeof(SendAttempt), nameof(SendAttempt.SettlementId), settlements);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        await db.Database.CloseConnectionAsync();

        db.AddRange(LargeAccount.Unsent());
        await db.SaveChangesAsync();
        return database;
    }

    public async Task<Diagnosis> DiagnoseAsync()
    {
        var runner = _host.Services.GetRequiredService<DiagnosisRunner>();
        return (await runner.RunAsync(LargeAccount.SellerId, new DiagnosisScope(), CancellationToken.None))!.Diagnosis;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Copies the block inside the database, each copy some days older: a million rows one by one would take too long.</summary>
    private static async Task CopyAsync(SupportDbContext db, Type entity, string key, int settlements)
    {
        var table = db.Model.FindEntityType(entity)!;
        var name = table.GetTableName()!;
        var columns = table.GetProperties().Select(property => property.GetColumnName(StoreObjectIdentifier.Table(name))!).ToList();
        var values = columns.Select(column => column == key ? $"""'copy-' || n || '-' || "{column}" """
            : column is nameof(Settlement.SentAt) or nameof(SettlementLine.PostedAt) ? $"""datetime("{column}", '-' || n || ' days')"""
            : $"\"{column}\"");
        var copies = (settlements / LargeAccount.BlockSize) - 1;
#pragma warning disable EF1002 // Names from our own model.
        await db.Database.ExecuteSqlRawAsync(
            $"""
            WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {copies})
            INSERT INTO "{name}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM copies CROSS JOIN (SELECT * FROM "{name}")
            """);
#pragma warning restore EF1002
    }
}
