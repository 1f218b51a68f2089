using Npgsql;

namespace GraphApi.Data.Loading;

/// <summary>
/// Foreign keys and secondary indexes that were taken away for a large load into PostgreSQL and are put back behind
/// it, within one transaction: checking and building them once is several times as fast as row by row. Primary keys
/// and unique constraints stay. Holds exclusive locks on the tables, so it is for empty databases.
/// <seealso href="https://www.postgresql.org/docs/15/populate.html"/>
/// </summary>
public sealed class SuspendedConstraints
{
    const string FindForeignKeys = """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
               format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint
        WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
        ORDER BY conrelid::regclass::text, conname
        """;

    const string FindIndexes = """
        SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisprimary
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
        ORDER BY c.relname
        """;

    readonly NpgsqlConnection _connection;
    readonly List<string> _restore = [];

    SuspendedConstraints(NpgsqlConnection connection) => _connection = connection;

    /// <summary>
    /// Takes away the foreign keys and secondary indexes of the current schema, inside the open transaction.
    /// </summary>
    public static async Task<SuspendedConstraints> SuspendAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var suspended = new SuspendedConstraints(connection);
        await suspended.TakeAwayAsync(FindForeignKeys, cancellationToken);
        await suspended.TakeAwayAsync(FindIndexes, cancellationToken);

        // Indexes first: the foreign keys' checks are joins that may use them.
        suspended._restore.Sort((left, right) => IsIndex(right).CompareTo(IsIndex(left)));
        return suspended;
    }

    /// <summary>
    /// Puts everything back and reports each step. Throws where a loaded row breaks a foreign key or is there twice;
    /// the transaction is to be rolled back then.
    /// </summary>
    public async Task RestoreAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        await ExecuteAsync("SET LOCAL maintenance_work_mem = '256MB'", cancellationToken);
        for (var i = 0; i < _restore.Count; i++)
        {
            await ExecuteAsync(_restore[i], cancellationToken);
            progress?.Report((i + 1, _restore.Count));
        }
    }

    static bool IsIndex(string statement) => statement.StartsWith("CREATE", StringComparison.Ordinal);

    async Task TakeAwayAsync(string find, CancellationToken cancellationToken)
    {
        var drop = new List<string>();
        await using (var command = new NpgsqlCommand(find, _connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                drop.Add(reader.GetString(0));
                _restore.Add(reader.GetString(1));
            }
        }

        foreach (var statement in drop)
        {
            await ExecuteAsync(statement, cancellationToken);
        }
    }

    async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
