using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportBot.Benchmarks.Accounts;

/// <summary>Notes the queries that the product makes, and makes the same ones again without anything around them.</summary>
internal sealed class RecordedQueries : DbCommandInterceptor
{
    private readonly List<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> _queries = [];

    public bool IsRecording { get; set; }

    public int Count => _queries.Count;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsRecording)
        {
            // Checks run side by side.
            lock (_queries)
            {
                _queries.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Reads every value of every row.</summary>
    public void Replay(SqliteConnection connection)
    {
        foreach (var (text, parameters) in _queries)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Text that the product itself made.
            command.CommandText = text;
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(values);
            }
        }
    }
}
