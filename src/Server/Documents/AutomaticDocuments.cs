using System.Diagnostics.CodeAnalysis;

namespace GraphApi.Server.Documents;

/// <summary>
/// The documents that clients registered by their hash (automatic persisted queries). Bounded by number and by memory;
/// the one unused for longest leaves. Nothing depends on what is in it: a client whose document has left registers it
/// again. Thread-safe.
/// </summary>
/// <param name="maxEntries">How many documents are held.</param>
/// <param name="maxBytes">How much their texts may take, two bytes a UTF-16 unit.</param>
sealed class AutomaticDocuments(int maxEntries, long maxBytes)
{
    readonly Dictionary<string, LinkedListNode<StoredDocument>> _byHash = new(StringComparer.Ordinal);
    readonly LinkedList<StoredDocument> _byUse = new();
    readonly Lock _lock = new();
    long _bytes;

    /// <summary>How many documents are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byHash.Count;
            }
        }
    }

    /// <summary>The memory of their texts, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The document of a hash. False: it is not held.</summary>
    public bool TryFind(string hash, [NotNullWhen(true)] out StoredDocument? document)
    {
        lock (_lock)
        {
            document = null;
            if (!_byHash.TryGetValue(hash, out var node))
            {
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            document = node.Value;
            return true;
        }
    }

    /// <summary>
    /// Holds a document, whose hash the caller has verified and whose text is valid. False: it is larger than all may
    /// be together.
    /// </summary>
    public bool Add(StoredDocument document)
    {
        if (SizeOf(document) > maxBytes)
        {
            return false;
        }

        lock (_lock)
        {
            if (_byHash.ContainsKey(document.Hash))
            {
                return true;
            }

            _byHash.Add(document.Hash, _byUse.AddFirst(document));
            _bytes += SizeOf(document);
            while (_byHash.Count > maxEntries || _bytes > maxBytes)
            {
                var last = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _byHash.Remove(last.Hash);
                _bytes -= SizeOf(last);
            }

            return true;
        }
    }

    static long SizeOf(StoredDocument document) => 2L * document.Text.Length;
}
