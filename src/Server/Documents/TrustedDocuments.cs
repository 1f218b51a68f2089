using System.Collections.Frozen;

namespace GraphApi.Server.Documents;

/// <summary>
/// The documents that an operator trusts: those of the folder, read once at start, and those of the database, whose
/// list is read again every few seconds. A request never asks the database for an id: unknown ones cost nothing.
/// Thread-safe.
/// </summary>
/// <param name="folder">The documents of the folder by id.</param>
/// <param name="source">The database; null: there is none.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where documents of the database that cannot be trusted are told, by id.</param>
sealed class TrustedDocuments(
    IReadOnlyDictionary<string, StoredDocument> folder, TrustedSource? source, TimeProvider time, ILogger logger)
{
    // A document that is removed stops within twice this.
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    readonly FrozenDictionary<string, StoredDocument> _folder = WithHashes(folder);
    readonly Lock _lock = new();
    volatile Snapshot? _snapshot;
    Task<Snapshot>? _reading;

    /// <summary>
    /// The document of an id, of a hash, or of a hash with its prefix; null: it is not trusted. Throws what the
    /// database throws where its list is too old and it does not answer: a removed document is not served on from
    /// memory.
    /// </summary>
    public ValueTask<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_folder.TryGetValue(id, out var document))
        {
            return new(document);
        }

        if (source is null)
        {
            return default;
        }

        return _snapshot is { } snapshot && IsFresh(snapshot)
            ? new(snapshot.Documents.GetValueOrDefault(id))
            : FindReadingAsync(id, cancellationToken);
    }

    async ValueTask<StoredDocument?> FindReadingAsync(string id, CancellationToken cancellationToken) =>
        (await ReadOnceAsync().WaitAsync(cancellationToken)).Documents.GetValueOrDefault(id);

    // All who wait share one reading, which goes on when one of them leaves. It runs elsewhere: what a database does
    // before it first waits, with SQLite all of it, would hold the lock.
    Task<Snapshot> ReadOnceAsync()
    {
        lock (_lock)
        {
            if (_reading is null or { IsCompleted: true })
            {
                _reading = _snapshot is { } snapshot && IsFresh(snapshot)
                    ? Task.FromResult(snapshot)
                    : Task.Run(() => ReadAsync(source!, CancellationToken.None), CancellationToken.None);
            }

            return _reading;
        }
    }

    bool IsFresh(Snapshot snapshot) => time.GetElapsedTime(snapshot.ReadAt) < Kept;

    async Task<Snapshot> ReadAsync(TrustedSource from, CancellationToken cancellationToken)
    {
        // The time before the list is read: what is removed while it is read is as old as that. Not the time of day: a
        // clock that is set back would keep a removed document.
        var readAt = time.GetTimestamp();
        var held = _snapshot?.ByHash ?? FrozenDictionary<string, StoredDocument>.Empty;
        var byHash = new Dictionary<string, StoredDocument>(StringComparer.Ordinal);
        var documents = new Dictionary<string, StoredDocument>(StringComparer.Ordinal);
        var list = await from.ListAsync(cancellationToken);
        var missing = list.Select(entry => entry.Hash).Where(hash => !held.ContainsKey(hash)).Distinct().ToList();
        var read = missing.Count == 0 ? [] : (await from.ReadAsync(missing, cancellationToken))
            .Select(StoredDocument.Of)
            .DistinctBy(document => document.Hash)
            .ToDictionary(document => document.Hash, StringComparer.Ordinal);
        foreach (var (id, hash) in list)
        {
            var document = held.GetValueOrDefault(hash) ?? read.GetValueOrDefault(hash);

            // An id that is a hash is that of its text, whoever wrote the row.
            if (document is null || (DocumentHash.FromId(id) ?? hash) != hash)
            {
                Log.TrustedDocumentChanged(logger, id);
                continue;
            }

            byHash[hash] = document;
            documents[id] = document;
        }

        return _snapshot = new Snapshot(
            WithHashes(documents), byHash.ToFrozenDictionary(StringComparer.Ordinal), readAt);
    }

    static FrozenDictionary<string, StoredDocument> WithHashes(IReadOnlyDictionary<string, StoredDocument> documents)
    {
        var all = new Dictionary<string, StoredDocument>(documents, StringComparer.Ordinal);
        foreach (var document in documents.Values)
        {
            all.TryAdd(document.Hash, document);
            all.TryAdd(DocumentHash.Prefix + document.Hash, document);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    sealed record Snapshot(
        FrozenDictionary<string, StoredDocument> Documents,
        FrozenDictionary<string, StoredDocument> ByHash,
        long ReadAt);
}
