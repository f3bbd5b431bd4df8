using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Storage.Sqlite;

public static class SqliteStorage
{
    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="SupportDbContext"/> on a SQLite file
    /// that survives a power cut: WAL, flushed with every commit.
    /// </summary>
    /// <param name="connectionString">Names a file; its folder is created. Memory databases are not supported.</param>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return services.AddPooledDbContextFactory<SupportDbContext>(options => Configure(options, connectionString));
    }

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
        .AddInterceptors(DurableConnections.Instance);
}
