using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// Sets on every connection what SQLite forgets between connections. <c>synchronous=FULL</c> flushes the log at
/// each commit: in WAL mode with NORMAL, what was acknowledged could be lost in a power cut.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public static readonly DurableConnections Instance = new();

    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    // The provider pools native handles, which keep their settings: each handle is set up once, not at each opening.
    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    private DurableConnections()
    {
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SetUp((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void SetUp(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (_ready.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _ready.AddOrUpdate(handle, handle);
    }
}
