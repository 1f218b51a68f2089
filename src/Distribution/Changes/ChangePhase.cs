namespace GraphApi.Distribution.Changes;

/// <summary>What a reader is in the middle of. The numbers stand in cursors: append, never renumber.</summary>
enum ChangePhase
{
    /// <summary>The log.</summary>
    Log,

    /// <summary>What his rights of before let him see of what is in force, and his rights of now do not.</summary>
    Revoked,

    /// <summary>What his rights of before let him see, and what was taken from its audience since.</summary>
    Removed,

    /// <summary>What his rights of now let him see, and his rights of before did not.</summary>
    Granted,

    /// <summary>A snapshot.</summary>
    Snapshot,
}
