using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Storage.SqlServer;

public static class SqlServerStorage
{
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="SupportDbContext"/> on SQL Server.
    /// Transient faults are retried, so a transaction opened by hand must go through the execution strategy.
    /// </summary>
    public static IServiceCollection AddSqlServerStorage(this IServiceCollection services, string connectionString) =>
        services.AddPooledDbContextFactory<SupportDbContext>(options => Configure(options, connectionString));

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerStorage).Assembly)
            .EnableRetryOnFailure(maxRetryCount: 3, LongestRetryDelay, errorNumbersToAdd: null))
        .ReplaceService<IModelCustomizer, ExactText>();
}
