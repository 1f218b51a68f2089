namespace GraphApi.Distribution.AccessRecords;

/// <summary>A read outside the audience, as <see cref="Reconciler"/> reads it.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="VersionId">The version.</param>
/// <param name="OriginatorId">The center that made the version.</param>
sealed record OutsideRead(Guid RecordId, Guid VersionId, Guid OriginatorId);
