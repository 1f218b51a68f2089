using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A type with a name. Types are compared by reference: a schema has one object a name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#NamedType"/>
public abstract class NamedType : GraphQLType, ISchemaElement
{
    private protected NamedType(ImmutableArray<TypeDefinitionNode> definitions)
    {
        Definitions = definitions;
        Name = definitions[0].Name.Value;
        Description = definitions[0].Description?.Value;
        AppliedDirectives = definitions is [var only]
            ? only.Directives
            : [.. definitions.SelectMany(definition => definition.Directives)];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What a reader of the schema is told, in Markdown; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>The directives that stand at the definition and its extensions, in the order of the source.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>The schema coordinate: the name.</summary>
    public string Coordinate => Name;

    /// <summary>What <c>@cost</c> says; null: nothing.</summary>
    internal double? Weight { get; set; }

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Where it is defined: the definition, and the extensions of it.</summary>
    internal ImmutableArray<TypeDefinitionNode> Definitions { get; }
}
