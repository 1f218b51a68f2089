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
    /// <summary>The changes of which it is kept for whom they are.</summary>
    const int Kept = 2_048;

    /// <summary>How long a connection that is lost stays away.</summary>
    static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stop = new();
    readonly ChangeSignal _advanced = new();
    readonly Lock _lock = new();
    Task? _running;
    bool _isDisposed;
    volatile State _state = new(-1, long.MaxValue, []);

    /// <summary>The newest change; -1: it is not known yet.</summary>
    public long Head => _state.Head;

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

    /// <summary>
    /// Whether a change between two numbers may be for one of some audiences; true as well where that is not known any
    /// more.
    /// </summary>
    /// <param name="after">The number after which they begin.</param>
    /// <param name="through">The last of them.</param>
    /// <param name="audiences">The audiences.</param>
    public bool MayConcern(long after, long through, IReadOnlySet<Guid> audiences)
    {
        var state = _state;
        if (after < state.KnownAfter || through > state.Head)
        {
            return true;
        }

        // A recall can be for tens of thousands by name, and who asks is in a few audiences.
        foreach (var audience in audiences)
        {
            if (state.Audiences.TryGetValue(audience, out var sequences) && sequences.Exists(IsAmong))
            {
                return true;
            }
        }

        return false;

        bool IsAmong(long sequence) => sequence > after && sequence <= through;
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
        var before = _state;
        if (head == before.Head)
        {
            return;
        }

        // What came before somebody first waited is nobody's to wait for.
        var known = before.Head < 0 || head - before.Head > Kept ? head : before.Head;
        var news = known == head
            ? []
            : await context.Set<Change>()
                .Where(change => change.Sequence > known && change.Sequence <= head)
                .SelectMany(
                    change => change.Audiences.DefaultIfEmpty(),
                    (change, audience) => new { change.Sequence, AudienceId = (Guid?)audience!.AudienceId })
                .ToListAsync(cancellationToken);
        if (known == head || news.Exists(row => row.AudienceId is null))
        {
            viewers.Forget();
        }

        var keptAfter = Math.Max(known == head ? head : Math.Min(before.KnownAfter, known), head - Kept);
        _state = new State(
            head,
            keptAfter,
            before.Audiences
                .SelectMany(row => row.Value, (row, sequence) => (row.Key, Sequence: sequence))
                .Concat(news.Where(row => row.AudienceId is not null)
                    .Select(row => (Key: row.AudienceId!.Value, row.Sequence)))
                .Where(row => row.Sequence > keptAfter)
                .GroupBy(row => row.Key)
                .ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Sequence).ToList()));
        _advanced.Raise();
    }

    // By audience the changes that are for it; never changed once it is there.
    sealed record State(long Head, long KnownAfter, Dictionary<Guid, List<long>> Audiences);
}
