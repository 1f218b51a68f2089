using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// The end of the change log as a node keeps it: how far the log has come, and its newest changes with those whom they
/// are for. Immutable; bounded by changes and by audiences.
/// </summary>
sealed class RecentChanges
{
    /// <summary>How many changes are kept at most.</summary>
    public const int MostChanges = 2_048;

    /// <summary>How many audiences of them are kept at most.</summary>
    public const int MostAudiences = 100_000;

    /// <summary>Nothing is known yet.</summary>
    public static readonly RecentChanges Unknown = new(-1, long.MaxValue, []);

    readonly Entry[] _changes;

    RecentChanges(long head, long knownAfter, Entry[] changes) =>
        (Head, KnownAfter, _changes) = (head, knownAfter, changes);

    /// <summary>The newest change; -1: it is not known yet.</summary>
    public long Head { get; }

    /// <summary>All changes after this one are kept.</summary>
    public long KnownAfter { get; }

    /// <summary>Of a log that has come so far, and of which nothing is kept.</summary>
    public static RecentChanges From(long head) => new(head, head, []);

    /// <summary>These and newer ones: all there are up to the head. The oldest go where there are too many.</summary>
    /// <param name="head">How far the log has come.</param>
    /// <param name="news">The changes after <see cref="Head"/>, in order, with their audiences.</param>
    public RecentChanges With(long head, IReadOnlyList<Change> news)
    {
        Entry[] all = [.. _changes, .. news.Select(change => new Entry(change))];
        var (first, audiences) = (all.Length, 0);
        while (first > 0 && all.Length - first < MostChanges && audiences + all[first - 1].Size <= MostAudiences)
        {
            audiences += all[--first].Size;
        }

        return new RecentChanges(head, first == 0 ? KnownAfter : all[first - 1].Change.Sequence, all[first..]);
    }

    /// <summary>
    /// Whether a change between two numbers may be for one of some audiences; true as well where that is not known any
    /// more.
    /// </summary>
    /// <param name="after">The number after which they begin.</param>
    /// <param name="through">The last of them.</param>
    /// <param name="audiences">The audiences.</param>
    public bool MayConcern(long after, long through, IReadOnlyCollection<Guid> audiences)
    {
        if (!Knows(after, through))
        {
            return true;
        }

        for (var i = _changes.Length - 1; i >= 0 && _changes[i].Change.Sequence > after; i--)
        {
            if (_changes[i].Change.Sequence <= through && audiences.Any(_changes[i].Audiences.Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all changes between two numbers are kept.</summary>
    public bool Knows(long after, long through) => after >= KnownAfter && through <= Head;

    /// <summary>The changes between two numbers, in order.</summary>
    public IEnumerable<Change> Between(long after, long through) => _changes
        .Select(entry => entry.Change)
        .Where(change => change.Sequence > after && change.Sequence <= through);

    /// <summary>
    /// What the changes between two numbers are for some rights: what <see cref="LoggedChange.ReadAsync"/> reads.
    /// </summary>
    public List<LoggedChange> Read(long after, long through, RightsState rights, Viewer reader, int count)
    {
        var read = new List<LoggedChange>();
        foreach (var entry in _changes)
        {
            if (entry.Change.Sequence > after
                && entry.Change.Sequence <= through
                && read.Count < count
                && LoggedChange.Of(entry.Change, entry.Audiences, rights, reader) is { } change)
            {
                read.Add(change);
            }
        }

        return read;
    }

    sealed class Entry(Change change)
    {
        public Change Change => change;

        public ILookup<Guid, ChangeAudience> Audiences { get; } =
            change.Audiences.ToLookup(audience => audience.AudienceId);

        public int Size => change.Audiences.Count;
    }
}
