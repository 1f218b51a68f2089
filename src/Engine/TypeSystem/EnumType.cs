using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An enum type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums"/>
public sealed class EnumType : NamedType
{
    internal EnumType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions)
    {
    }

    /// <summary>The values in the order of the source.</summary>
    public ImmutableArray<EnumValue> Values { get; internal set; } = [];

    /// <summary>The values by name.</summary>
    public FrozenDictionary<string, EnumValue> ValuesByName { get; internal set; } =
        FrozenDictionary<string, EnumValue>.Empty;

    /// <summary>The CLR enum behind it; null: its values are their names (strings).</summary>
    public Type? ClrType { get; internal set; }
}
