using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// A row with something other than portions that is protected: reading a field of it that has <c>@recorded</c> leaves
/// an access record. What <see cref="SubjectFor"/> looks at must be loaded with each such field.
/// </summary>
interface IRecordedSubject
{
    /// <summary>What a viewer reads here; null: it is his own, or not shown to him.</summary>
    RecordSubject? SubjectFor(Viewer viewer);
}
