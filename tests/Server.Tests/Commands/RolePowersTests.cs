using GraphApi.Harness;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GraphApi.Server.Tests.Commands;

/// <summary>In production the server begins as a role that owns nothing, or not at all.</summary>
public sealed class RolePowersTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
    readonly string _role = $"application_{Guid.NewGuid():N}";
    PostgresDatabase _database = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Postgres.CreateDatabaseAsync();
        await ExecuteAsync($"CREATE ROLE {_role} LOGIN");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP OWNED BY {_role}; DROP ROLE {_role}");
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task In_production_the_owner_is_refused_and_told_why()
    {
        var options = OptionsOf(_database.ConnectionString, owner: null, isDevelopment: false);
        await using var module = ServeCommand.Open(options);
        await module.MigrateAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => RolePowers.RefuseAsync(module, options, Cancellation));

        var problem = Assert.Single(refusal.Problems);
        Assert.StartsWith(
            "ConnectionStrings:Distribution must be a role that owns nothing, but it is a superuser, ",
            problem,
            StringComparison.Ordinal);
        Assert.Contains("owns the table access_chains", problem, StringComparison.Ordinal);
        Assert.EndsWith("(docs/operations.md, Roles of PostgreSQL).", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_a_role_that_owns_nothing_begins_and_is_refused_once_it_may_alter_a_table()
    {
        var options = OptionsOf(Application, _database.ConnectionString, isDevelopment: false);
        await using var module = ServeCommand.Open(options);
        await module.MigrateAsync(Cancellation);
        var log = new LogRecorder();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));

        await RolePowers.RefuseAsync(module, options, Cancellation);
        await RolePowers.CheckAsync(module, options, loggers.CreateLogger("server"), Cancellation);
        Assert.Empty(log.Lines);

        await ExecuteAsync($"ALTER TABLE products OWNER TO {_role}");
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => RolePowers.CheckAsync(module, options, loggers.CreateLogger("server"), Cancellation));
        Assert.Contains("but it owns the table products (", Assert.Single(refusal.Problems), StringComparison.Ordinal);
        await ExecuteAsync("ALTER TABLE products OWNER TO CURRENT_USER");
    }

    [Fact]
    public async Task In_development_it_is_a_warning()
    {
        var options = OptionsOf(_database.ConnectionString, owner: null, isDevelopment: true);
        await using var module = ServeCommand.Open(options);
        await module.MigrateAsync(Cancellation);
        var log = new LogRecorder();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));

        await RolePowers.CheckAsync(module, options, loggers.CreateLogger("server"), Cancellation);

        var line = Assert.Single(log.Lines);
        Assert.StartsWith("Warning server: ", line, StringComparison.Ordinal);
        Assert.Contains("is a superuser", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_checked_later_and_a_file_has_no_roles()
    {
        var options = OptionsOf(
            "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1", owner: null, isDevelopment: false);
        await using var unreachable = ServeCommand.Open(options);
        await RolePowers.RefuseAsync(unreachable, options, Cancellation);
        await Assert.ThrowsAnyAsync<NpgsqlException>(
            () => RolePowers.CheckAsync(unreachable, options, logger: null, Cancellation));

        var embedded = OptionsOf(distribution: null, owner: null, isDevelopment: true);
        await using var module = ServeCommand.Open(embedded);
        Assert.Empty(await module.FindRolePowersAsync(Cancellation));
    }

    string Application => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = _role }
        .ConnectionString;

    ServerOptions OptionsOf(string? distribution, string? owner, bool isDevelopment) => ServerOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("DataDirectory", _folder),
            new("ConnectionStrings:Distribution", distribution),
            new("ConnectionStrings:Owner", owner),
        ]).Build(),
        isDevelopment: true) with
    {
        IsDevelopment = isDevelopment,
    };

    async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
