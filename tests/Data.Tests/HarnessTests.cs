using GraphApi.Harness;
using Npgsql;

namespace GraphApi.Data.Tests;

public sealed class HarnessTests
{
    [Fact]
    public async Task A_database_is_a_copy_of_its_template_and_independent_of_the_next_one()
    {
        static async Task PrepareAsync(string connectionString) =>
            await ExecuteAsync(connectionString, "CREATE TABLE shelf (name text); INSERT INTO shelf VALUES ('a')");

        await using var first = await Postgres.CreateDatabaseAsync("harness", PrepareAsync);
        await ExecuteAsync(first.ConnectionString, "DELETE FROM shelf");
        await using var second = await Postgres.CreateDatabaseAsync("harness", PrepareAsync);

        Assert.Equal("0", await ScalarAsync(first.ConnectionString));
        Assert.Equal("1", await ScalarAsync(second.ConnectionString));
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string?> ScalarAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM shelf", connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
