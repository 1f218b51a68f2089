using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphApi.Data.Databases;

/// <summary>
/// Stops the statement of an SQLite connection when a token is cancelled. SQLite runs a statement on the thread that
/// asks for it, and the provider looks at the token before it does and never after; PostgreSQL's is told by its own.
/// </summary>
/// <seealso href="https://www.sqlite.org/c3ref/interrupt.html"/>
sealed class SqliteInterruption : IDisposable
{
    /// <summary>An interruption reaches only what runs, not what is about to: so it is repeated.</summary>
    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    readonly sqlite3 _handle;
    readonly CancellationTokenRegistration _registration;
    readonly Lock _lock = new();
    ITimer? _timer;
    bool _isOver;

    SqliteInterruption(sqlite3 handle, CancellationToken cancellationToken)
    {
        _handle = handle;
        _registration = cancellationToken.UnsafeRegister(
            static interruption => ((SqliteInterruption)interruption!).Begin(), this);
    }

    /// <summary>
    /// Begins to watch <paramref name="cancellationToken"/> for an open connection; dispose it before the connection is
    /// given back. Null where there is nothing to do: another database, or a token that is never cancelled.
    /// </summary>
    public static SqliteInterruption? Watch(DbConnection connection, CancellationToken cancellationToken) =>
        connection is SqliteConnection { Handle: { } handle } && cancellationToken.CanBeCanceled
            ? new SqliteInterruption(handle, cancellationToken)
            : null;

    /// <summary>Whether an exception is what an interrupted statement throws.</summary>
    public static bool IsCause(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT };

    /// <summary>Ends it: no statement that begins after this is stopped.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        lock (_lock)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    void Begin()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _timer = TimeProvider.System.CreateTimer(
                    static interruption => ((SqliteInterruption)interruption!).Interrupt(),
                    this,
                    TimeSpan.Zero,
                    Period);
            }
        }
    }

    void Interrupt()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                raw.sqlite3_interrupt(_handle);
            }
        }
    }
}
