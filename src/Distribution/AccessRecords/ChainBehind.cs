namespace GraphApi.Distribution.AccessRecords;

/// <summary>A chain that has no head at its end.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="End">The place of its last record; null: it has none.</param>
/// <param name="EndHash">The hash of that record; null: there is none.</param>
sealed record ChainBehind(Guid Id, long Number, byte[] Hash, long? End, byte[]? EndHash);
