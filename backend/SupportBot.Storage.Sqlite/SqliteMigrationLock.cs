using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF's own lock is a row that stays behind when a process is
/// killed, and makes every later start wait for ever; this one is a file lock, which the system takes back.
/// </summary>
public sealed class SqliteMigrationLock : IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private SqliteMigrationLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process migrates this database.</summary>
    /// <exception cref="UnauthorizedAccessException">The database's folder cannot be written to.</exception>
    public static async Task<SqliteMigrationLock> TakeAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnectionStringBuilder(context.Database.GetConnectionString());
        var file = await OpenAloneAsync($"{Path.GetFullPath(connection.DataSource)}.migrating", cancellationToken);
        try
        {
            // Whoever left EF's row behind is gone: it would hold our file.
            await context.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
            return new SqliteMigrationLock(file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static async Task<FileStream> OpenAloneAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(RetryDelay, cancellationToken);
            }
        }
    }
}
