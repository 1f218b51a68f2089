namespace GraphApi.Distribution.AccessRecords;

/// <summary>What access records that were asked for are about.</summary>
/// <param name="SubjectId">A version, a person or a machine client; null: a day.</param>
/// <param name="VersionId">The version, where it is one; else null.</param>
readonly record struct RecordSubject(Guid? SubjectId, Guid? VersionId);
