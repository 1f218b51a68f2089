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

    // Of one network: who has not said yet who he is cannot take the places of all others.
    const int PendingShare = 10;

    readonly StreamOptions _options;
    readonly ConcurrentDictionary<StreamPlace, IOpenStream> _open = new();
    readonly Dictionary<StreamPlace.Holder, int> _byHolder = [];
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
    /// Takes a place for a connection of somebody; or says why there is none. Whoever has a place disposes of it.
    /// </summary>
    /// <param name="caller">Whose it is, as far as it is known.</param>
    /// <param name="isPending">Whether he has yet to say who he is: then <see cref="Keep"/> follows.</param>
    public (StreamPlace? Place, RequestRefusal? Refusal) Enter(Spender caller, bool isPending)
    {
        var place = new StreamPlace(this);
        lock (_gate)
        {
            if (_stopped || _count >= _options.MaxConnections)
            {
                return (null, new RequestRefusal(
                    RefusalReason.Unavailable,
                    "This server cannot keep another connection open at the moment. Try again later.",
                    ErrorCode.Unavailable));
            }

            if (Hold(place, new StreamPlace.Holder(caller, isPending)) is { } tooMany)
            {
                return (null, tooMany);
            }

            _count++;
            return (place, null);
        }
    }

    /// <summary>
    /// Keeps a place that was pending, now that it is known whose it is; or says why he may have no more. Its own place
    /// does not count against him twice.
    /// </summary>
    public RequestRefusal? Keep(StreamPlace place, Spender caller)
    {
        lock (_gate)
        {
            var before = place.Held;
            var refusal = Hold(place, new StreamPlace.Holder(caller, IsPending: false));
            if (refusal is null && before is { } held)
            {
                Release(held);
            }

            return refusal;
        }
    }

    /// <summary>Begins to beat for the connection of a place, which is stopped where the node stops already.</summary>
    public void Begin(StreamPlace place, IOpenStream stream)
    {
        bool stopped;
        lock (_gate)
        {
            place.Stream = stream;
            _open[place] = stream;
            stopped = _stopped;
        }

        if (stopped)
        {
            stream.Stop();
        }
    }

    /// <summary>Takes a place back, once.</summary>
    public void Leave(StreamPlace place)
    {
        lock (_gate)
        {
            if (place.Held is { } held)
            {
                place.Held = null;
                Release(held);
                _count--;
                _open.TryRemove(place, out _);
            }
        }
    }

    /// <summary>Ends all connections, and takes no more. They are beaten for until they are gone.</summary>
    public void Stop()
    {
        IOpenStream[] open;
        lock (_gate)
        {
            _stopped = true;
            open = [.. _open.Values];
        }

        foreach (var stream in open)
        {
            stream.Stop();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    int MostOf(bool isPending) => isPending
        ? Math.Max(_options.MaxConnectionsPerCaller, _options.MaxConnections / PendingShare)
        : _options.MaxConnectionsPerCaller;

    // Under the lock.
    RequestRefusal? Hold(StreamPlace place, StreamPlace.Holder holder)
    {
        var (count, most) = (_byHolder.GetValueOrDefault(holder), MostOf(holder.IsPending));
        if (count >= most)
        {
            return new RequestRefusal(
                RefusalReason.TooMany,
                $"At most {most} connections of one caller may be open. Close one.",
                ErrorCode.TooManyStreams);
        }

        _byHolder[holder] = count + 1;
        place.Held = holder;
        return null;
    }

    // Under the lock.
    void Release(StreamPlace.Holder holder)
    {
        if (--_byHolder[holder] == 0)
        {
            _byHolder.Remove(holder);
        }
    }

    void Beat()
    {
        // A beat that takes long is not overtaken by the next one.
        if (Interlocked.Exchange(ref _beating, 1) == 1)
        {
            return;
        }

        try
        {
            foreach (var (_, stream) in _open)
            {
                stream.Beat();
            }
        }
        finally
        {
            Volatile.Write(ref _beating, 0);
        }
    }
}
