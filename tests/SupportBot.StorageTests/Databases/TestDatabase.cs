using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportBot.Host.Storage;
using SupportBot.Storage;

namespace SupportBot.StorageTests.Databases;

/// <summary>An empty database, opened from settings and migrated as the product does it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly IHost _host;

    private TestDatabase(IHost host) => _host = host;

    public static async Task<TestDatabase> CreateAsync(Provider provider, string connectionString)
    {
        var host = HostOn(provider, connectionString);
        await host.MigrateStorageAsync();
        return new TestDatabase(host);
    }

    public static IHost HostOn(Provider provider, string connectionString)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider.ToString(),
            ["ConnectionStrings:SupportBot"] = connectionString,
        });
        builder.AddStorage();
        return builder.Build();
    }

    public IDbContextFactory<SupportDbContext> Contexts => _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>();

    public SupportDbContext Open() => Contexts.CreateDbContext();

    public async Task<T> ReadAsync<T>(Func<SupportDbContext, Task<T>> query)
    {
        await using var context = Open();
        return await query(context);
    }

    public async Task CommitAsync(Action<SupportDbContext> changes)
    {
        await using var context = Open();
        changes(context);
        await CommitAsync(context);
    }

#pragma warning disable RS0030 // Stands in for the commit queue, below which these tests look.
    public static Task CommitAsync(SupportDbContext context) => context.SaveChangesAsync();
#pragma warning restore RS0030

    public async ValueTask DisposeAsync()
    {
        await using (var context = Open())
        {
            await context.Database.EnsureDeletedAsync();
        }

        _host.Dispose();
    }
}
