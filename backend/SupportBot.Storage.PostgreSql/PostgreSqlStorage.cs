using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Storage.PostgreSql;

public static class PostgreSqlStorage
{
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="SupportDbContext"/> on PostgreSQL.
    /// Transient faults are retried, so a transaction opened by hand must go through the execution strategy.
    /// </summary>
    public static IServiceCollection AddPostgreSqlStorage(this IServiceCollection services, string connectionString) =>
        services.AddPooledDbContextFactory<SupportDbContext>(options => Configure(options, connectionString));

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, server => server
            .MigrationsAssembly(typeof(PostgreSqlStorage).Assembly)
            .EnableRetryOnFailure(maxRetryCount: 3, LongestRetryDelay, errorCodesToAdd: null));
}
