using GraphApi.Data.Databases;
using GraphApi.Data.Migrations;
using GraphApi.Distribution.Access;
using GraphApi.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GraphApi.Distribution.Tests.Migrations;

public sealed class ModelMatchesMigrationsTests
{
    [Fact]
    public void On_SQLite_every_mapped_column_exists_as_mapped_and_no_other()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, Migrations(DatabaseProvider.Sqlite));
        var options = new DbContextOptionsBuilder<AccessContext>().UseSqlite(connection).Options;
        using var context = new AccessContext(options);

        var actual = new List<string>();
        foreach (var table in Entities(context).Select(entity => entity.GetTableName()))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, \"notnull\" FROM pragma_table_info($table)";
            command.Parameters.AddWithValue("$table", table);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                actual.Add($"{table}.{reader.GetString(0)} {(reader.GetBoolean(1) ? "not null" : "null")}");
            }
        }

        Assert.Equal(Expected(context), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_PostgreSQL_every_mapped_column_exists_as_mapped_and_no_other()
    {
        await using var database = await Postgres.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var migrate = new NpgsqlCommand(Migrations(DatabaseProvider.PostgreSql), connection))
        {
            await migrate.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var actual = new List<string>();
        await using var select = new NpgsqlCommand(
            "SELECT table_name, column_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public'",
            connection);
        await using var reader = await select.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var nullability = reader.GetString(2) == "NO" ? "not null" : "null";
            actual.Add($"{reader.GetString(0)}.{reader.GetString(1)} {nullability}");
        }

        var options = new DbContextOptionsBuilder<AccessContext>().UseNpgsql(connection).Options;
        await using var context = new AccessContext(options);
        // What the database makes for its own constraints is mapped by nobody.
        Assert.True(actual.Remove("product_versions.clearance_id null"));
        // Trusted documents are no entities.
        var mapped = Entities(context).Select(entity => entity.GetTableName()).ToHashSet();
        Assert.Equal(
            Expected(context),
            actual.Where(column => mapped.Contains(column.Split('.')[0])).Order(StringComparer.Ordinal));
    }

    static string Migrations(DatabaseProvider provider) => string.Join(
        '\n', Migration.ReadEmbedded(typeof(DistributionModel).Assembly, provider).Select(migration => migration.Sql));

    // Types of ad-hoc statements join the model when they first run; they have no table.
    static IEnumerable<IEntityType> Entities(DbContext context) =>
        context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null);

    static IOrderedEnumerable<string> Expected(DbContext context) => Entities(context)
        .SelectMany(entity => entity.GetProperties().Select(property => Describe(entity, property)))
        .Order(StringComparer.Ordinal);

    static string Describe(IEntityType entity, IProperty property) =>
        $"{entity.GetTableName()}.{property.GetColumnName()} {(property.IsColumnNullable() ? "null" : "not null")}";

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
