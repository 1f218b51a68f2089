namespace GraphApi.Server.Transport.Budgets;

/// <summary>
/// What is left of one budget. It refills evenly, from empty to full in a minute. Mutable; thread-safe.
/// </summary>
sealed class CostBucket
{
    readonly Lock _lock = new();
    readonly double _capacity;
    readonly TimeProvider _time;
    double _left;
    long _refilled;
    bool _isClosed;

    /// <summary>A bucket that is full.</summary>
    /// <param name="capacity">The whole budget.</param>
    /// <param name="timestamp">The time, as of <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="time">The clock that tells how far two timestamps are apart.</param>
    public CostBucket(double capacity, long timestamp, TimeProvider time)
    {
        _capacity = _left = capacity;
        _refilled = timestamp;
        _time = time;
    }

    /// <summary>Takes a cost where there is enough left, else nothing.</summary>
    /// <param name="cost">
    /// The cost. One above the whole budget takes all of it, and leaves at most that again owing.
    /// </param>
    /// <param name="timestamp">The time, as of <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="wait">How long until there will be enough; zero: it is taken.</param>
    /// <returns>False where the bucket is closed and another is to be asked.</returns>
    public bool TryTake(double cost, long timestamp, out TimeSpan wait)
    {
        lock (_lock)
        {
            Refill(timestamp);
            var missing = Math.Min(cost, _capacity) - _left;
            wait = missing <= 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(missing / _capacity);
            if (missing <= 0 && !_isClosed)
            {
                _left = Math.Max(_left - cost, -_capacity);
            }

            return !_isClosed;
        }
    }

    /// <summary>
    /// Closes the bucket if it is full: it says nothing then that a new one would not. Returns whether it is closed.
    /// </summary>
    public bool TryClose(long timestamp)
    {
        lock (_lock)
        {
            Refill(timestamp);
            return _isClosed |= _left >= _capacity;
        }
    }

    void Refill(long timestamp)
    {
        // Requests read the clock before they come here, and may overtake each other.
        if (timestamp <= _refilled)
        {
            return;
        }

        var minutes = _time.GetElapsedTime(_refilled, timestamp).TotalMinutes;
        _left = Math.Min(_capacity, _left + (_capacity * minutes));
        _refilled = timestamp;
    }
}
