using Xunit;

namespace SupportBot.StorageTests.Databases;

/// <summary>One database of each provider for the tests of one class, made when first asked for.</summary>
public sealed class TestDatabases(PostgreSqlServer postgreSql) : IAsyncLifetime
{
    private readonly Dictionary<Provider, TestDatabase> _databases = [];

    private readonly List<string> _folders = [];

    public async Task<TestDatabase> GetAsync(Provider provider)
    {
        if (!_databases.TryGetValue(provider, out var database))
        {
            database = await TestDatabase.CreateAsync(provider, NewConnectionString(provider));
            _databases.Add(provider, database);
        }

        return database;
    }

    /// <summary>Of a database that does not exist yet.</summary>
    public string NewConnectionString(Provider provider)
    {
        var name = $"supportbot_{Guid.NewGuid():N}";
        return provider switch
        {
            Provider.PostgreSql => $"{postgreSql.ConnectionString};Database={name}",
            Provider.SqlServer => $"{Providers.Setting(Providers.SqlServerVariable)};Database={name}",
            _ => $"Data Source={Path.Combine(NewFolder(), name)}.db",
        };
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    private string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("supportbot-storage-").FullName;
        _folders.Add(folder);
        return folder;
    }
}
