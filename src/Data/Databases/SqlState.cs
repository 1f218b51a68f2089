using System.Data.Common;
using System.Net.Sockets;
using GraphApi.Engine.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphApi.Data.Databases;

/// <summary>What a failed statement means to a client. Messages of databases never reach one.</summary>
/// <seealso href="https://www.postgresql.org/docs/15/errcodes-appendix.html"/>
/// <seealso href="https://www.sqlite.org/rescode.html"/>
public static class SqlState
{
    const int SqliteBusy = 5;
    const int SqliteLocked = 6;
    const int SqliteIoError = 10;
    const int SqliteCannotOpen = 14;

    /// <summary>
    /// The error for the client: <see cref="ErrorCode.Unavailable"/> where the database cannot be reached, is starting,
    /// stopping, full or locked, <see cref="ErrorCode.Timeout"/> where a statement took too long. Null where it is a
    /// fault of ours, which the engine masks.
    /// </summary>
    public static GraphQLError? ToError(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var error = cause switch
            {
                PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => TookTooLong,
                PostgresException { SqlState: var state } => IsUnavailable(state) ? Unavailable : null,
                NpgsqlException { InnerException: TimeoutException } => TookTooLong,
                NpgsqlException { InnerException: IOException or SocketException or null } => Unavailable,
                SqliteException
                {
                    SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteIoError or SqliteCannotOpen
                } => Unavailable,
                _ => null,
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether an exception is no fault of ours: <see cref="ToException"/> says what to throw instead of it.
    /// </summary>
    public static bool IsKnown(Exception exception, CancellationToken cancellationToken) =>
        IsInterrupted(exception, cancellationToken)
        // EF wraps in the latter what looks transient.
        || (exception is DbException or InvalidOperationException or DbUpdateException
            && ToError(exception) is not null);

    /// <summary>
    /// Whether an exception comes of a database or of the way to it, whatever it means: for those who go on after it.
    /// </summary>
    public static bool IsDatabases(Exception exception) => exception is
        DbException or InvalidOperationException or DbUpdateException or IOException or SocketException
        or TimeoutException or OperationCanceledException;

    /// <summary>
    /// For what <see cref="IsKnown"/>: <see cref="OperationCanceledException"/> where
    /// <paramref name="cancellationToken"/> stopped a statement of SQLite (PostgreSQL's throw it themselves), else a
    /// <see cref="GraphQLException"/> with the error for the client.
    /// </summary>
    public static Exception ToException(Exception exception, CancellationToken cancellationToken)
    {
        if (IsInterrupted(exception, cancellationToken))
        {
            return new OperationCanceledException("The statement was interrupted.", exception, cancellationToken);
        }

        return ToError(exception) is { } error ? new GraphQLException(error, exception) : exception;
    }

    /// <summary>
    /// The same for a connection that could not be opened, be it that all are in use or that the database does not
    /// answer in time: nothing the client asked took too long, so it is <see cref="ErrorCode.Unavailable"/>.
    /// </summary>
    public static Exception ToOpeningException(Exception exception, CancellationToken cancellationToken) =>
        IsInterrupted(exception, cancellationToken)
            ? ToException(exception, cancellationToken)
            : new GraphQLException(Unavailable, exception);

    static bool IsInterrupted(Exception exception, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && SqliteInterruption.IsCause(exception);

    // 08: connection; 40: deadlock, or at odds with others; 53: resources; 57P01-57P05: shutdown, crash, starting,
    // dropped, idle.
    static bool IsUnavailable(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal);

    static GraphQLError Unavailable { get; } =
        new("The data cannot be reached at the moment. Try again later.", ErrorCode.Unavailable);

    static GraphQLError TookTooLong { get; } =
        new("The operation took too long. Ask for less, or try again later.", ErrorCode.Timeout);
}
