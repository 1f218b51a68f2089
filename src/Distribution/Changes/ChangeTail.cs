using GraphApi.Data.ChangeLog;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// The end of the change log as this node knows it: how far it has come, and for whom the newest changes are. One loop
/// a node looks, whoever waits; it begins when somebody first waits. Thread-safe.
/// </summary>
/// <param name="database">The database, without row rules.</param>
/// <param name="moved">Raised when the log may have moved.</param>
/// <param name="viewers">Who principals are; it forgets when the log says that rights changed.</param>
/// <param name="options">What the module was made with.</param>
sealed class ChangeTail(
    Database<AccessContext> database, ChangeSignal moved, ViewerResolver viewers, DistributionOptions options)
    : IAsyncDisposable
{
    /// <summary>How long a connection that is lost stays away.</summary>
    static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stop = new();
    readonly ChangeSignal _advanced = new();
    readonly Lock _lock = new();
    Task? _running;
    bool _isDisposed;
    volatile RecentChanges _recent = RecentChanges.Unknown;

    /// <summary>The newest change; -1: it is not known yet.</summary>
    public long Head => _recent.Head;

    /// <summary>The newest changes, as they are known at the moment.</summary>
    public RecentChanges Recent => _recent;

    /// <summary>
    /// Returns when the log has gone beyond a change, or when the time is over; whether it has gone.
    /// </summary>
    public async ValueTask<bool> WaitAsync(long sequence, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Start();
        var began = options.Time.GetTimestamp();
        while (true)
        {
            var next = _advanced.Next;
            if (Head > sequence)
            {
                return true;
            }

            var left = timeout - options.Time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            try
            {
                await next.WaitAsync(left, options.Time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return Head > sequence;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            running = _running;
        }

        await _stop.CancelAsync();
        if (running is not null)
        {
            await running;
        }

        _stop.Dispose();
    }

    void Start()
    {
        if (_running is not null)
        {
            return;
        }

        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _running ??= Task.Run(() => Task.WhenAll(LookOnAsync(_stop.Token), ListenAsync(_stop.Token)));
        }
    }

    Task ListenAsync(CancellationToken cancellationToken) => database.DataSource is { } source
        ? new ChangeListener(source, ChangeWriter.Channel, moved, Reconnect, options.Time)
            .RunAsync(cancellationToken)
        : Task.CompletedTask;

    async Task LookOnAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = moved.Next;
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (Exception problem) when (SqlState.IsDatabases(problem))
            {
                // Whatever it has: it is looked at again with the next word, or after a while, and never given up.
            }

            await Task.WhenAny(next, Task.Delay(options.ChangePollInterval, options.Time, cancellationToken));
        }
    }

    async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var head = await context.Set<ChangeCounter>().Select(counter => counter.LastSequence)
            .SingleAsync(cancellationToken);
        var before = _recent;
        if (head == before.Head)
        {
            return;
        }

        // What came before somebody first waited is nobody's to wait for.
        if (before.Head < 0 || head - before.Head > RecentChanges.MostChanges)
        {
            viewers.Forget();
            _recent = RecentChanges.From(head);
        }
        else
        {
            var news = await context.Set<Change>().AsNoTracking()
                .Where(change => change.Sequence > before.Head && change.Sequence <= head)
                .Include(change => change.Audiences)
                .OrderBy(change => change.Sequence)
                .ToListAsync(cancellationToken);
            if (news.Exists(change => change.Kind is null))
            {
                viewers.Forget();
            }

            _recent = before.With(head, news);
        }

        _advanced.Raise();
    }
}
