using System.Data.Common;
using Npgsql;

namespace GraphApi.Data.Loading;

/// <summary>
/// Triggers that refuse a table to be emptied, taken away while it is emptied to be filled anew, and put back within
/// the same transaction: what is loaded then is checked again. On SQLite all that do nothing but refuse; triggers that
/// keep an index stay.
/// <seealso href="https://www.sqlite.org/lang_createtrigger.html"/>
/// <seealso href="https://www.postgresql.org/docs/15/sql-altertable.html"/>
/// </summary>
public sealed class SuspendedTriggers
{
    const string FindOnSqlite = """
        SELECT tbl_name, 'DROP TRIGGER "' || name || '"', sql
        FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%' ORDER BY name
        """;

    // 32 is TRUNCATE (pg_trigger.h). A trigger that was off stays so.
    const string FindOnPostgreSql = """
        SELECT c.relname::text,
               format('ALTER TABLE %s DISABLE TRIGGER %I', c.oid::regclass, t.tgname),
               format('ALTER TABLE %s ENABLE %s TRIGGER %I', c.oid::regclass,
                   CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
            AND t.tgtype & 32 <> 0 AND t.tgenabled <> 'D'
        ORDER BY c.relname, t.tgname
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
        var takeAway = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = connection is NpgsqlConnection ? FindOnPostgreSql : FindOnSqlite;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (tables.Contains(reader.GetString(0)))
                {
                    takeAway.Add(reader.GetString(1));
                    suspended._restore.Add(reader.GetString(2));
                }
            }
        }

        foreach (var statement in takeAway)
        {
            await suspended.ExecuteAsync(statement, cancellationToken);
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
