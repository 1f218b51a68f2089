using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A valid type system with its bindings. Immutable; made by <see cref="SchemaBuilder"/>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed class Schema
{
    internal Schema(
        string? description,
        ObjectType queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        ImmutableArray<NamedType> types,
        ImmutableArray<DirectiveDefinition> directives,
        ImmutableArray<DirectiveNode> appliedDirectives)
    {
        Description = description;
        AppliedDirectives = appliedDirectives;
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Types = types;
        TypesByName = types.ToFrozenDictionary(t => t.Name);
        Directives = directives;
        DirectivesByName = directives.ToFrozenDictionary(d => d.Name);
        var objects = types.OfType<ObjectType>().ToList();
        PossibleTypesByName = types.Where(t => t is InterfaceType or UnionType or ObjectType).ToFrozenDictionary(
            t => t.Name,
            t => t switch
            {
                ObjectType single => [single],
                UnionType union => union.Members,
                _ => [.. objects.Where(o => o.Interfaces.Contains(t))],
            });
        ClientTypes = ClientView.Types(types, directives);
        ClientTypesByName = ClientTypes.ToFrozenDictionary(t => t.Name);
        ClientDirectives = ClientView.Directives(directives);
        Introspection = new IntrospectionFields(this);
    }

    /// <summary>What a reader is told of the whole; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>The root of queries.</summary>
    public ObjectType QueryType { get; }

    /// <summary>The root of mutations; null: there are none.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root of subscriptions; null: there are none.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All types, built-in and introspection types included, in the order of the source.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>All types by name.</summary>
    public FrozenDictionary<string, NamedType> TypesByName { get; }

    /// <summary>All directives, built-in ones included.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    /// <summary>All directives by name.</summary>
    public FrozenDictionary<string, DirectiveDefinition> DirectivesByName { get; }

    /// <summary>The directives at the schema definition.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>
    /// The fields that can be selected without being declared: <c>__schema</c>, <c>__type</c>, <c>__typename</c>.
    /// </summary>
    public IntrospectionFields Introspection { get; }

    /// <summary>The types clients are shown: all but those that only internal directives need.</summary>
    internal ImmutableArray<NamedType> ClientTypes { get; }

    /// <summary><see cref="ClientTypes"/> by name.</summary>
    internal FrozenDictionary<string, NamedType> ClientTypesByName { get; }

    /// <summary>The directives clients are shown: all but internal ones.</summary>
    internal ImmutableArray<DirectiveDefinition> ClientDirectives { get; }

    FrozenDictionary<string, ImmutableArray<ObjectType>> PossibleTypesByName { get; }

    /// <summary>
    /// The object types a value of <paramref name="type"/> can be: itself, the members, or the implementations.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetPossibleTypes()"/>
    public ImmutableArray<ObjectType> GetPossibleTypes(NamedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return PossibleTypesByName.TryGetValue(type.Name, out var possible) ? possible : [];
    }

    /// <summary>
    /// The field that a selection of <paramref name="name"/> on <paramref name="type"/> means, meta-fields included;
    /// null where there is none.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
    public Field? FindField(NamedType type, string name)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        if (type is ComplexType complex && complex.FieldsByName.TryGetValue(name, out var field))
        {
            return field;
        }

        return name switch
        {
            IntrospectionFields.TypeNameName when type is ComplexType or UnionType => Introspection.TypeName,
            IntrospectionFields.SchemaName when type == QueryType => Introspection.Schema,
            IntrospectionFields.TypeFieldName when type == QueryType => Introspection.Type,
            _ => null,
        };
    }

    /// <summary>
    /// The element that a coordinate names, hidden ones included; null where its container exists and has none of that
    /// name. Meta-fields and introspection types are no elements of a schema.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// What should contain the element does not exist, or is of a kind that contains none.
    /// </exception>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates.Semantics"/>
    public ISchemaElement? FindElement(SchemaCoordinate coordinate)
    {
        ArgumentNullException.ThrowIfNull(coordinate);
        var (element, error) = CoordinateResolution.Resolve(this, coordinate);
        return error is null ? element : throw new ArgumentException(error, nameof(coordinate));
    }

    /// <summary>The type that a reference in a document means; null where the schema has none of that name.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Type-References"/>
    public GraphQLType? FindType(TypeNode reference) => reference switch
    {
        NonNullTypeNode nonNull => FindType(nonNull.Type) is { } type ? new NonNullType(type) : null,
        ListTypeNode list => FindType(list.Type) is { } type ? new ListType(type) : null,
        NamedTypeNode named => TypesByName.GetValueOrDefault(named.Name.Value),
        null => throw new ArgumentNullException(nameof(reference)),
        _ => null,
    };
}
