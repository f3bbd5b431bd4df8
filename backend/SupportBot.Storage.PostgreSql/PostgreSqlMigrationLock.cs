using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SupportBot.Storage.PostgreSql;

/// <summary>
/// Lets one node at a time migrate a PostgreSQL database. EF's own lock does not outlast a transaction, so of several migrations
/// the second would be done by two nodes; this one lasts as long as its connection, which also a killed process loses.
/// </summary>
public sealed class PostgreSqlMigrationLock : IAsyncDisposable
{
    /// <summary>Any number that nobody else uses: the letters of "SupportB".</summary>
    private const long Key = 0x5375_7070_6F72_7442;

    private readonly NpgsqlConnection _connection;

    private PostgreSqlMigrationLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits until no other node migrates this database, which must exist.</summary>
    public static async Task<PostgreSqlMigrationLock> TakeAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        // A pooled connection would keep the lock after it is given back.
        var settings = new NpgsqlConnectionStringBuilder(context.Database.GetConnectionString()) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Key})", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new PostgreSqlMigrationLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
