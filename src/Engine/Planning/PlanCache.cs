using System.Collections.Concurrent;

namespace GraphApi.Engine.Planning;

/// <summary>
/// The documents that are known: parsed, valid and planned, by their text. Bounded in number and in weight; the one
/// unused for longest leaves. Reads take no lock.
/// </summary>
/// <param name="capacity">Documents that are kept.</param>
/// <param name="maxWeight">What they may weigh together: <see cref="PlannedDocument.Weight"/>.</param>
sealed class PlanCache(int capacity, long maxWeight)
{
    readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    readonly Lock _eviction = new();
    long _clock;

    /// <summary>How many documents are kept.</summary>
    public int Count => _entries.Count;

    /// <summary>What the documents that are kept weigh together.</summary>
    public long Weight
    {
        get
        {
            var weight = 0L;
            foreach (var (_, entry) in _entries)
            {
                weight += entry.Document.Weight;
            }

            return weight;
        }
    }

    /// <summary>The document of that text; null: not known.</summary>
    public PlannedDocument? Find(string text)
    {
        if (!_entries.TryGetValue(text, out var entry))
        {
            return null;
        }

        // A lost update only makes the entry look a little older.
        entry.LastUsed = ++_clock;
        return entry.Document;
    }

    /// <summary>Keeps a document.</summary>
    public void Add(string text, PlannedDocument document)
    {
        _entries[text] = new Entry(document) { LastUsed = ++_clock };
        Trim();
    }

    /// <summary>Forgets what is too much. A document grows when another of its operations is planned.</summary>
    public void Trim()
    {
        var weight = Weight;
        if (_entries.Count <= capacity && weight <= maxWeight)
        {
            return;
        }

        lock (_eviction)
        {
            weight = Weight;
            while (!_entries.IsEmpty && (_entries.Count > capacity || weight > maxWeight))
            {
                if (_entries.TryRemove(_entries.MinBy(e => e.Value.LastUsed).Key, out var removed))
                {
                    weight -= removed.Document.Weight;
                }
            }
        }
    }

    sealed class Entry(PlannedDocument document)
    {
        public PlannedDocument Document { get; } = document;

        public long LastUsed { get; set; }
    }
}
