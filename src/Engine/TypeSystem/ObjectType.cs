using System.Collections.Immutable;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An object type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects"/>
public sealed class ObjectType : ComplexType
{
    internal ObjectType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions) => EncodedName = JsonEncodedText.Encode(Name);

    /// <summary>The name, ready to be written as the value of <c>__typename</c>.</summary>
    internal JsonEncodedText EncodedName { get; }

    /// <summary>
    /// The CLR type of its rows; null: unknown. A field of abstract type finds the object type of a row by it.
    /// </summary>
    public Type? RowType { get; internal set; }
}
