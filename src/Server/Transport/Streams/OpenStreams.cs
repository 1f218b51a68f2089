using System.Collections.Concurrent;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport.Streams;

/// <summary>
/// All connections of this node that stay open: counts them, by caller too, and beats for all of them with one timer.
/// Mutable; thread-safe.
/// </summary>
sealed class OpenStreams : IDisposable
{
    /// <summary>The time between two beats.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    readonly StreamOptions _options;
    readonly ConcurrentDictionary<IOpenStream, Spender> _open = new();
    readonly Dictionary<Spender, int> _byCaller = [];
    readonly Lock _gate = new();
    readonly ITimer _timer;
    int _beating;
    int _count;
    bool _stopped;

    public OpenStreams(StreamOptions options, TimeProvider time)
    {
        _options = options;
        Time = time;
        _timer = time.CreateTimer(_ => Beat(), null, Interval, Interval);
    }

    /// <summary>The clock of all of them.</summary>
    public TimeProvider Time { get; }

    /// <summary>How many are open.</summary>
    public int Count => _count;

    /// <summary>
    /// Takes a place of the node for a connection; returns why there is none. Whoever has a place gives it back with
    /// <see cref="Leave"/>.
    /// </summary>
    public RequestRefusal? Enter()
    {
        lock (_gate)
        {
            if (_stopped || _count >= _options.MaxConnections)
            {
                return new RequestRefusal(
                    RefusalReason.Unavailable,
                    "This server cannot keep another connection open at the moment. Try again later.",
                    ErrorCode.Unavailable);
            }

            _count++;
            return null;
        }
    }

    /// <summary>
    /// Begins to beat for a connection that has a place, as one of its caller's; returns why he may not have another.
    /// Called again where it is known only later who he is.
    /// </summary>
    public RequestRefusal? Add(IOpenStream stream, Spender caller)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(stream, out var before) && before == caller)
            {
                return null;
            }

            var count = _byCaller.GetValueOrDefault(caller);
            if (count >= _options.MaxConnectionsPerCaller)
            {
                return new RequestRefusal(
                    RefusalReason.TooMany,
                    $"At most {_options.MaxConnectionsPerCaller} connections of one caller may be open. Close one.",
                    ErrorCode.TooManyStreams);
            }

            Forget(stream);
            _byCaller[caller] = count + 1;
            _open[stream] = caller;
            return null;
        }
    }

    /// <summary>Begins to beat for a connection that has a place, of which it is not known yet whose it is.</summary>
    public void Add(IOpenStream stream) => _open.TryAdd(stream, Unknown);

    /// <summary>Gives the place of a connection back.</summary>
    public void Leave(IOpenStream? stream)
    {
        lock (_gate)
        {
            _count--;
            if (stream is not null)
            {
                Forget(stream);
            }
        }
    }

    /// <summary>Ends all connections, and takes no more. They are beaten for until they are gone.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
        }

        foreach (var (stream, _) in _open)
        {
            stream.Stop();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    // Nobody's subject is empty.
    static Spender Unknown => new(null, "", IsIPv6: false, Network: 0);

    void Forget(IOpenStream stream)
    {
        if (!_open.TryRemove(stream, out var caller) || caller == Unknown)
        {
            return;
        }

        if (--_byCaller[caller] == 0)
        {
            _byCaller.Remove(caller);
        }
    }

    void Beat()
    {
        // A beat that takes long is not overtaken by the next one.
        if (Interlocked.Exchange(ref _beating, 1) == 1)
        {
            return;
        }

        foreach (var (stream, _) in _open)
        {
            stream.Beat();
        }

        Volatile.Write(ref _beating, 0);
    }
}
