using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An object type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects"/>
public sealed class ObjectType : ComplexType
{
    internal ObjectType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions)
    {
    }

    /// <summary>
    /// The CLR type of its rows; null: unknown. A field of abstract type finds the object type of a row by it.
    /// </summary>
    public Type? RowType { get; internal set; }
}
