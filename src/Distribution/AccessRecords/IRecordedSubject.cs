using GraphApi.Distribution.Access;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// A row with something other than portions that is protected: reading a field of it that has <c>@recorded</c> leaves
/// an access record. What <c>SubjectFor</c> looks at must be loaded with each such field.
/// </summary>
interface IRecordedSubject
{
    /// <summary>What a viewer reads here; null: it is his own, or not shown to him.</summary>
    RecordSubject? SubjectFor(Viewer viewer);

    /// <summary>
    /// What a viewer reads here with one of the fields: the same with each, unless the row tells them apart.
    /// </summary>
    RecordSubject? SubjectFor(Viewer viewer, Field field) => SubjectFor(viewer);
}
