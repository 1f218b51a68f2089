using System.Collections.Concurrent;
using GraphApi.Engine.Caching;

namespace GraphApi.Engine.Planning;

/// <summary>
/// The documents that are known: parsed, valid and planned, by their text or by a key. Bounded in number and in weight;
/// a <see cref="Retention"/> says who leaves. Reads take no lock.
/// </summary>
/// <param name="capacity">Documents that are kept.</param>
/// <param name="maxWeight">What they may weigh together: <see cref="PlannedDocument.Weight"/>.</param>
/// <param name="heaviest">What one may weigh; a heavier one is not kept.</param>
sealed class PlanCache(int capacity, long maxWeight, long heaviest)
{
    readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    readonly Retention _retention = new(capacity, maxWeight, heaviest);

    /// <summary>How many documents are kept.</summary>
    public int Count => _retention.Count;

    /// <summary>What the documents that are kept weigh together.</summary>
    public long Weight => _retention.Weight;

    /// <summary>The document of that text or key; null: not known.</summary>
    /// <param name="text">The text or key.</param>
    /// <param name="isUse">Whether a request runs it.</param>
    public PlannedDocument? Find(string text, bool isUse = true)
    {
        if (!_entries.TryGetValue(text, out var entry))
        {
            return null;
        }

        if (isUse)
        {
            entry.Use();
        }

        return entry.Document;
    }

    /// <summary>
    /// Keeps a document, unless another request has just kept one of the same text; returns the one to go on with, so
    /// that requests at once have the same plans.
    /// </summary>
    /// <param name="text">The text or key.</param>
    /// <param name="document">The document; it is kept in no other cache.</param>
    /// <param name="isUse">Whether a request runs it.</param>
    public PlannedDocument Add(string text, PlannedDocument document, bool isUse = true)
    {
        var entry = new Entry(_entries, text, document, isUse);
        document.OnGrown = () => _retention.Weigh(entry);
        var kept = _entries.GetOrAdd(text, entry);
        if (kept == entry)
        {
            _retention.Add(entry);
        }

        return kept.Document;
    }

    sealed class Entry(
        ConcurrentDictionary<string, Entry> entries, string text, PlannedDocument document, bool isUse)
        : RetainedEntry(StringComparer.Ordinal.GetHashCode(text), isUse)
    {
        public PlannedDocument Document => document;

        public override long Weight => document.Weight;

        protected internal override void Leave() => entries.TryRemove(KeyValuePair.Create(text, this));
    }
}
