using System.Data.Common;

namespace GraphApi.Data.Loading;

/// <summary>
/// Triggers that do nothing but refuse, taken away while an SQLite database is emptied to be filled anew, and put back
/// within the same transaction: what is loaded then is checked again. Triggers that keep an index stay.
/// <seealso href="https://www.sqlite.org/lang_createtrigger.html"/>
/// </summary>
public sealed class SuspendedTriggers
{
    const string Find = """
        SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%' ORDER BY name
        """;

    readonly DbConnection _connection;
    readonly List<string> _restore = [];

    SuspendedTriggers(DbConnection connection) => _connection = connection;

    /// <summary>Takes them away from some tables. The connection is open and inside a transaction.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="tables">The names of the tables, unquoted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<SuspendedTriggers> SuspendAsync(
        DbConnection connection, IReadOnlySet<string> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(tables);
        var suspended = new SuspendedTriggers(connection);
        var names = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = Find;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (tables.Contains(reader.GetString(0)))
                {
                    names.Add(reader.GetString(1));
                    suspended._restore.Add(reader.GetString(2));
                }
            }
        }

        foreach (var name in names)
        {
            await suspended.ExecuteAsync($"DROP TRIGGER \"{name}\"", cancellationToken);
        }

        return suspended;
    }

    /// <summary>Puts them back as they were.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in _restore)
        {
            await ExecuteAsync(statement, cancellationToken);
        }
    }

    async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
