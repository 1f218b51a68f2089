namespace GraphApi.Engine.Caching;

/// <summary>
/// Decides which entries stay in memory that is bounded in number and in weight. Thread-safe; uses take no lock
/// (<see cref="RetainedEntry.Use"/>), and an entry comes and goes in constant time.
/// </summary>
/// <remarks>
/// A newcomer is on probation, which has a tenth of the room once others want it. Those that are used again move among
/// the protected, and leave only for others that are used again; those that are not make room for the next newcomer.
/// So no flood of entries that are used once takes the room of those that are wanted, however many or heavy they are.
/// One that comes back soon after it had to leave is protected at once, since a flood may be faster than its use. The
/// method is S3-FIFO.
/// </remarks>
/// <seealso href="https://dl.acm.org/doi/10.1145/3600006.3613147"/>
public sealed class Retention
{
    const int ProbationShare = 10;
    const int RememberedPerEntry = 10;
    const int MostRemembered = 16_384;

    readonly int _capacity;
    readonly long _maxWeight;
    readonly long _heaviest;
    readonly int[] _remembered;
    readonly Lock _lock = new();
    readonly LinkedList<RetainedEntry> _probation = new();
    readonly LinkedList<RetainedEntry> _protected = new();
    long _probationWeight;
    long _protectedWeight;

    /// <summary>A retention of nothing yet.</summary>
    /// <param name="capacity">Entries that stay; at least 1.</param>
    /// <param name="maxWeight">What they may weigh together.</param>
    /// <param name="heaviest">What one of them may weigh: a heavier one leaves, and no other for it.</param>
    public Retention(int capacity, long maxWeight, long heaviest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _maxWeight = maxWeight;
        _heaviest = heaviest;
        _remembered = new int[(int)Math.Min(MostRemembered, (long)capacity * RememberedPerEntry)];
    }

    /// <summary>Entries that stay.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _probation.Count + _protected.Count;
            }
        }
    }

    /// <summary>What they weigh together.</summary>
    public long Weight
    {
        get
        {
            lock (_lock)
            {
                return _probationWeight + _protectedWeight;
            }
        }
    }

    /// <summary>Keeps an entry that can be found already; others leave for it, or it leaves.</summary>
    public void Add(RetainedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            ref var remembered = ref Remembered(entry);
            var isBack = remembered == entry.Hash && remembered != 0;
            (isBack ? _protected : _probation).AddLast(entry.Node);
            Reckon(entry);
        }
    }

    /// <summary>Reckons with what an entry weighs now. Nothing happens where it has left.</summary>
    public void Weigh(RetainedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            if (entry.Node.List is not null)
            {
                Reckon(entry);
            }
        }
    }

    void Reckon(RetainedEntry entry)
    {
        Record(entry, entry.Weight);
        if (entry.Counted > _heaviest)
        {
            Remove(entry);
        }

        while (_probation.Count + _protected.Count > _capacity || _probationWeight + _protectedWeight > _maxWeight)
        {
            if (_protected.Count == 0 || IsProbationFull())
            {
                TakeFromProbation(_probation.First!.Value);
            }
            else
            {
                TakeFromProtected(_protected.First!.Value);
            }
        }
    }

    bool IsProbationFull() => _probation.Count > 0
        && (_probation.Count > Math.Max(1, _capacity / ProbationShare)
            || _probationWeight > _maxWeight / ProbationShare);

    void TakeFromProbation(RetainedEntry oldest)
    {
        if (oldest.TakeUse())
        {
            var weight = oldest.Counted;
            Record(oldest, 0);
            _probation.Remove(oldest.Node);
            _protected.AddLast(oldest.Node);
            Record(oldest, weight);
        }
        else
        {
            Remembered(oldest) = oldest.Hash;
            Remove(oldest);
        }
    }

    // Each turn costs a use, so that in the long run there is no more work than there are uses.
    void TakeFromProtected(RetainedEntry oldest)
    {
        if (oldest.TakeUse())
        {
            _protected.Remove(oldest.Node);
            _protected.AddLast(oldest.Node);
        }
        else
        {
            Remove(oldest);
        }
    }

    void Remove(RetainedEntry entry)
    {
        Record(entry, 0);
        entry.Node.List!.Remove(entry.Node);
        entry.Leave();
    }

    void Record(RetainedEntry entry, long weight)
    {
        var grown = weight - entry.Counted;
        entry.Counted = weight;
        if (entry.Node.List == _probation)
        {
            _probationWeight += grown;
        }
        else
        {
            _protectedWeight += grown;
        }
    }

    ref int Remembered(RetainedEntry entry) => ref _remembered[(uint)entry.Hash % (uint)_remembered.Length];
}
