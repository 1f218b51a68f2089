using System.Collections.Immutable;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A type system that is complete but not yet known to be valid: what the schema rules look at.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
sealed record SchemaDraft
{
    /// <summary>The schema definition and its extensions, the definition first; may be empty.</summary>
    public required ImmutableArray<SchemaDefinitionNode> Definitions { get; init; }

    /// <summary>All types, those of the specification last.</summary>
    public required ImmutableArray<NamedType> Types { get; init; }

    /// <summary>All directives, those of the specification last.</summary>
    public required ImmutableArray<DirectiveDefinition> Directives { get; init; }

    /// <summary>The root types by operation, whatever their kind.</summary>
    public required ImmutableDictionary<OperationType, NamedType> RootTypes { get; init; }

    /// <summary>The directives at the schema definition and its extensions.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives =>
        [.. Definitions.SelectMany(definition => definition.Directives)];

    /// <summary>The types that the documents define.</summary>
    public IEnumerable<NamedType> DefinedTypes => Types.Where(type => !IntrospectionSchema.Defines(type.Name));

    /// <summary>The directives that the documents define.</summary>
    public IEnumerable<DirectiveDefinition> DefinedDirectives =>
        Directives.Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name));

    /// <summary>Everything that the documents define.</summary>
    public IEnumerable<ISchemaElement> Elements =>
    [
        .. DefinedDirectives,
        .. DefinedTypes,
        .. DefinedTypes.OfType<ComplexType>().SelectMany(type => type.Fields),
        .. DefinedTypes.OfType<EnumType>().SelectMany(type => type.Values),
        .. InputValues,
    ];

    /// <summary>The arguments and input fields that the documents define.</summary>
    public IEnumerable<InputValue> InputValues =>
    [
        .. DefinedTypes.OfType<ComplexType>().SelectMany(type => type.Fields).SelectMany(f => f.Arguments),
        .. DefinedTypes.OfType<InputObjectType>().SelectMany(type => type.Fields),
        .. DefinedDirectives.SelectMany(directive => directive.Arguments),
    ];

    /// <summary>The node that defines an element: of a type its definition without extensions.</summary>
    public static SyntaxNode NodeOf(ISchemaElement element) => element switch
    {
        NamedType type => type.Definitions[0],
        Field field => field.Definition,
        EnumValue value => value.Definition,
        InputValue input => input.Definition,
        _ => ((DirectiveDefinition)element).Definition,
    };

    /// <summary>The directives applied to an element.</summary>
    public static ImmutableArray<DirectiveNode> DirectivesOf(ISchemaElement element) => element switch
    {
        NamedType type => type.AppliedDirectives,
        Field field => field.AppliedDirectives,
        EnumValue value => value.AppliedDirectives,
        InputValue input => input.AppliedDirectives,
        _ => [],
    };
}
