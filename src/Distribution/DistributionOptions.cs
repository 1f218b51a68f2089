using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphApi.Distribution;

/// <summary>What the module needs to know of its surroundings.</summary>
public sealed record DistributionOptions
{
    /// <summary>
    /// Where the data is. <c>Data Source=FILE</c> is an SQLite file; anything with <c>Host=</c> or <c>Server=</c> is
    /// PostgreSQL.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>The clock. <value>Default: the system's.</value></summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// The most rows of a page, where a field has no bound of its own. <value>Default 50; 1 to 1,000.</value>
    /// </summary>
    public int MaxPageSize { get; init; } = 50;

    /// <summary>The keys that seal cursors, 32 bytes each; the first seals, all open.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>Watches the statements, for tests. <value>Default: none.</value></summary>
    internal IReadOnlyList<IInterceptor> Interceptors { get; init; } = [];
}
