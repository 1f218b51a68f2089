using System.Collections.Concurrent;

namespace GraphApi.Server.Transport.Budgets;

/// <summary>
/// The buckets of many spenders, in bounded memory however many there are: full buckets are forgotten, which loses
/// nothing, and where too many are not full, further spenders share a few. Mutable; thread-safe.
/// </summary>
/// <remarks>
/// It may seem wise to use the partitioned limiter of System.Threading.RateLimiting: it keeps a partition for each
/// spender without bound, and reads a clock that no test can move.
/// </remarks>
/// <param name="capacity">The whole budget of each.</param>
/// <param name="most">Spenders that have a bucket of their own.</param>
/// <param name="time">The clock.</param>
sealed class CostBuckets(double capacity, int most, TimeProvider time)
{
    const int SharedBuckets = 1_024;

    readonly ConcurrentDictionary<Spender, CostBucket> _own = new();
    readonly CostBucket?[] _shared = new CostBucket?[SharedBuckets];
    long _swept;
    int _count;

    /// <summary>Spenders that have a bucket of their own.</summary>
    public int Count => _count;

    /// <summary>
    /// Takes a cost from the spender's bucket; returns how long to wait where it is not taken, else zero.
    /// </summary>
    public TimeSpan Take(Spender spender, double cost)
    {
        var now = time.GetTimestamp();
        TimeSpan wait;
        while (!Find(spender, now).TryTake(cost, now, out wait))
        {
            // It was closed in this moment, and is no longer found.
        }

        return wait;
    }

    CostBucket Find(Spender spender, long now)
    {
        if (_own.TryGetValue(spender, out var known))
        {
            return known;
        }

        if (_count >= most)
        {
            Sweep(now);
        }

        // Above the bound by as many requests as come in this very moment.
        if (_count >= most)
        {
            ref var shared = ref _shared[(uint)spender.GetHashCode() % SharedBuckets];
            return shared
                ?? Interlocked.CompareExchange(ref shared, new CostBucket(capacity, now, time), null)
                ?? shared;
        }

        var made = new CostBucket(capacity, now, time);
        var kept = _own.GetOrAdd(spender, made);
        if (kept == made)
        {
            Interlocked.Increment(ref _count);
        }

        return kept;
    }

    // At most once a second, by one of the requests that found no room.
    void Sweep(long now)
    {
        var last = Volatile.Read(ref _swept);
        if ((last != 0 && time.GetElapsedTime(last, now) < TimeSpan.FromSeconds(1))
            || Interlocked.CompareExchange(ref _swept, now, last) != last)
        {
            return;
        }

        foreach (var entry in _own)
        {
            if (entry.Value.TryClose(now) && _own.TryRemove(entry))
            {
                Interlocked.Decrement(ref _count);
            }
        }
    }
}
