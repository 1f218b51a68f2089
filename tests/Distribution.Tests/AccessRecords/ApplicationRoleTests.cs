using System.Globalization;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Harness;
using Npgsql;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// The server as a role of PostgreSQL that owns nothing: it serves and records, and can change neither tables nor what
/// is append-only.
/// </summary>
public sealed class ApplicationRoleTests(ApplicationRoleTests.Host host) : IClassFixture<ApplicationRoleTests.Host>
{
    const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_and_records_and_has_no_power_besides()
    {
        const string Feed = "{ feed(first: 10) { nodes { currentVersion { title { text } } } } }";
        Assert.Empty(await ReadAsync(host.Module, "partner-hospital", Feed));
        Assert.True(await CountAsync("SELECT count(*) FROM access_records") > 0);
        Assert.Empty(await host.Module.FindRolePowersAsync(Cancellation));
        Assert.Null((await host.Module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
        Assert.True((await host.Module.ReconcileAsync(new DateOnly(2026, 11, 22), again: true, Cancellation)).IsNew);
        Assert.True(await host.Module.IsReadyAsync(Cancellation));
    }

    [Fact]
    public async Task A_node_without_the_owner_finds_a_migrated_database_ready()
    {
        await using var node = Create(host.Application, owner: null);
        await node.MigrateAsync(Cancellation);
        Assert.True(await node.IsReadyAsync(Cancellation));
    }

    [Theory]
    [InlineData("ALTER TABLE products ADD COLUMN more text")]
    [InlineData("DROP TABLE products")]
    [InlineData("DROP TABLE access_records")]
    [InlineData("CREATE TABLE mine (id integer)")]
    [InlineData("CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("CREATE SCHEMA mine")]
    [InlineData("CREATE TRIGGER mine BEFORE INSERT ON products EXECUTE FUNCTION keep_append_only()")]
    [InlineData("CREATE ROLE mine")]
    [InlineData("ALTER TABLE access_records DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE access_records DISABLE TRIGGER access_records_append_only")]
    [InlineData("DROP TRIGGER access_records_append_only ON access_records")]
    [InlineData("ALTER FUNCTION keep_append_only() RENAME TO gone")]
    [InlineData("CREATE OR REPLACE FUNCTION keep_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'")]
    [InlineData("SET ROLE postgres")]
    [InlineData("SET SESSION AUTHORIZATION postgres")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("UPDATE access_records SET purpose = 'none'")]
    [InlineData("DELETE FROM access_records")]
    [InlineData("TRUNCATE access_records CASCADE")]
    [InlineData("UPDATE access_chains SET host = 'other'")]
    [InlineData("DELETE FROM access_chains")]
    [InlineData("DELETE FROM access_heads")]
    [InlineData("UPDATE state_history SET state = 'Active'")]
    [InlineData("DELETE FROM access_findings")]
    [InlineData("UPDATE access_reconciliations SET outside = 0")]
    [InlineData("DELETE FROM access_grant_events")]
    [InlineData("TRUNCATE products CASCADE")]
    [InlineData("DELETE FROM schema_migrations")]
    [InlineData("INSERT INTO schema_migrations VALUES (999, 'mine', '', now())")]
    [InlineData("UPDATE concurring_reviews SET reviewer_id = version_id")]
    [InlineData("DELETE FROM concurring_reviews")]
    [InlineData("INSERT INTO access_records SELECT * FROM access_records ON CONFLICT (id) DO UPDATE SET purpose = ''")]
    [InlineData("COPY products TO PROGRAM 'cat'")]
    [InlineData("COPY products FROM PROGRAM 'true'")]
    [InlineData("COPY products TO '/tmp/products'")]
    [InlineData("SELECT pg_read_file('postgresql.conf')")]
    [InlineData("SELECT lo_export(1, '/tmp/products')")]
    public async Task What_it_has_no_right_to_is_refused(string statement)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(host.Application, statement));
        Assert.Equal(Denied, refusal.SqlState);
    }

    [Theory]
    [InlineData("UPDATE access_records SET purpose = 'none'", "UPDATE")]
    [InlineData("DELETE FROM access_records", "DELETE")]
    [InlineData("TRUNCATE access_records CASCADE", "TRUNCATE")]
    [InlineData("SET session_replication_role = replica; DELETE FROM access_records", "DELETE")]
    [InlineData("DELETE FROM access_findings", "DELETE")]
    [InlineData("UPDATE access_reconciliations SET outside = 0", "UPDATE")]
    public async Task Even_the_owner_changes_nothing_that_is_append_only_by_mistake(string statement, string operation)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(host.Owner, statement));
        Assert.EndsWith($"is append-only: {operation} is refused.", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_could_change_tables_is_told_by_its_powers()
    {
        await using var powerful = Create(host.Owner, owner: null);
        var powers = await powerful.FindRolePowersAsync(Cancellation);
        Assert.Contains("is a superuser", powers);
        Assert.Contains("owns the table access_chains", powers);
        Assert.Contains("may change the append-only table access_chains", powers);
    }

    [Fact]
    public async Task A_right_to_one_column_of_an_append_only_table_is_a_power()
    {
        var role = new NpgsqlConnectionStringBuilder(host.Application).Username;
        await ExecuteAsync(host.Owner, $"GRANT UPDATE (reason) ON administrative_events TO {role}");
        try
        {
            Assert.Equal(
                ["may change the append-only table administrative_events"],
                await host.Module.FindRolePowersAsync(Cancellation));
        }
        finally
        {
            await ExecuteAsync(host.Owner, $"REVOKE UPDATE (reason) ON administrative_events FROM {role}");
        }
    }

    [Theory]
    [InlineData("GRANT CREATE ON SCHEMA public TO {0}", "REVOKE CREATE ON SCHEMA public FROM {0}",
        "may create in the schema public")]
    [InlineData("GRANT INSERT ON schema_migrations TO {0}", "REVOKE INSERT ON schema_migrations FROM {0}",
        "may change which migrations were applied")]
    [InlineData("GRANT TRUNCATE ON access_records TO {0}", "REVOKE TRUNCATE ON access_records FROM {0}",
        "may change the append-only table access_records")]
    [InlineData("ALTER FUNCTION keep_append_only() OWNER TO {0}",
        "ALTER FUNCTION keep_append_only() OWNER TO CURRENT_USER",
        "owns the function keep_append_only")]
    [InlineData("ALTER TABLE products OWNER TO {0}", "ALTER TABLE products OWNER TO CURRENT_USER",
        "owns the table products")]
    [InlineData("ALTER ROLE {0} CREATEROLE", "ALTER ROLE {0} NOCREATEROLE", "may make roles")]
    [InlineData("ALTER ROLE {0} BYPASSRLS", "ALTER ROLE {0} NOBYPASSRLS", "may bypass row security")]
    [InlineData("GRANT pg_write_all_data TO {0}", "REVOKE pg_write_all_data FROM {0}",
        "is a member of pg_write_all_data")]
    public async Task Each_power_that_somebody_gives_it_is_named(string give, string take, string power)
    {
        var role = new NpgsqlConnectionStringBuilder(host.Application).Username;
        await ExecuteAsync(host.Owner, string.Format(CultureInfo.InvariantCulture, give, role));
        try
        {
            Assert.Contains(power, await host.Module.FindRolePowersAsync(Cancellation));
        }
        finally
        {
            await ExecuteAsync(host.Owner, string.Format(CultureInfo.InvariantCulture, take, role));
            // Whoever owned a table has no other rights to it afterwards.
            await host.Module.MigrateAsync(Cancellation);
        }
    }

    [Fact]
    public async Task One_that_may_create_schemas_is_named()
    {
        var role = new NpgsqlConnectionStringBuilder(host.Application).Username;
        var database = new NpgsqlConnectionStringBuilder(host.Application).Database;
        await ExecuteAsync(host.Owner, $"GRANT CREATE ON DATABASE {database} TO {role}");
        try
        {
            Assert.Equal(["may create schemas"], await host.Module.FindRolePowersAsync(Cancellation));
        }
        finally
        {
            await ExecuteAsync(host.Owner, $"REVOKE CREATE ON DATABASE {database} FROM {role}");
        }
    }

    [Fact]
    public async Task Once_tables_are_made_nothing_is_asked_of_their_owner()
    {
        // An owner of the database's own, who is then shut out.
        await using var database = await Postgres.CreateDatabaseAsync();
        var (owner, role) = ($"owner_{Guid.NewGuid():N}", $"application_{Guid.NewGuid():N}");
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await ExecuteAsync(
            database.ConnectionString,
            $"CREATE ROLE {owner} LOGIN; CREATE ROLE {role} LOGIN; ALTER DATABASE {name} OWNER TO {owner}; "
            + $"ALTER SCHEMA public OWNER TO {owner}");
        string Of(string user) =>
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = user }.ConnectionString;
        var module = Create(Of(role), Of(owner));
        try
        {
            await module.MigrateAsync(Cancellation);
            await module.SeedAsync(SeedSize.S, replace: false, progress: null, Cancellation);
            await ExecuteAsync(
                database.ConnectionString,
                $"ALTER ROLE {owner} NOLOGIN; SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + $"WHERE usename = '{owner}'");

            Assert.True(await module.IsReadyAsync(Cancellation));
            Assert.Empty(await module.FindRolePowersAsync(Cancellation));
            foreach (var (who, document) in new[]
            {
                ("supervisor", "{ feed(first: 5) { nodes { currentVersion { title { text } portions { text } } } } }"),
                ("partner-hospital", "{ search(text: \"synthetic\") { totalCount } me { lists { name } } }"),
                ("partner-hospital", "{ snapshot(first: 2) { changesCursor } changes(first: 2) { endCursor } }"),
                ("supervisor", "mutation { endListMembership(input: { id: \"x\", revision: 1, "
                    + "reason: \"A synthetic reason, long enough.\" }) { errors { __typename } } }"),
            })
            {
                Assert.Empty(await ReadAsync(module, who, document));
            }

            await module.RunDueAsync(Cancellation);
            Assert.Null((await module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => module.MigrateAsync(Cancellation));
        }
        finally
        {
            await module.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(
                database.ConnectionString,
                $"REASSIGN OWNED BY {owner} TO CURRENT_USER; DROP OWNED BY {owner}, {role}; DROP ROLE {owner}, {role}");
        }
    }

    [Theory]
    [InlineData("DELETE FROM access_grant_events", "access_grant_events is append-only")]
    [InlineData("DELETE FROM access_grants", "access_grants are kept")]
    [InlineData("UPDATE administrative_events SET reason = ''", "administrative_events is append-only")]
    public async Task Replication_does_not_go_around_what_keeps_grants_and_events(string statement, string message)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(host.Owner, "SET session_replication_role = replica; " + statement));
        Assert.Equal(message, refusal.MessageText);
    }

    static DistributionModule Create(string application, string? owner) =>
        DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = application,
            OwnerConnectionString = owner,
            CursorKeys = [new byte[32]],
            Time = new FixedTime(),
        });

    static async Task<IReadOnlyList<GraphQLError>> ReadAsync(DistributionModule module, string who, string document)
    {
        var engine = new GraphQLEngine(module.Schema, new EngineOptions { EnforceCost = false }, module.Authorizer);
        await using var session = await module.OpenSessionAsync(
            DistributionHost.PrincipalOf(who), null, AccessChannel.GraphqlHttp, "A test", Cancellation);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest { Document = document, Session = session }, Cancellation);
        return response.Errors;
    }

    async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(host.Application);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>A database with demonstration data, its owner, and a role for the server.</summary>
    public sealed class Host : IAsyncLifetime
    {
        PostgresDatabase? _database;
        DistributionModule? _module;

        internal DistributionModule Module => _module!;

        internal string Owner => _database!.ConnectionString;

        internal string Application { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _database = await Postgres.CreateDatabaseAsync();
            var role = $"application_{Guid.NewGuid():N}";
            await ExecuteAsync(Owner, $"CREATE ROLE {role} LOGIN");
            Application = new NpgsqlConnectionStringBuilder(Owner) { Username = role }.ConnectionString;
            _module = Create(Application, Owner);
            await _module.MigrateAsync(Cancellation);
            await _module.SeedAsync(SeedSize.S, replace: false, progress: null, Cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await _module!.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            var role = new NpgsqlConnectionStringBuilder(Application).Username;
            await ExecuteAsync(Owner, $"DROP OWNED BY {role}; DROP ROLE {role}");
            await _database!.DisposeAsync();
        }
    }
}
