using System.Collections.Concurrent;
using Npgsql;

namespace GraphApi.Harness;

/// <summary>
/// PostgreSQL for tests: one private server a test run, a database a test class. <c>GRAPHAPI_TEST_POSTGRES</c> (a
/// connection string of a role that may create databases) takes the place of the private server. Where there is
/// neither, a test skips; with <c>CI</c> set it fails.
/// </summary>
/// <example><c>await using var database = await Postgres.CreateDatabaseAsync();</c></example>
public static class Postgres
{
    static readonly Lazy<Task<string>> Maintenance = new(StartAsync);
    static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new();

    /// <summary>An empty database.</summary>
    public static async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        SkipWhereMissing();
        return await CreateAsync("template1");
    }

    /// <summary>
    /// A copy of a database that <paramref name="prepare"/> fills once a test run, given its connection string. Copying
    /// takes some 20 ms, so that each test class can have its own.
    /// </summary>
    public static async Task<PostgresDatabase> CreateDatabaseAsync(string template, Func<string, Task> prepare)
    {
        SkipWhereMissing();
        var name = $"template_{template}_{Environment.ProcessId}";
        await Templates.GetOrAdd(name, _ => new Lazy<Task>(() => PrepareAsync(name, prepare))).Value;
        return await CreateAsync(name);
    }

    static async Task PrepareAsync(string name, Func<string, Task> prepare)
    {
        var maintenance = await Maintenance.Value;
        await ExecuteAsync(maintenance, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await ExecuteAsync(maintenance, $"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(maintenance) { Database = name, Pooling = false };
        await prepare(connectionString.ConnectionString);
        // A template must have no sessions: what prepare pooled is ended.
        await ExecuteAsync(
            maintenance,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    static async Task<PostgresDatabase> CreateAsync(string template)
    {
        var maintenance = await Maintenance.Value;
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(maintenance, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new PostgresDatabase(maintenance, name);
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> StartAsync()
    {
        if (Given is { Length: > 0 } given)
        {
            return given;
        }

        var server = await PostgresServer.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        return server.ConnectionString;
    }

    static string? Given => Environment.GetEnvironmentVariable("GRAPHAPI_TEST_POSTGRES");

    static void SkipWhereMissing()
    {
        if (string.IsNullOrEmpty(Given) && !PostgresServer.IsInstalled)
        {
            Assert.SkipWhen(
                string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
                "PostgreSQL 15 is not installed and GRAPHAPI_TEST_POSTGRES is not set.");
            Assert.Fail("PostgreSQL 15 is not installed and GRAPHAPI_TEST_POSTGRES is not set.");
        }
    }
}
