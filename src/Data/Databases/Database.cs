using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GraphApi.Data.Databases;

/// <summary>
/// One database with its pools of connections and contexts. PostgreSQL connections prepare what runs twice and time out
/// after 5 s (connect) and 30 s (statement) unless the connection string says otherwise; SQLite connections write
/// ahead, wait 5 s for a lock and hold foreign keys.
/// </summary>
/// <typeparam name="TContext">The model; its constructor takes <see cref="DbContextOptions{TContext}"/> and nothing
/// else.</typeparam>
/// <seealso href="https://www.npgsql.org/doc/prepare.html"/>
public sealed class Database<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    readonly string _connectionString;
    readonly NpgsqlDataSource? _dataSource;
    readonly PooledDbContextFactory<TContext> _contexts;
    readonly Lazy<IModel> _model;

    /// <summary>Prepares the pools; nothing is connected yet.</summary>
    public Database(DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Provider = options.Provider;
        var builder = new DbContextOptionsBuilder<TContext>()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .EnableThreadSafetyChecks(false)
            .AddInterceptors(options.Interceptors)
            .ConfigureWarnings(w => w
                // Row rules stand on principals of required relations on purpose; the steps never join over one.
                .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
                // Children come in statements of their own; a page of them in one statement is ROW_NUMBER on purpose.
                .Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        if (Provider is DatabaseProvider.PostgreSql)
        {
            _dataSource = CreateDataSource(options.ConnectionString);
            _connectionString = _dataSource.ConnectionString;
            builder.UseNpgsql(_dataSource);
        }
        else
        {
            _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString)
            {
                ForeignKeys = true,
                DefaultTimeout = 5,
            }.ConnectionString;
            builder.UseSqlite(_connectionString).AddInterceptors(new SqlitePragmas());
        }

        _contexts = new PooledDbContextFactory<TContext>(builder.Options, options.PooledContexts);
        _model = new Lazy<IModel>(ReadModel);
    }

    /// <summary>Which database it is.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>The entities and their mapping.</summary>
    public IModel Model => _model.Value;

    /// <summary>Where binary COPY and LISTEN begin; null on SQLite.</summary>
    public NpgsqlDataSource? DataSource => _dataSource;

    /// <summary>
    /// A context of the pool; dispose it to give it back. It keeps what its last user set on its properties.
    /// </summary>
    public TContext CreateContext() => _contexts.CreateDbContext();

    /// <summary>A connection that is not open yet, outside all contexts.</summary>
    public DbConnection CreateConnection() =>
        _dataSource is not null ? _dataSource.CreateConnection() : new SqliteConnection(_connectionString);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_dataSource is not null)
        {
            await _dataSource.DisposeAsync();
        }
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        }
    }

    static NpgsqlDataSource CreateDataSource(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, Action set)
        {
            if (!given.ContainsKey(key))
            {
                set();
            }
        }

        Default("Max Auto Prepare", () => settings.MaxAutoPrepare = 256);
        Default("Auto Prepare Min Usages", () => settings.AutoPrepareMinUsages = 2);
        Default("Timeout", () => settings.Timeout = 5);
        Default("Command Timeout", () => settings.CommandTimeout = 30);
        Default("Application Name", () => settings.ApplicationName = "graphapi");
        // Nothing here leaves state on a session that a reset would have to undo.
        Default("No Reset On Close", () => settings.NoResetOnClose = true);
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    IModel ReadModel()
    {
        using var context = CreateContext();
        return context.Model;
    }
}
