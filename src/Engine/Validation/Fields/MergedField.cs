using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>A field as it takes part in merging.</summary>
/// <param name="Id">The same for the same node on the same parent type.</param>
/// <param name="Node">The field as written.</param>
/// <param name="ParentType">The type it is selected on; null: unknown.</param>
/// <param name="Definition">The field it means; null: unknown.</param>
/// <param name="Parent">The field in whose selection set it was collected; null: a root field.</param>
sealed record MergedField(int Id, FieldNode Node, NamedType? ParentType, Field? Definition, MergedField? Parent);
