using GraphApi.Data.Databases;
using GraphApi.Data.Migrations;
using GraphApi.Distribution.Access;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Demonstration;

/// <summary>A migrated database of one test class, SQLite in a file of its own or PostgreSQL.</summary>
sealed class ScratchDatabase : IAsyncDisposable
{
    readonly string? _file;
    readonly PostgresDatabase? _postgres;

    ScratchDatabase(string connectionString, string? file, PostgresDatabase? postgres)
    {
        _file = file;
        _postgres = postgres;
        ConnectionString = connectionString;
        Database = new Database<AccessContext>(new DatabaseOptions { ConnectionString = connectionString });
    }

    public string ConnectionString { get; }

    public Database<AccessContext> Database { get; }

    public static async Task<ScratchDatabase> CreateAsync(bool postgres)
    {
        ScratchDatabase scratch;
        if (postgres)
        {
            var database = await Postgres.CreateDatabaseAsync();
            scratch = new ScratchDatabase(database.ConnectionString, null, database);
        }
        else
        {
            var file = Path.Combine(Path.GetTempPath(), $"graphapi-{Guid.NewGuid():N}.db");
            scratch = new ScratchDatabase($"Data Source={file}", file, null);
        }

        var migrations = Migration.ReadEmbedded(typeof(DistributionModel).Assembly, scratch.Database.Provider);
        var migrator = new Migrator(
            scratch.Database.Provider, scratch.Database.CreateConnection, migrations, TimeProvider.System);
        await migrator.MigrateAsync(CancellationToken.None);
        return scratch;
    }

    public AccessContext Open() => Database.CreateContext();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        if (_file is not null)
        {
            foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            {
                File.Delete(file);
            }
        }
    }
}
