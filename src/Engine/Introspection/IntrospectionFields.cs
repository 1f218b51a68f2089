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
        var definitions = IntrospectionSchema.MetaFields;
        Schema = new Field(definitions[0], schema.QueryType, schema.FindType(definitions[0].Type)!, [])
        {
            Binding = new IntrospectionBinding(SchemaName, (view, _, _) => view),
        };
        var name = definitions[1].Arguments[0];
        Type = new Field(
            definitions[1],
            schema.QueryType,
            schema.FindType(definitions[1].Type)!,
            [new InputValue(name, $"{schema.QueryType}.__type(name:)", schema.FindType(name.Type)!, index: 0)])
        {
            Binding = new IntrospectionBinding(
                TypeFieldName,
                (view, _, arguments) => view.ClientTypesByName.GetValueOrDefault(arguments.Get<string>("name")!)),
        };
        TypeName = new Field(definitions[2], schema.QueryType, schema.FindType(definitions[2].Type)!, []);
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
