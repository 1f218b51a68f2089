using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An input object type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects"/>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions) =>
        IsOneOf = SpecifiedDirectives.IsOneOf(AppliedDirectives);

    /// <summary>The fields in the order of the source.</summary>
    public ImmutableArray<InputValue> Fields { get; internal set; } = [];

    /// <summary>The fields by name.</summary>
    public FrozenDictionary<string, InputValue> FieldsByName { get; internal set; } =
        FrozenDictionary<string, InputValue>.Empty;

    /// <summary>Whether exactly one field must be given, and not null (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; }
}
