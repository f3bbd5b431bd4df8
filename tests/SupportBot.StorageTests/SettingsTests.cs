using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportBot.Host.Storage;
using SupportBot.Storage;
using Xunit;

namespace SupportBot.StorageTests;

public sealed class SettingsTests : IDisposable
{
    private readonly string _contentRoot = Directory.CreateTempSubdirectory("supportbot-settings-").FullName;

    public void Dispose() => Directory.Delete(_contentRoot, recursive: true);

    [Theory]
    [InlineData(null, null, "Sqlite")]
    [InlineData("", "", "Sqlite")]
    [InlineData("Sqlite", "Data Source=other.db", "Sqlite")]
    [InlineData("SqlServer", "Server=unused", "SqlServer")]
    [InlineData("postgresql", "Host=unused", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    public void The_provider_setting_picks_the_database(string? provider, string? connection, string expected)
    {
        using var context = Open(provider, connection);

        Assert.EndsWith(expected, context.Database.ProviderName, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_provider_stops_the_start_and_says_which_there_are()
    {
        var refusal = Assert.Throws<StorageStartException>(() => Open("MySql", null));

        Assert.Contains("'MySql'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Sqlite, SqlServer or PostgreSql", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void A_server_without_a_connection_string_stops_the_start(string provider) =>
        Assert.Throws<StorageStartException>(() => Open(provider, null));

    [Fact]
    public void A_server_s_connection_string_without_its_provider_stops_the_start() =>
        Assert.Throws<StorageStartException>(() => Open(null, "Host=unused;Database=supportbot"));

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Data Source=")]
    public void A_database_that_a_restart_would_lose_stops_the_start(string connection) =>
        Assert.Throws<StorageStartException>(() => Open("Sqlite", connection));

    [Theory]
    [InlineData(null, "App_Data/supportbot.db")]
    [InlineData("Data Source=data/x.db", "data/x.db")]
    public void A_relative_path_counts_from_the_content_root(string? connection, string expected)
    {
        using var context = Open(null, connection);

        Assert.Equal(Path.Combine(_contentRoot, expected), context.Database.GetDbConnection().DataSource);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_stops_the_start_and_names_the_settings()
    {
        using var host = Build("PostgreSql", "Host=127.0.0.1;Port=1;Database=x");

        var refusal = await Assert.ThrowsAsync<StorageStartException>(() => host.MigrateStorageAsync());

        Assert.Contains("ConnectionStrings:SupportBot", refusal.Message, StringComparison.Ordinal);
    }

    private SupportDbContext Open(string? provider, string? connection) =>
        Build(provider, connection).Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();

    private IHost Build(string? provider, string? connection)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = _contentRoot });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider,
            ["ConnectionStrings:SupportBot"] = connection,
        });
        builder.AddStorage();
        return builder.Build();
    }
}
