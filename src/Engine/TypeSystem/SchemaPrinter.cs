using System.Collections.Immutable;
using System.Text;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Writes a schema as SDL: what the specification defines is left out, directives stand first, and types follow in the
/// order of the source. A schema built of the text is printed equal.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public static class SchemaPrinter
{
    static readonly ImmutableDictionary<OperationType, string> DefaultRoots = Enum.GetValues<OperationType>()
        .ToImmutableDictionary(operation => operation, operation => operation.ToString());

    /// <summary>The SDL of a schema, with a line terminator at the end.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="includeInternal">
    /// Whether directives that are internal, and what only they need, are printed too. Default: false, what clients are
    /// shown.
    /// </param>
    public static string Print(Schema schema, bool includeInternal = false)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return SetApart(Printer.Print(Document(schema, includeInternal)));
    }

    /// <summary>
    /// The SDL of one type as clients see it, with a line terminator at the end; null where they see no such type.
    /// </summary>
    public static string? PrintType(Schema schema, string name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var shown = schema.ClientDirectives.Select(directive => directive.Name).ToHashSet();
        return schema.ClientTypes.FirstOrDefault(type => type.Name == name) is { } type
            ? SetApart(Printer.Print(new DocumentNode([Node(type, shown)], default)))
            : null;
    }

    // A blank line before a member that is described, and none that holds spaces: the printer of trees does neither.
    static string SetApart(string sdl)
    {
        var text = new StringBuilder(sdl.Length * 9 / 8);
        var isInDescription = false;
        var opensBlock = true;
        foreach (var line in sdl.Split('\n'))
        {
            var trimmed = line.TrimStart(' ');
            if (!isInDescription && !opensBlock && trimmed.Length < line.Length && trimmed.StartsWith('"'))
            {
                text.Append('\n');
            }

            text.Append(trimmed.Length == 0 ? trimmed : line).Append('\n');
            isInDescription = isInDescription
                ? !EndsDescription(trimmed)
                : trimmed.StartsWith("\"\"\"", StringComparison.Ordinal)
                    && (trimmed.Length < 6 || !EndsDescription(trimmed));
            opensBlock = !isInDescription && line is [.., '{' or '('];
        }

        return text.ToString();
    }

    static bool EndsDescription(string line) =>
        line.EndsWith("\"\"\"", StringComparison.Ordinal) && !line.EndsWith("\\\"\"\"", StringComparison.Ordinal);

    static DocumentNode Document(Schema schema, bool includeInternal)
    {
        var types = includeInternal ? schema.Types : schema.ClientTypes;
        var directives = includeInternal ? schema.Directives : schema.ClientDirectives;
        var shown = directives.Select(directive => directive.Name).ToHashSet();
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (SchemaDefinition(schema, shown) is { } definition)
        {
            definitions.Add(definition);
        }

        definitions.AddRange(directives
            .Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name))
            .Select(directive => Node(directive, shown)));
        definitions.AddRange(types
            .Where(type => !BuiltInScalars.IsSpecified(type.Name))
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .Select(type => Node(type, shown)));
        return new DocumentNode(definitions.ToImmutable(), default);
    }

    // Left out where it says nothing that the names of the types do not say.
    static SchemaDefinitionNode? SchemaDefinition(Schema schema, HashSet<string> shown)
    {
        var roots = new (OperationType Operation, ObjectType? Type)[]
        {
            (OperationType.Query, schema.QueryType),
            (OperationType.Mutation, schema.MutationType),
            (OperationType.Subscription, schema.SubscriptionType),
        };
        var applied = Applied(schema.AppliedDirectives, shown);
        var isCommon = Array.TrueForAll(roots, root => root.Type is null
            ? schema.TypesByName.GetValueOrDefault(DefaultRoots[root.Operation]) is not ObjectType
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

    static DirectiveDefinitionNode Node(DirectiveDefinition directive, HashSet<string> shown) => new(
        Text(directive.Description),
        Name(directive.Name),
        [.. directive.Arguments.Select(argument => Node(argument, shown))],
        directive.IsRepeatable,
        [.. directive.Locations.Select(Name)],
        default);

    static TypeDefinitionNode Node(NamedType type, HashSet<string> shown)
    {
        var description = Text(type.Description);
        var name = Name(type.Name);
        var applied = Applied(type.AppliedDirectives, shown);
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode(description, false, name, applied, default),
            ObjectType complex => new ObjectTypeDefinitionNode(
                description,
                IsExtension: false,
                name,
                [.. complex.Interfaces.Select(Reference)],
                applied,
                [.. complex.Fields.Select(field => Node(field, shown))],
                default),
            InterfaceType complex => new InterfaceTypeDefinitionNode(
                description,
                IsExtension: false,
                name,
                [.. complex.Interfaces.Select(Reference)],
                applied,
                [.. complex.Fields.Select(field => Node(field, shown))],
                default),
            UnionType union => new UnionTypeDefinitionNode(
                description,
                IsExtension: false,
                name,
                applied,
                [.. union.Members.Select(Reference)],
                default),
            EnumType enumeration => new EnumTypeDefinitionNode(
                description,
                IsExtension: false,
                name,
                applied,
                [
                    .. enumeration.Values.Select(value => new EnumValueDefinitionNode(
                        Text(value.Description),
                        Name(value.Name),
                        Applied(value.AppliedDirectives, shown),
                        default)),
                ],
                default),
            _ => new InputObjectTypeDefinitionNode(
                description,
                IsExtension: false,
                name,
                applied,
                [.. ((InputObjectType)type).Fields.Select(field => Node(field, shown))],
                default),
        };
    }

    static FieldDefinitionNode Node(Field field, HashSet<string> shown) => new(
        Text(field.Description),
        Name(field.Name),
        [.. field.Arguments.Select(argument => Node(argument, shown))],
        Node(field.Type),
        Applied(field.AppliedDirectives, shown),
        default);

    static InputValueDefinitionNode Node(InputValue value, HashSet<string> shown) => new(
        Text(value.Description),
        Name(value.Name),
        Node(value.Type),
        value.DefaultValue,
        Applied(value.AppliedDirectives, shown),
        default);

    static TypeNode Node(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullTypeNode(Node(nonNull.OfType), default),
        ListType list => new ListTypeNode(Node(list.OfType), default),
        _ => Reference(type.Named),
    };

    static NamedTypeNode Reference(NamedType type) => new(Name(type.Name), default);

    static NameNode Name(string name) => new(name, default);

    static ImmutableArray<DirectiveNode> Applied(ImmutableArray<DirectiveNode> directives, HashSet<string> shown) =>
        directives.All(directive => shown.Contains(directive.Name.Value))
            ? directives
            : [.. directives.Where(directive => shown.Contains(directive.Name.Value))];

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
