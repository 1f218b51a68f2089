using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Introspection;

/// <summary>
/// The meta-fields of a schema. They can be selected without being among the fields of a type: <see cref="TypeName"/>
/// on every composite type, the others on the query root.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection"/>
public sealed class IntrospectionFields
{
    /// <summary>The name of <see cref="TypeName"/>.</summary>
    public const string TypeNameName = "__typename";

    /// <summary>The name of <see cref="Schema"/>.</summary>
    public const string SchemaName = "__schema";

    /// <summary>The name of <see cref="Type"/>.</summary>
    public const string TypeFieldName = "__type";

    internal IntrospectionFields(Schema schema)
    {
        var text = new NonNullType(schema.TypesByName["String"]);
        Schema = new Field(
            SchemaName,
            "The schema this server runs.",
            new NonNullType(schema.TypesByName["__Schema"]),
            [],
            deprecationReason: null,
            appliedDirectives: [])
        {
            DeclaringType = schema.QueryType,
            Binding = new IntrospectionBinding(SchemaName, (owner, _, _) => owner),
        };
        Type = new Field(
            TypeFieldName,
            "A type of the schema; null where it has none of that name.",
            schema.TypesByName["__Type"],
            [new InputValue("name", "The name of the type.", text, null, null, [])],
            deprecationReason: null,
            appliedDirectives: [])
        {
            DeclaringType = schema.QueryType,
            Binding = new IntrospectionBinding(
                TypeFieldName,
                (owner, _, arguments) => owner.ClientTypesByName.GetValueOrDefault(arguments.Get<string>("name")!)),
        };
        TypeName = new Field(
            TypeNameName,
            "The name of the object type.",
            text,
            [],
            deprecationReason: null,
            appliedDirectives: [])
        { DeclaringType = schema.QueryType };
    }

    /// <summary><c>__schema: __Schema!</c></summary>
    public Field Schema { get; }

    /// <summary><c>__type(name: String!): __Type</c></summary>
    public Field Type { get; }

    /// <summary>
    /// <c>__typename: String!</c>. It has no binding: its value is the name of the object type the selection is planned
    /// for.
    /// </summary>
    public Field TypeName { get; }
}
