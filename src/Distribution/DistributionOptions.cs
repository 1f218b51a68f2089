using GraphApi.Distribution.Access;
using GraphApi.Distribution.PrivacyReviews;
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

    /// <summary>
    /// On PostgreSQL the connection of the role that owns the tables, for migrations and demonstration data; the role
    /// of <see cref="ConnectionString"/> is then given what it needs, and nothing else. Null: the latter is used for
    /// everything, which is for trying out.
    /// </summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>The clock. <value>Default: the system's.</value></summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// The most rows of a page, where a field has no bound of its own. <value>Default 50; 1 to 1,000.</value>
    /// </summary>
    public int MaxPageSize { get; init; } = 50;

    /// <summary>Nesting of a <c>where</c>. <value>Default 8; 1 to 16.</value></summary>
    public int MaxFilterDepth { get; init; } = 8;

    /// <summary>Conditions of a <c>where</c>. <value>Default 200; 1 to 500.</value></summary>
    public int MaxFilterConditions { get; init; } = 200;

    /// <summary>Values in the lists of a <c>where</c>. <value>Default 1,000; 1 to 10,000.</value></summary>
    public int MaxFilterValues { get; init; } = 1_000;

    /// <summary>Fields of an <c>order</c>. <value>Default 8; 1 to 20.</value></summary>
    public int MaxSortFields { get; init; } = 8;

    /// <summary>Ids of <c>nodes</c>. <value>Default 50; 1 to 1,000.</value></summary>
    public int MaxNodes { get; init; } = 50;

    /// <summary>Statements that stay compiled. <value>Default 2,000; 100 to 100,000.</value></summary>
    public int CachedStatements { get; init; } = 2_000;

    /// <summary>The longest an audit case may last. <value>Default 30 days; 1 hour to 366 days.</value></summary>
    public TimeSpan LongestAudit { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long changes are kept; who comes later begins again with a snapshot. <value>Default 35 days; 1 to 3,650
    /// days.</value>
    /// </summary>
    public TimeSpan ChangeRetention { get; init; } = TimeSpan.FromDays(35);

    /// <summary>How long privacy reviews may take.</summary>
    public ReviewDeadlines ReviewDeadlines { get; init; } = new();

    /// <summary>
    /// How long a request for changes waits at most, whatever it asks for: less than what the server gives a request.
    /// <value>Default 20 seconds.</value>
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often the log is looked at where nothing says that it moved. <value>Default 2 seconds.</value>
    /// </summary>
    public TimeSpan ChangePollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How often a subscriber to whom nothing is sent gets a newer cursor. <value>Default 30 seconds.</value>
    /// </summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The keys that seal cursors, 32 bytes each; the first seals, all open.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>How a user must have signed in for audits, grants and the like.</summary>
    public StepUpRule StepUp { get; init; } = new();

    /// <summary>
    /// Whose word on attributes counts, where the records confirm it. <value>Default: none is named, and everybody's
    /// does.</value>
    /// </summary>
    public IReadOnlyList<TrustedAttributes> TrustedAttributes { get; init; } = [];

    /// <summary>
    /// How sure it must be who a user is, for material of some markings. <value>Default: no marking asks for
    /// it.</value>
    /// </summary>
    public IReadOnlyList<AssuranceRule> MinimumAssurance { get; init; } = [];

    /// <summary>Watches the statements, for tests. <value>Default: none.</value></summary>
    internal IReadOnlyList<IInterceptor> Interceptors { get; init; } = [];
}
