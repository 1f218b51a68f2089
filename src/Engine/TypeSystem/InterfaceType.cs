using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An interface type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Interfaces"/>
public sealed class InterfaceType : ComplexType
{
    internal InterfaceType(ImmutableArray<TypeDefinitionNode> definitions)
        : base(definitions)
    {
    }
}
