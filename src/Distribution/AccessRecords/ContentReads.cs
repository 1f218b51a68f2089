using System.Runtime.InteropServices;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>What content one request has read so far, by version. Mutable.</summary>
sealed class ContentReads
{
    readonly Dictionary<Guid, Entry> _versions = [];

    /// <summary>How many versions.</summary>
    public int Count => _versions.Count;

    /// <summary>The versions, the center that made each, and the portions.</summary>
    public IEnumerable<(Guid VersionId, Guid OriginatorId, byte[] Portions)> Versions =>
        _versions.Select(version => (version.Key, version.Value.OriginatorId, version.Value.Portions.ToBytes()));

    /// <summary>Adds a portion; once more is as good as once.</summary>
    public void Add(IRecordedContent content)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_versions, content.VersionId, out _);
        entry.OriginatorId = content.OriginatorId;
        entry.Portions.Add(content.Ordinal);
    }

    struct Entry
    {
        public Guid OriginatorId;
        public PortionSet Portions;
    }
}
