namespace GraphApi.Engine.TypeSystem;

/// <summary>Makes a <see cref="Schema"/> of SDL and bindings.</summary>
public sealed class SchemaBuilder
{
}
