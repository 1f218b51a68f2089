using GraphApi.Distribution.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Migrations;

public sealed class ModelMatchesMigrationsTests
{
    [Fact]
    public void On_SQLite_every_mapped_column_exists_as_mapped_and_no_other()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, Migration("Sqlite"));
        var options = new DbContextOptionsBuilder<AccessContext>().UseSqlite(connection).Options;
        using var context = new AccessContext(options);

        var actual = new List<string>();
        foreach (var table in Tables(context))
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

    internal static string Migration(string provider)
    {
        using var stream = typeof(DistributionModel).Assembly
            .GetManifestResourceStream($"migrations/{provider}/0001_initial.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static IEnumerable<string> Tables(DbContext context) =>
        Mapped(context).Select(entity => entity.GetTableName()!);

    internal static IEnumerable<string> Expected(DbContext context) => Mapped(context)
        .SelectMany(entity => entity.GetProperties().Select(property => Describe(entity, property)))
        .Order(StringComparer.Ordinal);

    // Results of raw SQL join the model when they are first read, without a table.
    static IEnumerable<IEntityType> Mapped(DbContext context) =>
        context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null);

    static string Describe(IEntityType entity, IProperty property) =>
        $"{entity.GetTableName()}.{property.GetColumnName()} {(property.IsColumnNullable() ? "null" : "not null")}";

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
