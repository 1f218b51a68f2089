using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Data.Migrations;
using GraphApi.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GraphApi.Data.Tests.Migrations;

public sealed class MigratorTests
{
    static readonly Migration First = new(1, "shelves", "CREATE TABLE shelves (id integer PRIMARY KEY);");
    static readonly Migration Second = new(
        2,
        "books",
        "CREATE TABLE books (id integer PRIMARY KEY); INSERT INTO books VALUES (1); INSERT INTO books VALUES (2);");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_missing_is_applied_in_order_and_once(DatabaseProvider provider)
    {
        await using var target = await Target.CreateAsync(provider);

        Assert.False(await target.Migrator(First).IsCurrentAsync(Cancellation));
        Assert.Equal([First], await target.Migrator(First).MigrateAsync(Cancellation));
        Assert.True(await target.Migrator(First).IsCurrentAsync(Cancellation));
        Assert.False(await target.Migrator(First, Second).IsCurrentAsync(Cancellation));
        Assert.Equal([Second], await target.Migrator(First, Second).MigrateAsync(Cancellation));
        Assert.Equal([], await target.Migrator(First, Second).MigrateAsync(Cancellation));

        Assert.True(await target.Migrator(First, Second).IsCurrentAsync(Cancellation));
        Assert.Equal("2", await target.ScalarAsync("SELECT count(*) FROM books"));
        Assert.Equal("1 shelves 2 books", await target.ScalarAsync(
            provider is DatabaseProvider.Sqlite
                ? "SELECT group_concat(version || ' ' || name, ' ') FROM schema_migrations"
                : "SELECT string_agg(version || ' ' || name, ' ' ORDER BY version) FROM schema_migrations"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nodes_that_start_at_once_apply_each_migration_once(DatabaseProvider provider)
    {
        await using var target = await Target.CreateAsync(provider);

        var applied = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => Task.Run(() => target.Migrator(First, Second).MigrateAsync(Cancellation), Cancellation)));

        Assert.Equal([First, Second], applied.SelectMany(a => a).OrderBy(m => m.Version));
        Assert.Equal("2", await target.ScalarAsync("SELECT count(*) FROM books"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_migration_that_fails_leaves_nothing_and_can_be_tried_again(DatabaseProvider provider)
    {
        await using var target = await Target.CreateAsync(provider);
        var broken = Second with { Sql = Second.Sql + " INSERT INTO nowhere VALUES (1);" };

        await Assert.ThrowsAnyAsync<DbException>(() => target.Migrator(First, broken).MigrateAsync(Cancellation));

        Assert.True(await target.Migrator(First).IsCurrentAsync(Cancellation));
        Assert.Equal([Second], await target.Migrator(First, Second).MigrateAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_database_that_does_not_belong_to_the_program_is_refused(DatabaseProvider provider)
    {
        await using var target = await Target.CreateAsync(provider);
        await target.Migrator(First, Second).MigrateAsync(Cancellation);
        var changed = new Migration(1, "shelves", First.Sql + " -- changed");

        async Task RefusedAsync(string message, params Migration[] migrations)
        {
            var problem = await Assert.ThrowsAsync<MigrationException>(
                () => target.Migrator(migrations).MigrateAsync(Cancellation));
            Assert.Equal(message, problem.Message);
            Assert.False(await target.Migrator(migrations).IsCurrentAsync(Cancellation));
        }

        await RefusedAsync(
            "Migration 0001_shelves was changed after it was applied to this database. "
            + "Put the change into a new migration.",
            changed,
            Second);
        await RefusedAsync(
            "The database has migration 0002_books, which this program does not know. "
            + "Is the program older than the database?",
            First);
    }

    [Fact]
    public async Task A_gap_is_refused()
    {
        await using var target = await Target.CreateAsync(DatabaseProvider.Sqlite);

        var problem = await Assert.ThrowsAsync<MigrationException>(
            () => target.Migrator(Second).MigrateAsync(Cancellation));

        Assert.Equal("Migration 1 is missing before 0002_books.", problem.Message);
    }

    [Fact]
    public void Line_ends_do_not_change_a_migration() =>
        Assert.Equal(new Migration(1, "a", "x\ny").Checksum, new Migration(1, "a", "x\r\ny").Checksum);

    sealed class Target(DatabaseProvider provider, Func<DbConnection> connect, Func<ValueTask> dispose)
        : IAsyncDisposable
    {
        public static async Task<Target> CreateAsync(DatabaseProvider provider)
        {
            if (provider is DatabaseProvider.PostgreSql)
            {
                var database = await Postgres.CreateDatabaseAsync();
                return new Target(
                    provider,
                    () => new NpgsqlConnection(database.ConnectionString + ";Pooling=false"),
                    database.DisposeAsync);
            }

            var file = Path.Combine(Path.GetTempPath(), $"graphapi-migrations-{Guid.NewGuid():N}.db");
            return new Target(provider, () => new SqliteConnection($"Data Source={file};Pooling=false"), () =>
            {
                File.Delete(file);
                return default;
            });
        }

        public Migrator Migrator(params Migration[] migrations) =>
            new(provider, connect, migrations, TimeProvider.System);

        public async Task<string?> ScalarAsync(string sql)
        {
            await using var connection = connect();
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
        }

        public ValueTask DisposeAsync() => dispose();
    }
}
