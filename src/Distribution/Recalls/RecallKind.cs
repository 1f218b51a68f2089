namespace GraphApi.Distribution.Recalls;

/// <summary>What a notice says of what it is about.</summary>
enum RecallKind
{
    /// <summary>Something in it was wrong; it stays valid as corrected.</summary>
    CorrectionNotice,

    /// <summary>It must not be used any more; another version takes its place.</summary>
    RecallAndReplace,

    /// <summary>It must not be used any more.</summary>
    Recall,
}
