using System.Collections.Immutable;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Costs;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// The definitions of a schema as a syntax tree: what the specification defines is left out, directives stand first,
/// and types follow in the order of the source.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="hidden">Types, directives, fields, arguments and input fields that are left out besides.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
sealed class SchemaDocument(Schema schema, IReadOnlySet<ISchemaElement> hidden)
{
    static readonly ImmutableDictionary<OperationType, string> DefaultRoots = Enum.GetValues<OperationType>()
        .ToImmutableDictionary(operation => operation, operation => operation.ToString());

    /// <summary>All definitions.</summary>
    public DocumentNode Whole()
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (SchemaDefinition() is { } definition)
        {
            definitions.Add(definition);
        }

        definitions.AddRange(schema.Directives
            .Where(directive => Shows(directive) && !SpecifiedDirectives.IsSpecified(directive.Name))
            .Select(Node));
        definitions.AddRange(schema.Types
            .Where(Shows)
            .Where(type => !BuiltInScalars.IsSpecified(type.Name))
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .Select(Node));
        return new DocumentNode(definitions.ToImmutable(), default);
    }

    /// <summary>The definition of one type alone.</summary>
    public DocumentNode Of(NamedType type) => new([Node(type)], default);

    bool Shows(ISchemaElement element) => !hidden.Contains(element);

    // Left out where it says nothing that the names of the types do not say.
    SchemaDefinitionNode? SchemaDefinition()
    {
        var roots = new (OperationType Operation, ObjectType? Type)[]
        {
            (OperationType.Query, schema.QueryType),
            (OperationType.Mutation, schema.MutationType),
            (OperationType.Subscription, schema.SubscriptionType),
        };
        roots = Array.ConvertAll(roots, root => root.Type is { } type && Shows(type) ? root : (root.Operation, null));
        var applied = Applied(schema.AppliedDirectives);
        var isCommon = Array.TrueForAll(roots, root => root.Type is null
            ? schema.TypesByName.GetValueOrDefault(DefaultRoots[root.Operation]) is not ObjectType other
                || !Shows(other)
            : root.Type.Name == DefaultRoots[root.Operation]);
        return isCommon && schema.Description is null && applied.IsEmpty
            ? null
            : new SchemaDefinitionNode(
                Text(schema.Description),
                IsExtension: false,
                applied,
                [
                    .. roots.Where(root => root.Type is not null).Select(root =>
                        new OperationTypeDefinitionNode(root.Operation, Reference(root.Type!), default)),
                ],
                default);
    }

    DirectiveDefinitionNode Node(DirectiveDefinition directive) => new(
        Text(directive.Description),
        Name(directive.Name),
        Nodes(directive.Arguments),
        directive.IsRepeatable,
        [.. directive.Locations.Select(Name)],
        default);

    TypeDefinitionNode Node(NamedType type)
    {
        var description = Text(type.Description);
        var name = Name(type.Name);
        var applied = Applied(type.AppliedDirectives);
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode(description, false, name, applied, default),
            ObjectType complex => new ObjectTypeDefinitionNode(
                description, false, name, References(complex.Interfaces), applied, Nodes(complex), default),
            InterfaceType complex => new InterfaceTypeDefinitionNode(
                description, false, name, References(complex.Interfaces), applied, Nodes(complex), default),
            UnionType union => new UnionTypeDefinitionNode(
                description, false, name, applied, References(union.Members), default),
            EnumType enumeration => new EnumTypeDefinitionNode(
                description,
                false,
                name,
                applied,
                [
                    .. enumeration.Values.Select(value => new EnumValueDefinitionNode(
                        Text(value.Description), Name(value.Name), Applied(value.AppliedDirectives), default)),
                ],
                default),
            _ => new InputObjectTypeDefinitionNode(
                description, false, name, applied, Nodes(((InputObjectType)type).Fields), default),
        };
    }

    ImmutableArray<FieldDefinitionNode> Nodes(ComplexType type) =>
    [
        .. type.Fields.Where(Shows).Select(field => new FieldDefinitionNode(
            Text(field.Description),
            Name(field.Name),
            Nodes(field.Arguments),
            Node(field.Type),
            [.. Applied(field.AppliedDirectives).Select(directive => Sized(field, directive)).OfType<DirectiveNode>()],
            default)),
    ];

    ImmutableArray<InputValueDefinitionNode> Nodes(ImmutableArray<InputValue> inputs) =>
    [
        .. inputs.Where(Shows).Select(input => new InputValueDefinitionNode(
            Text(input.Description),
            Name(input.Name),
            Node(input.Type),
            input.DefaultValue,
            Applied(input.AppliedDirectives),
            default)),
    ];

    ImmutableArray<NamedTypeNode> References<T>(ImmutableArray<T> types)
        where T : NamedType => [.. types.Where(Shows).Select(Reference)];

    static TypeNode Node(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullTypeNode(Node(nonNull.OfType), default),
        ListType list => new ListTypeNode(Node(list.OfType), default),
        _ => Reference(type.Named),
    };

    static NamedTypeNode Reference(NamedType type) => new(Name(type.Name), default);

    static NameNode Name(string name) => new(name, default);

    ImmutableArray<DirectiveNode> Applied(ImmutableArray<DirectiveNode> directives) =>
        directives.All(IsShown) ? directives : [.. directives.Where(IsShown)];

    bool IsShown(DirectiveNode applied) =>
        schema.DirectivesByName[applied.Name.Value] is var directive
        && Shows(directive)
        && applied.Arguments.All(argument =>
            LiteralFields.Of(argument.Value, directive.ArgumentsByName[argument.Name.Value].Type).All(Shows));

    // @listSize names arguments and fields in strings; what is left out is not named.
    DirectiveNode? Sized(Field field, DirectiveNode directive) => directive.Name.Value == CostDirectives.ListSize
        ? ListSizeNames.Keep(
            directive,
            field.Type,
            argument => !field.ArgumentsByName.TryGetValue(argument, out var sliced) || Shows(sliced),
            name => field.Type.Named is not ComplexType type
                || !type.FieldsByName.TryGetValue(name, out var sized)
                || Shows(sized))
        : directive;

    static StringValueNode? Text(string? description) =>
        description is null ? null : new StringValueNode(description, IsBlock(description), default);

    // A block string cannot say everything: it has no escapes, and loses blank lines at its ends and its indentation.
    static bool IsBlock(string text)
    {
        var lines = text.Split('\n');
        return !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            && !string.IsNullOrWhiteSpace(lines[0])
            && !string.IsNullOrWhiteSpace(lines[^1])
            && !Array.Exists(lines, line => line.Length > 0 && string.IsNullOrWhiteSpace(line))
            && Array.Exists(lines, line => line.Length > 0 && line[0] is not (' ' or '\t'));
    }
}
