using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>Somebody with all rights on the database changes records, and the verification says so.</summary>
public abstract class AccessVerifierTests(DistributionHost host) : IAsyncLifetime
{
    const string Read = "{ feed(first: 10) { nodes { currentVersion { portions { text } } } } }";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.DataAsync("partner-hospital", Read);
        await host.DataAsync("analyst", Read);
        await DisarmAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task What_nobody_touched_is_as_it_was_written()
    {
        var result = await host.Module.VerifyAccessRecordsAsync([], Cancellation);

        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(
            (1, await context.Set<AccessRecord>().CountAsync(Cancellation), null),
            (result.Chains, result.Records, result.Problem));
        Assert.True(result.Records >= 4, $"{result.Records} records");
    }

    [Fact]
    public async Task A_change_of_any_column_of_a_record_is_found()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var entity = context.Model.FindEntityType(typeof(AccessRecord))!;
        var sequence = await context.Set<AccessRecord>().Select(record => record.Sequence).MinAsync(Cancellation) + 1;
        var unnoticed = new List<string>();
        foreach (var property in entity.GetProperties())
        {
            var column = property.GetColumnName();
            var original = await ScalarAsync($"SELECT {column} FROM access_records WHERE sequence = {sequence}");
            await SetAsync(column, sequence, Other(original, property.ClrType));
            var problem = (await host.Module.VerifyAccessRecordsAsync([], Cancellation)).Problem;
            await SetAsync(column, property.Name == nameof(AccessRecord.Sequence) ? 99_999 : sequence, original);
            if (problem is null)
            {
                unnoticed.Add(column);
            }
        }

        Assert.Empty(unnoticed);
        Assert.Null((await host.Module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
    }

    [Fact]
    public async Task A_record_that_is_taken_out_of_the_middle_is_missed()
    {
        await WithChangeAsync(
            "DELETE FROM access_records WHERE sequence = 2", "Record 2 of chain 1 is missing.");
    }

    [Fact]
    public async Task Records_that_change_places_are_found()
    {
        await WithChangeAsync(
            "UPDATE access_records SET sequence = 5 - sequence + 100000 WHERE sequence IN (2, 3);"
            + "UPDATE access_records SET sequence = sequence - 100000 WHERE sequence > 100000",
            "Record 2 of chain 1 is not linked");
    }

    [Fact]
    public async Task A_record_that_was_not_written_here_is_found()
    {
        await WithChangeAsync(
            """
            INSERT INTO access_records (id, chain_id, sequence, at, kind, channel, document_hash, policy_version,
                previous_hash, hash)
            SELECT '11111111-1111-4111-8111-111111111111', chain_id, sequence + 1, at, kind, channel, document_hash,
                policy_version, hash, hash
            FROM access_records ORDER BY sequence DESC LIMIT 1
            """,
            "was changed (11111111-1111-4111-8111-111111111111).");
    }

    [Fact]
    public async Task A_chain_that_is_changed_is_found()
    {
        await WithChangeAsync("UPDATE access_chains SET host = 'elsewhere'", "Chain 1 was changed.");
    }

    protected abstract Task DisarmAsync();

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = host.Module.AccessDatabase.CreateConnection();
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = (connection is NpgsqlConnection ? "" : "PRAGMA foreign_keys = OFF;") + sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Does a change, looks what the verification says, and puts all records back as they were.</summary>
    async Task WithChangeAsync(string change, string problem)
    {
        await ExecuteAsync("CREATE TABLE kept AS SELECT * FROM access_records");
        await ExecuteAsync("CREATE TABLE kept_chains AS SELECT * FROM access_chains");
        await ExecuteAsync(change);
        var found = await host.Module.VerifyAccessRecordsAsync([], Cancellation);
        await ExecuteAsync(
            "DELETE FROM access_records; DELETE FROM access_chains;"
            + "INSERT INTO access_chains SELECT * FROM kept_chains; INSERT INTO access_records SELECT * FROM kept;"
            + "DROP TABLE kept; DROP TABLE kept_chains");

        Assert.Contains(problem, found.Problem);
        Assert.Null((await host.Module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
    }

    async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = host.Module.AccessDatabase.CreateConnection();
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancellation);
    }

    async Task SetAsync(string column, long sequence, object? value)
    {
        await using var connection = host.Module.AccessDatabase.CreateConnection();
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = (connection is NpgsqlConnection ? "" : "PRAGMA foreign_keys = OFF;")
            + $"UPDATE access_records SET {column} = @value WHERE sequence = {sequence}";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@value";
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Another value of the same kind as the database holds it; null becomes one.</summary>
    object Other(object? original, Type type) => (original, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (long, _) => 99_999L,
        (byte[] bytes, _) => bytes.Select(b => (byte)(b ^ 1)).ToArray(),
        (DateTime at, _) => at.AddMilliseconds(1),
        (Guid, _) => Guid.NewGuid(),
        (DBNull or null, var other) when other == typeof(Guid) =>
            host is PostgresHost ? Guid.NewGuid() : Guid.NewGuid().ToString().ToUpperInvariant(),
        (DBNull or null, var other) when other == typeof(byte[]) => new byte[] { 1 },
        (DBNull or null, var other) when other.IsEnum => Enum.GetNames(other)[0],
        (DBNull or null, _) => "other",
        (string, var other) when other == typeof(Guid) => Guid.NewGuid().ToString().ToUpperInvariant(),
        (string text, var other) when other == typeof(DateTime) =>
            text.Replace("2026", "2025", StringComparison.Ordinal),
        (string text, var other) when other.IsEnum => Enum.GetNames(other).FirstOrDefault(n => n != text) ?? "Other",
        (string text, _) => (text[0] == '0' ? "1" : "0") + text[1..],
        _ => throw new InvalidOperationException($"{original} of {type}"),
    };

    public sealed class OnSqlite(SqliteHost host) : AccessVerifierTests(host), IClassFixture<SqliteHost>
    {
        protected override Task DisarmAsync() => ExecuteAsync(
            "DROP TRIGGER IF EXISTS access_records_no_update; DROP TRIGGER IF EXISTS access_records_no_delete;"
            + "DROP TRIGGER IF EXISTS access_chains_no_update; DROP TRIGGER IF EXISTS access_chains_no_delete");
    }

    public sealed class OnPostgreSql(PostgresHost host) : AccessVerifierTests(host), IClassFixture<PostgresHost>
    {
        protected override Task DisarmAsync() => ExecuteAsync(
            "ALTER TABLE access_records DISABLE TRIGGER ALL; ALTER TABLE access_chains DISABLE TRIGGER ALL");
    }
}
