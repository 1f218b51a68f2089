using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// The definitions and extensions of several type system documents, which count as one: what they define may be
/// extended, and referred to, in any of them. Whether they are valid is the affair of <see cref="DefinitionRules"/>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System-Extensions"/>
sealed class SchemaDefinitions
{
    /// <summary>Brings documents together.</summary>
    public SchemaDefinitions(IEnumerable<DocumentNode> documents)
    {
        All = [.. documents.SelectMany(document => document.Definitions)];
        Elements = [.. All.SelectMany(DefinitionElement.Of)];
        Types = All.OfType<TypeDefinitionNode>().ToLookup(type => type.Name.Value);
        Directives = [.. All.OfType<DirectiveDefinitionNode>()];
        Schema = [.. All.OfType<SchemaDefinitionNode>().OrderBy(schema => schema.IsExtension)];
    }

    /// <summary>All of them, in the order of the sources.</summary>
    public ImmutableArray<DefinitionNode> All { get; }

    /// <summary>All that directives may stand at, in the order of the sources.</summary>
    public ImmutableArray<DefinitionElement> Elements { get; }

    /// <summary>The definitions and extensions of each type by its name.</summary>
    public ILookup<string, TypeDefinitionNode> Types { get; }

    /// <summary>The definitions of directives.</summary>
    public ImmutableArray<DirectiveDefinitionNode> Directives { get; }

    /// <summary>
    /// The schema definition and its extensions, the definition first; empty: the names of types say it.
    /// </summary>
    public ImmutableArray<SchemaDefinitionNode> Schema { get; }

    /// <summary>Where types are referred to: the coordinate of what does, and the reference.</summary>
    public IEnumerable<(string Coordinate, NamedTypeNode Type)> References =>
    [
        .. Schema.SelectMany(schema => schema.OperationTypes, (_, operation) => ("schema", operation.Type)),
        .. All.OfType<TypeDefinitionNode>().SelectMany(Named, (type, named) => (type.Name.Value, named)),
        .. Elements.SelectMany(element => element.Node switch
        {
            FieldDefinitionNode node => [(element.Coordinate, Innermost(node.Type))],
            InputValueDefinitionNode node => [(element.Coordinate, Innermost(node.Type))],
            _ => Array.Empty<(string, NamedTypeNode)>(),
        }),
    ];

    /// <summary>What defines a directive, where the specification or a document does; of several the last.</summary>
    public DirectiveDefinitionNode? FindDirective(string name) =>
        SpecifiedDirectives.Find(name) ?? Directives.LastOrDefault(directive => directive.Name.Value == name);

    /// <summary>The interfaces that a type definition or extension declares.</summary>
    public static IEnumerable<NamedTypeNode> InterfacesOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode complex => complex.Interfaces,
        InterfaceTypeDefinitionNode complex => complex.Interfaces,
        _ => [],
    };

    /// <summary>The fields that a type definition or extension declares.</summary>
    public static IEnumerable<FieldDefinitionNode> FieldsOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode complex => complex.Fields,
        InterfaceTypeDefinitionNode complex => complex.Fields,
        _ => [],
    };

    static IEnumerable<NamedTypeNode> Named(TypeDefinitionNode type) =>
        type is UnionTypeDefinitionNode union ? union.Members : InterfacesOf(type);

    static NamedTypeNode Innermost(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Innermost(nonNull.Type),
        ListTypeNode list => Innermost(list.Type),
        _ => (NamedTypeNode)type,
    };
}
