using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>The input fields that a literal of a schema names, however deep.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Values"/>
static class LiteralFields
{
    /// <summary>The fields that the default of an argument or input field names; without default none.</summary>
    public static IEnumerable<InputValue> OfDefault(InputValue input) =>
        input.DefaultValue is { } value ? Of(value, input.Type) : [];

    /// <summary>The fields that a value names.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type it is a value of.</param>
    public static IEnumerable<InputValue> Of(ValueNode value, GraphQLType type) => value switch
    {
        ListValueNode list => list.Values.SelectMany(item => Of(item, type)),
        ObjectValueNode node when type.Named is InputObjectType input =>
            from entry in node.Fields
            let field = input.FieldsByName[entry.Name.Value]
            from named in Of(entry.Value, field.Type).Prepend(field)
            select named,
        _ => [],
    };
}
