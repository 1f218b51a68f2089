namespace GraphApi.Distribution.AccessRecords;

/// <summary>What is read, besides portions, that leaves a record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SubjectId">As <see cref="AccessRecord.SubjectId"/>.</param>
/// <param name="VersionId">The version; null: none.</param>
/// <param name="OriginatorId">The center that made the version; null: there is none, or the rights tell.</param>
/// <param name="SearchHash">As <see cref="AccessRecord.SearchHash"/>.</param>
readonly record struct RecordSubject(
    AccessRecordKind Kind,
    Guid? SubjectId,
    Guid? VersionId,
    Guid? OriginatorId = null,
    string? SearchHash = null)
{
    /// <summary>Access records.</summary>
    /// <param name="subjectId">Whose, or of which version; null: a day's.</param>
    /// <param name="versionId">The version, where they are of one; else null.</param>
    public static RecordSubject Records(Guid? subjectId, Guid? versionId) =>
        new(AccessRecordKind.RecordRead, subjectId, versionId);

    /// <summary>What stands behind a version.</summary>
    /// <param name="versionId">The version.</param>
    /// <param name="originatorId">The center that made it.</param>
    public static RecordSubject Background(Guid versionId, Guid originatorId) =>
        new(AccessRecordKind.BackgroundRead, SubjectId: null, versionId, originatorId);
}
