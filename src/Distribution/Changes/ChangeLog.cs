using System.Text;
using GraphApi.Data.ChangeLog;
using GraphApi.Data.Databases;
using GraphApi.Data.Paging;
using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>What a node has for those who follow the change log. Thread-safe.</summary>
/// <param name="database">The database, without row rules.</param>
/// <param name="moved">Raised when the log may have moved.</param>
/// <param name="viewers">Who principals are.</param>
/// <param name="options">What the module was made with.</param>
sealed class ChangeLog(
    Database<AccessContext> database, ChangeSignal moved, ViewerResolver viewers, DistributionOptions options)
    : IAsyncDisposable
{
    readonly CursorSealer _sealer = new(options.CursorKeys);

    /// <summary>The database, without row rules.</summary>
    public Database<AccessContext> Database => database;

    /// <summary>What rights were when cursors were given.</summary>
    public RightsStates Rights { get; } = new(database);

    /// <inheritdoc cref="DistributionOptions.ChangeRetention"/>
    public TimeSpan Retention => options.ChangeRetention;

    /// <inheritdoc cref="DistributionOptions.LongestWait"/>
    public TimeSpan LongestWait => options.LongestWait;

    /// <inheritdoc cref="DistributionOptions.HeartbeatInterval"/>
    public TimeSpan HeartbeatInterval => options.HeartbeatInterval;

    /// <summary>The clock.</summary>
    public TimeProvider Time => options.Time;

    /// <summary>The end of the log, for whoever waits.</summary>
    public ChangeTail Tail { get; } = new(database, moved, viewers, options);

    /// <summary>
    /// The cursor of a position: the reader's own, for one way of following and one <c>where</c>.
    /// </summary>
    /// <param name="position">Where the reader stands.</param>
    /// <param name="scope">What the cursor is good for (<see cref="ScopeOf"/>).</param>
    public string Seal(ChangePosition position, byte[] scope) => _sealer.Seal(position.ToBytes(), scope);

    /// <summary>
    /// Where a cursor stands. Throws <see cref="GraphQLException"/> for one that is none of the scope.
    /// </summary>
    public ChangePosition Open(string cursor, byte[] scope) =>
        _sealer.Open(cursor, scope) is { } content && ChangePosition.Read(content) is { } position
            ? position
            : throw new GraphQLException(new GraphQLError(
                "The cursor is invalid here. Pass one that this caller was given, for the same field and conditions.",
                ErrorCode.CursorInvalid));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Tail.DisposeAsync();

    /// <summary>What cursors of a reader are good for.</summary>
    /// <param name="family">Which fields take each other's cursors.</param>
    /// <param name="session">The session of the reader.</param>
    /// <param name="arguments">The arguments with his <c>where</c>.</param>
    public static byte[] ScopeOf(string family, DistributionSession session, ArgumentValues arguments) =>
    [
        .. Encoding.UTF8.GetBytes($"{family}\n{session.Subject}\n"),
        .. ArgumentDigest.Of(arguments.TryGet("where", out var where) ? where : null),
    ];
}
