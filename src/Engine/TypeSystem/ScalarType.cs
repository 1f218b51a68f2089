using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A scalar type: its name and documentation from the SDL, its coercion from <see cref="Coercion"/>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars"/>
public sealed class ScalarType : NamedType
{
    internal ScalarType(ImmutableArray<TypeDefinitionNode> definitions, ScalarCoercion coercion)
        : base(definitions)
    {
        Coercion = coercion;
        SpecifiedByUrl = SpecifiedDirectives.SpecifiedByUrl(AppliedDirectives);
    }

    /// <summary>How its values are read and written.</summary>
    public ScalarCoercion Coercion { get; }

    /// <summary>The document that specifies it (<c>@specifiedBy</c>); null: none.</summary>
    public string? SpecifiedByUrl { get; }
}
