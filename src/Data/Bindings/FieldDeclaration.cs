using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>What a field was declared to be; it becomes a binding when all types are known.</summary>
abstract class FieldDeclaration
{
    /// <summary>The binding; null where it cannot be made, which is then in the errors of the schema.</summary>
    internal abstract FieldBinding? Bind(DataSchema schema, FieldUse use);
}
