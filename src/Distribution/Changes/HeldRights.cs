namespace GraphApi.Distribution.Changes;

/// <summary>Rights under which a reader was told something.</summary>
/// <param name="Hash">The hash of them: of a <see cref="RightsState"/>.</param>
/// <param name="At">The last moment for which he was told something under them, UTC.</param>
readonly record struct HeldRights(ReadOnlyMemory<byte> Hash, DateTime At);
