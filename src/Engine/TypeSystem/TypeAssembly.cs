using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Makes types of definitions: first an empty object a name, then what they hold, so that types may refer to each
/// other. What cannot be resolved is reported and replaced or left out, so that one run finds everything. Mutable while
/// it works.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
sealed class TypeAssembly
{
    readonly SchemaErrors _errors;
    readonly Func<string, ScalarCoercion?> _coercion;
    readonly Dictionary<string, NamedType> _types = [];
    readonly Dictionary<string, NamedType> _missing = [];
    readonly HashSet<NamedType> _referenced = [];

    public TypeAssembly(SchemaErrors errors, Func<string, ScalarCoercion?> coercion)
    {
        _errors = errors;
        _coercion = coercion;
    }

    /// <summary>The types that some field, argument, union or interface refers to.</summary>
    public IReadOnlySet<NamedType> Referenced => _referenced;

    /// <summary>Makes all types, in the order of <paramref name="definitions"/>.</summary>
    public ImmutableArray<NamedType> Assemble(IReadOnlyList<TypeDefinitionNode> definitions)
    {
        foreach (var definition in definitions)
        {
            _types.Add(definition.Name.Value, Shell(definition));
        }

        foreach (var definition in definitions)
        {
            Fill(_types[definition.Name.Value], definition);
        }

        return [.. definitions.Select(definition => _types[definition.Name.Value])];
    }

    /// <summary>Makes a directive; types must be there.</summary>
    public DirectiveDefinition Assemble(DirectiveDefinitionNode node, bool isInternal)
    {
        var coordinate = $"@{node.Name.Value}";
        return new DirectiveDefinition(
            node.Name.Value,
            node.Description?.Value,
            InputValues(node.Arguments, name => $"{coordinate}({name}:)", "argument"),
            node.IsRepeatable,
            [.. node.Locations.Select(location => location.Value)])
        { IsInternal = isInternal };
    }

    /// <summary>The object type of that name; null, and reported, where it is something else.</summary>
    public ObjectType? RootType(OperationType operation, string name)
    {
        if (Named(name, "schema") is not ObjectType type)
        {
            _errors.Add("schema", $"{operation} root type must be an object type, it cannot be {name}.");
            return null;
        }

        return type;
    }

    NamedType Shell(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        var description = node.Description?.Value;
        return node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(
                name,
                description,
                node.Directives,
                Coercion(name),
                SpecifiedDirectives.SpecifiedByUrl(node.Directives)),
            ObjectTypeDefinitionNode => new ObjectType(name, description, node.Directives),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description, node.Directives),
            UnionTypeDefinitionNode => new UnionType(name, description, node.Directives),
            EnumTypeDefinitionNode => new EnumType(name, description, node.Directives),
            _ => new InputObjectType(name, description, node.Directives)
            {
                IsOneOf = SpecifiedDirectives.IsOneOf(node.Directives),
            },
        };
    }

    ScalarCoercion Coercion(string name)
    {
        if (_coercion(name) is { } coercion)
        {
            return coercion;
        }

        _errors.Add(name, $"The scalar \"{name}\" has no coercion.");
        return new UntypedScalar(name);
    }

    void Fill(NamedType type, TypeDefinitionNode definition)
    {
        switch (type, definition)
        {
            case (ObjectType complex, ObjectTypeDefinitionNode node):
                Fill(complex, node.Interfaces, node.Fields);
                break;
            case (InterfaceType complex, InterfaceTypeDefinitionNode node):
                Fill(complex, node.Interfaces, node.Fields);
                break;
            case (UnionType union, UnionTypeDefinitionNode node):
                union.Members = References<ObjectType>(node.Members, union.Name, "include", "Union", "object types");
                break;
            case (EnumType enumeration, EnumTypeDefinitionNode node):
                enumeration.Values = EnumValues(enumeration.Name, node.Values);
                enumeration.ValuesByName = enumeration.Values.ToFrozenDictionary(value => value.Name);
                break;
            case (InputObjectType input, InputObjectTypeDefinitionNode node):
                input.Fields = InputValues(node.Fields, name => $"{input.Name}.{name}", "field");
                input.FieldsByName = input.Fields.ToFrozenDictionary(field => field.Name);
                break;
        }
    }

    void Fill(
        ComplexType type,
        ImmutableArray<NamedTypeNode> interfaces,
        ImmutableArray<FieldDefinitionNode> fields)
    {
        type.Interfaces = References<InterfaceType>(interfaces, type.Name, "implement", "Type", "interfaces");
        type.Fields = Fields(type, fields);
        type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name);
    }

    ImmutableArray<T> References<T>(
        ImmutableArray<NamedTypeNode> nodes,
        string owner,
        string verb,
        string kind,
        string wanted)
        where T : NamedType
    {
        var references = ImmutableArray.CreateBuilder<T>(nodes.Length);
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            if (Named(name, owner) is not T type)
            {
                _errors.Add(owner, $"{kind} {owner} can only {verb} {wanted}, it cannot {verb} {name}.");
            }
            else if (references.Contains(type))
            {
                _errors.Add(owner, $"{kind} {owner} can {verb} {name} only once.");
            }
            else
            {
                references.Add(type);
            }
        }

        return references.DrainToImmutable();
    }

    ImmutableArray<Field> Fields(ComplexType type, ImmutableArray<FieldDefinitionNode> nodes)
    {
        var fields = ImmutableArray.CreateBuilder<Field>(nodes.Length);
        var names = new HashSet<string>();
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            var coordinate = $"{type.Name}.{name}";
            if (!names.Add(name))
            {
                _errors.Add(coordinate, $"Field \"{coordinate}\" can only be defined once.");
                continue;
            }

            fields.Add(new Field(
                name,
                node.Description?.Value,
                Resolve(node.Type, coordinate),
                InputValues(node.Arguments, argument => $"{coordinate}({argument}:)", "argument"),
                SpecifiedDirectives.DeprecationReason(node.Directives),
                node.Directives)
            { DeclaringType = type });
        }

        return fields.DrainToImmutable();
    }

    ImmutableArray<InputValue> InputValues(
        ImmutableArray<InputValueDefinitionNode> nodes,
        Func<string, string> coordinateOf,
        string kind)
    {
        var values = ImmutableArray.CreateBuilder<InputValue>(nodes.Length);
        var names = new HashSet<string>();
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            var coordinate = coordinateOf(name);
            if (!names.Add(name))
            {
                _errors.Add(coordinate, $"There can be only one {kind} \"{coordinate}\".");
                continue;
            }

            values.Add(new InputValue(
                name,
                node.Description?.Value,
                Resolve(node.Type, coordinate),
                node.DefaultValue,
                SpecifiedDirectives.DeprecationReason(node.Directives),
                node.Directives)
            { Index = values.Count });
        }

        return values.DrainToImmutable();
    }

    ImmutableArray<EnumValue> EnumValues(string owner, ImmutableArray<EnumValueDefinitionNode> nodes)
    {
        var values = ImmutableArray.CreateBuilder<EnumValue>(nodes.Length);
        var names = new HashSet<string>();
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            if (!names.Add(name))
            {
                _errors.Add($"{owner}.{name}", $"Enum value \"{owner}.{name}\" can only be defined once.");
                continue;
            }

            values.Add(new EnumValue(
                name,
                name,
                node.Description?.Value,
                SpecifiedDirectives.DeprecationReason(node.Directives),
                node.Directives));
        }

        return values.DrainToImmutable();
    }

    GraphQLType Resolve(TypeNode node, string coordinate) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type, coordinate)),
        ListTypeNode list => new ListType(Resolve(list.Type, coordinate)),
        _ => Named(((NamedTypeNode)node).Name.Value, coordinate),
    };

    NamedType Named(string name, string coordinate)
    {
        if (_types.TryGetValue(name, out var type))
        {
            _referenced.Add(type);
            return type;
        }

        _errors.Add(coordinate, $"Unknown type \"{name}\".");

        // A stand-in, which is input and output, keeps the other rules from reporting the same thing again.
        if (!_missing.TryGetValue(name, out var missing))
        {
            missing = new ScalarType(name, null, [], new UntypedScalar(name), null);
            _missing.Add(name, missing);
        }

        return missing;
    }
}
