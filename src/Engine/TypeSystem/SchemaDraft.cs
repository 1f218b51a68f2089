using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A type system that is complete but not yet known to be valid: what the schema rules look at.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
sealed record SchemaDraft
{
    /// <summary>What a reader is told of the whole; null: nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>The directives at the schema definition.</summary>
    public required ImmutableArray<DirectiveNode> AppliedDirectives { get; init; }

    /// <summary>All types, those of the specification last.</summary>
    public required ImmutableArray<NamedType> Types { get; init; }

    /// <summary>All directives, those of the specification last.</summary>
    public required ImmutableArray<DirectiveDefinition> Directives { get; init; }

    /// <summary>The root types by operation; what is not an object type is left out and reported.</summary>
    public required ImmutableDictionary<OperationType, ObjectType> RootTypes { get; init; }

    /// <summary>The names of what the specification defines: built-in scalars and introspection types.</summary>
    public required ImmutableHashSet<string> SpecifiedTypes { get; init; }

    /// <summary>The types that the documents define.</summary>
    public IEnumerable<NamedType> DefinedTypes => Types.Where(type => !SpecifiedTypes.Contains(type.Name));

    /// <summary>The directives that the documents define.</summary>
    public IEnumerable<DirectiveDefinition> DefinedDirectives =>
        Directives.Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name));

    /// <summary>Everything that the documents define, but the schema and the directives themselves.</summary>
    public IEnumerable<SchemaElement> Elements =>
        DefinedTypes.SelectMany(SchemaElement.Of).Concat(DefinedDirectives.SelectMany(SchemaElement.Of));

    /// <summary>The arguments and input fields that the documents define, with their coordinates.</summary>
    public IEnumerable<(string Coordinate, InputValue Value)> InputValues =>
    [
        .. DefinedTypes.OfType<ComplexType>().SelectMany(type => type.Fields).SelectMany(
            of => of.Arguments,
            (of, argument) => ($"{of.Coordinate}({argument.Name}:)", argument)),
        .. DefinedTypes.OfType<InputObjectType>().SelectMany(
            type => type.Fields,
            (type, input) => ($"{type.Name}.{input.Name}", input)),
        .. DefinedDirectives.SelectMany(
            directive => directive.Arguments,
            (directive, argument) => ($"@{directive.Name}({argument.Name}:)", argument)),
    ];
}
