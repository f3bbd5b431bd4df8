using Microsoft.Data.Sqlite;
using SupportBot.Storage.PostgreSql;
using SupportBot.Storage.Sqlite;
using SupportBot.Storage.SqlServer;

namespace SupportBot.Host.Storage;

internal static class StorageSetup
{
    private const string DefaultConnection = "Data Source=App_Data/supportbot.db";

    /// <summary>Registers the storage that <c>Storage:Provider</c> and <c>ConnectionStrings:SupportBot</c> name.</summary>
    /// <exception cref="StorageStartException">The provider is unknown, or its connection string is missing or malformed, or the folder of a SQLite file cannot be created.</exception>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        var provider = builder.Configuration["Storage:Provider"] is { Length: > 0 } named ? named : "Sqlite";
        var connection = builder.Configuration.GetConnectionString("SupportBot");
        switch (provider.ToUpperInvariant())
        {
            case "SQLITE":
                AddSqlite(builder, InContentRoot(connection, builder.Environment.ContentRootPath));
                break;
            case "SQLSERVER":
                builder.Services.AddSqlServerStorage(Required(connection, provider));
                break;
            case "POSTGRESQL":
                builder.Services.AddPostgreSqlStorage(Required(connection, provider));
                break;
            default:
                throw new StorageStartException(
                    $"Storage:Provider is '{provider}'. Set it to Sqlite, SqlServer or PostgreSql, or leave it out for Sqlite.");
        }

        return builder;
    }

    private static void AddSqlite(IHostApplicationBuilder builder, string connection)
    {
        try
        {
            builder.Services.AddSqliteStorage(connection);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"The folder of the database cannot be created: {e.Message.TrimEnd('.')}. Name another in ConnectionStrings:SupportBot.", e);
        }
    }

    /// <summary>A relative path counts from the content root, so that the folder a program is started in does not matter.</summary>
    private static string InContentRoot(string? connection, string contentRoot)
    {
        var sqlite = ParseSqlite(connection is { Length: > 0 } ? connection : DefaultConnection);
        if (sqlite.DataSource.Length == 0 || sqlite.DataSource == ":memory:" || sqlite.Mode == SqliteOpenMode.Memory)
        {
            throw new StorageStartException(
                $"ConnectionStrings:SupportBot must name a file that survives a restart, such as '{DefaultConnection}'.");
        }

        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        return sqlite.ConnectionString;
    }

    private static SqliteConnectionStringBuilder ParseSqlite(string connection)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException e)
        {
            throw new StorageStartException(
                $"ConnectionStrings:SupportBot is not a SQLite connection string ({e.Message}). Is Storage:Provider missing?", e);
        }
    }

    private static string Required(string? connection, string provider) => connection is { Length: > 0 }
        ? connection
        : throw new StorageStartException($"ConnectionStrings:SupportBot must be set when Storage:Provider is {provider}.");
}
