using System.Data.Common;

namespace GraphApi.Data.Databases;

/// <summary>
/// What the role of PostgreSQL may do that the server connects as: read and write rows, and nothing that would let it
/// change the schema, or what is append-only. SQLite has no roles.
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/ddl-priv.html"/>
public static class ApplicationRole
{
    // What a trigger refuses without looking at a row is not granted: there would be no point in it.
    const string Refused = """
        SELECT t.tgrelid, bit_or(t.tgtype::int) AS operations
        FROM pg_trigger t
        WHERE NOT t.tgisinternal AND t.tgtype & 3 = 2 AND t.tgqual IS NULL
        GROUP BY t.tgrelid
        """;

    const string Grants = $"""
        WITH refused AS ({Refused})
        SELECT 'REVOKE CREATE ON SCHEMA ' || quote_ident(current_schema()) || ' FROM PUBLIC'
        UNION ALL
        SELECT format('REVOKE ALL ON SCHEMA %I FROM %I', current_schema(), @role)
        UNION ALL
        SELECT format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM PUBLIC, %I', current_schema(), @role)
        UNION ALL
        SELECT format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), @role)
        UNION ALL
        SELECT format(
            'GRANT SELECT%s%s%s ON TABLE %s TO %I',
            CASE WHEN w.is_written AND COALESCE(r.operations, 0) & 4 = 0 THEN ', INSERT' END,
            CASE WHEN w.is_written AND COALESCE(r.operations, 0) & 8 = 0 THEN ', DELETE' END,
            CASE WHEN w.is_written AND COALESCE(r.operations, 0) & 16 = 0 THEN ', UPDATE' END,
            c.oid::regclass,
            @role)
        FROM pg_class c
        LEFT JOIN refused r ON r.tgrelid = c.oid
        -- A view is written through with the rights of its owner.
        CROSS JOIN LATERAL (SELECT c.relname <> 'schema_migrations' AND c.relkind <> 'v' AS is_written) w
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v')
        """;

    const string FindPowers = $"""
        WITH refused AS ({Refused}), me AS (SELECT * FROM pg_roles WHERE rolname = current_user)
        SELECT 'is a superuser' FROM me WHERE rolsuper
        UNION ALL
        SELECT 'may make roles' FROM me WHERE rolcreaterole
        UNION ALL
        SELECT 'may make databases' FROM me WHERE rolcreatedb
        UNION ALL
        SELECT 'may replicate' FROM me WHERE rolreplication
        UNION ALL
        SELECT 'may bypass row security' FROM me WHERE rolbypassrls
        UNION ALL
        SELECT 'is a member of ' || r.rolname FROM pg_roles r
        WHERE (r.rolsuper OR r.rolname IN (
                'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_write_all_data'))
            AND r.rolname <> current_user AND pg_has_role(current_user, r.oid, 'MEMBER')
        UNION ALL
        SELECT 'owns the database' FROM pg_database
        WHERE datname = current_database() AND pg_has_role(current_user, datdba, 'MEMBER')
        UNION ALL
        SELECT 'may create in the schema ' || current_schema() WHERE has_schema_privilege(current_schema(), 'CREATE')
        UNION ALL
        SELECT 'may create schemas' WHERE has_database_privilege(current_database(), 'CREATE')
        UNION ALL
        (SELECT 'owns the function ' || p.proname FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace AND pg_has_role(current_user, p.proowner, 'MEMBER')
        ORDER BY p.proname LIMIT 1)
        UNION ALL
        SELECT 'may change which migrations were applied' FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = 'schema_migrations'
            AND (has_table_privilege(c.oid, 'INSERT') OR has_table_privilege(c.oid, 'UPDATE')
                OR has_table_privilege(c.oid, 'DELETE'))
        UNION ALL
        (SELECT 'owns the table ' || c.relname FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
            AND pg_has_role(current_user, c.relowner, 'MEMBER')
        ORDER BY c.relname LIMIT 1)
        UNION ALL
        (SELECT 'may change the append-only table ' || c.relname
        FROM pg_class c JOIN refused r ON r.tgrelid = c.oid
        WHERE (r.operations & 8 <> 0 AND has_table_privilege(c.oid, 'DELETE'))
            OR (r.operations & 16 <> 0 AND has_any_column_privilege(c.oid, 'UPDATE'))
            OR (r.operations & 32 <> 0 AND has_table_privilege(c.oid, 'TRUNCATE'))
        ORDER BY c.relname LIMIT 1)
        """;

    /// <summary>
    /// Gives the role exactly what it needs on the tables of the current schema, and takes away everything else: to
    /// read and write rows, on append-only tables to read and add them. All or nothing; nothing where it is the owner.
    /// </summary>
    /// <param name="owner">An open connection of the tables' owner.</param>
    /// <param name="application">An open connection of the role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task GrantAsync(
        DbConnection owner, DbConnection application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(application);
        const string WhoAmI = "SELECT current_user::text";
        var role = (await ReadAsync(application, WhoAmI, role: null, cancellationToken))[0];
        if (role == (await ReadAsync(owner, WhoAmI, role: null, cancellationToken))[0])
        {
            return;
        }

        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        foreach (var statement in await ReadAsync(owner, Grants, role, cancellationToken))
        {
            await using var command = owner.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What the role of an open connection may do that it should not, in words; empty: nothing.</summary>
    public static Task<List<string>> FindPowersAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return ReadAsync(connection, FindPowers, role: null, cancellationToken);
    }

    static async Task<List<string>> ReadAsync(
        DbConnection connection, string sql, string? role, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (role is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@role";
            parameter.Value = role;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
