using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphApi.Data.Databases;

/// <summary>How a database is reached.</summary>
public sealed record DatabaseOptions
{
    /// <summary>
    /// Where it is: with <c>Host=</c> or <c>Server=</c> PostgreSQL, with <c>Data Source=</c> an SQLite file. What it
    /// does not say gets the defaults of <see cref="Database{TContext}"/>.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// Which database that is. Throws <see cref="ArgumentException"/> where it is no connection string.
    /// </summary>
    public DatabaseProvider Provider
    {
        get
        {
            var keys = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
            return keys.ContainsKey("Host") || keys.ContainsKey("Server")
                ? DatabaseProvider.PostgreSql
                : DatabaseProvider.Sqlite;
        }
    }

    /// <summary>Contexts kept for the next request. <value>Default 256; at least 1.</value></summary>
    public int PooledContexts { get; init; } = 256;

    /// <summary>
    /// Watches the statements, as <see cref="SqlRecorder"/> does for tests. <value>Default: none.</value>
    /// </summary>
    public IReadOnlyList<IInterceptor> Interceptors { get; init; } = [];
}
