using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A type with fields: an object or an interface.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
public abstract class ComplexType : NamedType
{
    private protected ComplexType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions)
    {
    }

    /// <summary>The fields in the order of the source.</summary>
    public ImmutableArray<Field> Fields { get; internal set; } = [];

    /// <summary>The fields by name.</summary>
    public FrozenDictionary<string, Field> FieldsByName { get; internal set; } = FrozenDictionary<string, Field>.Empty;

    /// <summary>The interfaces it declares.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];
}
