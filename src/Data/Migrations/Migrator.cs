using System.Data.Common;
using GraphApi.Data.Databases;

namespace GraphApi.Data.Migrations;

/// <summary>
/// Brings a database's schema up to date: applies what is missing, in order, each in a transaction with its record in
/// <c>schema_migrations</c>, while it holds a lock that other nodes wait for.
/// </summary>
/// <param name="provider">The kind of the database.</param>
/// <param name="connect">Makes a closed connection to it.</param>
/// <param name="migrations">All migrations, ordered by version.</param>
/// <param name="time">The clock for <c>applied_at</c>.</param>
/// <seealso href="https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS"/>
public sealed class Migrator(
    DatabaseProvider provider,
    Func<DbConnection> connect,
    IReadOnlyList<Migration> migrations,
    TimeProvider time)
{
    /// <summary>"graphapi" in ASCII: nobody else's number.</summary>
    const long AdvisoryLock = 0x6772_6170_6861_7069;

    /// <summary>
    /// Applies what is missing and returns it. Throws <see cref="MigrationException"/>, with nothing changed, where an
    /// applied migration has changed or is unknown here.
    /// </summary>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellationToken)
    {
        Migration.Check(migrations);
        await using var connection = connect();
        await connection.OpenAsync(cancellationToken);
        if (provider is DatabaseProvider.Sqlite)
        {
            await ExecuteAsync(connection, SqlitePragmas.Statement, cancellationToken);
            return await MigrateSqliteAsync(connection, cancellationToken);
        }

        // Session-level: it outlives the transaction of each migration, and ends with the session if this process dies.
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        try
        {
            return await MigratePostgreSqlAsync(connection, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    /// <summary>
    /// Whether the database has exactly these migrations. Throws what the database throws when it is down.
    /// </summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = connect();
        await connection.OpenAsync(cancellationToken);
        if (!await HasTableAsync(connection, cancellationToken))
        {
            return migrations.Count == 0;
        }

        var applied = await ReadAppliedAsync(connection, cancellationToken);
        return applied.Count == migrations.Count
            && migrations.All(m => applied.TryGetValue(m.Version, out var record) && record.Checksum == m.Checksum);
    }

    async Task<IReadOnlyList<Migration>> MigratePostgreSqlAsync(
        DbConnection connection,
        CancellationToken cancellationToken)
    {
        await CreateTableAsync(connection, cancellationToken);
        var missing = Missing(await ReadAppliedAsync(connection, cancellationToken));
        foreach (var migration in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ApplyAsync(connection, transaction, migration, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return missing;
    }

    /// <summary>
    /// The write lock of the file is the lock of the migrations, so it is taken anew and looked again each time.
    /// </summary>
    async Task<IReadOnlyList<Migration>> MigrateSqliteAsync(
        DbConnection connection,
        CancellationToken cancellationToken)
    {
        var done = new List<Migration>();
        while (true)
        {
            await ExecuteAsync(connection, "BEGIN IMMEDIATE", cancellationToken);
            var committed = false;
            try
            {
                await CreateTableAsync(connection, cancellationToken);
                var missing = Missing(await ReadAppliedAsync(connection, cancellationToken));
                if (missing.Count > 0)
                {
                    await ApplyAsync(connection, null, missing[0], cancellationToken);
                    done.Add(missing[0]);
                }

                await ExecuteAsync(connection, "COMMIT", cancellationToken);
                committed = true;
                if (missing.Count <= 1)
                {
                    return done;
                }
            }
            finally
            {
                if (!committed)
                {
                    await ExecuteAsync(connection, "ROLLBACK", CancellationToken.None);
                }
            }
        }
    }

    List<Migration> Missing(Dictionary<int, (string Name, string Checksum)> applied)
    {
        foreach (var (version, record) in applied.OrderBy(a => a.Key))
        {
            var known = migrations.FirstOrDefault(m => m.Version == version) ?? throw new MigrationException(
                $"The database has migration {version:0000}_{record.Name}, which this program does not know. "
                + "Is the program older than the database?");
            if (known.Checksum != record.Checksum)
            {
                throw new MigrationException(
                    $"Migration {known} was changed after it was applied to this database. "
                    + "Put the change into a new migration.");
            }
        }

        var missing = migrations.Where(m => !applied.ContainsKey(m.Version)).ToList();
        if (missing.Count > 0 && applied.Count > 0 && missing[0].Version < applied.Keys.Max())
        {
            throw new MigrationException(
                $"Migration {missing[0]} is missing in the database, though later ones are applied.");
        }

        return missing;
    }

    async Task ApplyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        Migration migration,
        CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, migration.Sql, cancellationToken, transaction);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO schema_migrations (version, name, checksum, applied_at) "
            + "VALUES (@version, @name, @checksum, @applied_at)";
        AddParameter(command, "@version", migration.Version);
        AddParameter(command, "@name", migration.Name);
        AddParameter(command, "@checksum", migration.Checksum);
        AddParameter(command, "@applied_at", time.GetUtcNow().UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    Task CreateTableAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(
            connection,
            $"""
            CREATE TABLE IF NOT EXISTS schema_migrations (
                version integer PRIMARY KEY,
                name text NOT NULL,
                checksum text NOT NULL,
                applied_at {(provider is DatabaseProvider.Sqlite ? "text" : "timestamptz")} NOT NULL)
            """,
            cancellationToken);

    async Task<bool> HasTableAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = provider is DatabaseProvider.Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"
            : "SELECT count(*) WHERE to_regclass('schema_migrations') IS NOT NULL";
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    static async Task<Dictionary<int, (string Name, string Checksum)>> ReadAppliedAsync(
        DbConnection connection,
        CancellationToken cancellationToken)
    {
        var applied = new Dictionary<int, (string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, name, checksum FROM schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        }

        return applied;
    }

    static async Task ExecuteAsync(
        DbConnection connection,
        string sql,
        CancellationToken cancellationToken,
        DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        // Building an index may take long; a lock held by another node is waited for.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
