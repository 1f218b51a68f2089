using System.Collections.Concurrent;

namespace GraphApi.Engine.Planning;

/// <summary>
/// The documents that are known: parsed, valid and planned, by their text. Bounded; the one unused for longest leaves.
/// Reads take no lock.
/// </summary>
sealed class PlanCache(int capacity)
{
    readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    readonly Lock _eviction = new();
    long _clock;

    /// <summary>How many documents are kept.</summary>
    public int Count => _entries.Count;

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
        if (_entries.Count <= capacity)
        {
            return;
        }

        lock (_eviction)
        {
            while (_entries.Count > capacity)
            {
                _entries.TryRemove(_entries.MinBy(e => e.Value.LastUsed).Key, out _);
            }
        }
    }

    sealed class Entry(PlannedDocument document)
    {
        public PlannedDocument Document { get; } = document;

        public long LastUsed { get; set; }
    }
}
