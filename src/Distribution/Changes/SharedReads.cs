using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Changes;

/// <summary>What was read once for several, of each of whom it is recorded. Mutable.</summary>
sealed class SharedReads
{
    /// <summary>The portions.</summary>
    public List<IRecordedContent> Content { get; } = [];

    /// <summary>
    /// Whether something else was read that leaves a record. Whether it does depends on who reads, so it is not shared.
    /// </summary>
    public bool HasOther { get; set; }
}
