using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Makes types of definitions that keep the <see cref="DefinitionRules"/>: first an empty object a name, then what they
/// hold, so that types may refer to each other. Interfaces that are none, and union members that are no objects, are
/// left out, and reported by the <see cref="SchemaRules"/>. Mutable while it works.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
sealed class TypeAssembly(SchemaErrors errors, Func<string, ScalarCoercion?> coercionOf)
{
    readonly Dictionary<string, NamedType> _types = [];
    readonly HashSet<NamedType> _referenced = [];

    /// <summary>The types that some field, argument, union or interface refers to.</summary>
    public IReadOnlySet<NamedType> Referenced => _referenced;

    /// <summary>Makes all types.</summary>
    /// <param name="definitions">The definition of each, with the extensions of it behind it.</param>
    public ImmutableArray<NamedType> Assemble(IEnumerable<ImmutableArray<TypeDefinitionNode>> definitions)
    {
        var types = definitions.Select(Shell).ToImmutableArray();
        foreach (var type in types)
        {
            _types.Add(type.Name, type);
        }

        foreach (var type in types)
        {
            Fill(type);
        }

        return types;
    }

    /// <summary>Makes a directive; types must be there.</summary>
    public DirectiveDefinition Assemble(DirectiveDefinitionNode node, bool isInternal) =>
        new(node, Arguments(node.Arguments, $"@{node.Name.Value}"), isInternal);

    /// <summary>The type of that name, which is there.</summary>
    public NamedType Named(string name)
    {
        var type = _types[name];
        _referenced.Add(type);
        return type;
    }

    NamedType Shell(ImmutableArray<TypeDefinitionNode> definitions) => definitions[0] switch
    {
        ScalarTypeDefinitionNode scalar => new ScalarType(definitions, Coercion(scalar)),
        ObjectTypeDefinitionNode => new ObjectType(definitions),
        InterfaceTypeDefinitionNode => new InterfaceType(definitions),
        UnionTypeDefinitionNode => new UnionType(definitions),
        EnumTypeDefinitionNode => new EnumType(definitions),
        _ => new InputObjectType(definitions),
    };

    ScalarCoercion Coercion(ScalarTypeDefinitionNode node)
    {
        var name = node.Name.Value;
        if (coercionOf(name) is { } coercion)
        {
            return coercion;
        }

        errors.Add(name, $"The scalar \"{name}\" has no coercion.", node);
        return new UntypedScalar(name);
    }

    void Fill(NamedType type)
    {
        switch (type)
        {
            case ComplexType complex:
                complex.Interfaces = Distinct<InterfaceType>(
                    type.Definitions.SelectMany(SchemaDefinitions.InterfacesOf));
                complex.Fields = [.. type.Definitions.SelectMany(SchemaDefinitions.FieldsOf).Select(node => new Field(
                    node,
                    complex,
                    Resolve(node.Type),
                    Arguments(node.Arguments, $"{type.Name}.{node.Name.Value}")))];
                complex.FieldsByName = complex.Fields.ToFrozenDictionary(field => field.Name);
                break;
            case UnionType union:
                union.Members = Distinct<ObjectType>(
                    type.Definitions.Cast<UnionTypeDefinitionNode>().SelectMany(node => node.Members));
                break;
            case EnumType enumeration:
                enumeration.Values =
                [
                    .. type.Definitions.Cast<EnumTypeDefinitionNode>().SelectMany(node => node.Values)
                        .Select(value => new EnumValue(value, type.Name)),
                ];
                enumeration.ValuesByName = enumeration.Values.ToFrozenDictionary(value => value.Name);
                break;
            case InputObjectType input:
                input.Fields = InputValues(
                    type.Definitions.Cast<InputObjectTypeDefinitionNode>().SelectMany(node => node.Fields),
                    name => $"{type.Name}.{name}");
                input.FieldsByName = input.Fields.ToFrozenDictionary(field => field.Name);
                break;
        }
    }

    ImmutableArray<T> Distinct<T>(IEnumerable<NamedTypeNode> nodes)
        where T : NamedType =>
        [.. nodes.Select(node => Named(node.Name.Value)).OfType<T>().Distinct()];

    ImmutableArray<InputValue> Arguments(ImmutableArray<InputValueDefinitionNode> nodes, string owner) =>
        InputValues(nodes, name => $"{owner}({name}:)");

    ImmutableArray<InputValue> InputValues(
        IEnumerable<InputValueDefinitionNode> nodes,
        Func<string, string> coordinateOf) =>
        [.. nodes.Select((node, i) => new InputValue(node, coordinateOf(node.Name.Value), Resolve(node.Type), i))];

    GraphQLType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        ListTypeNode list => new ListType(Resolve(list.Type)),
        _ => Named(((NamedTypeNode)node).Name.Value),
    };
}
