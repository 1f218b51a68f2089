using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>Finds the element of a schema that a coordinate names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates.Semantics"/>
static class CoordinateResolution
{
    /// <summary>
    /// The element, null where its container has none of that name, or why it cannot have any: introspection types and
    /// meta-fields are no elements.
    /// </summary>
    public static (ISchemaElement? Element, string? Error) Resolve(Schema schema, SchemaCoordinate coordinate) =>
        coordinate switch
        {
            TypeCoordinate type => (Type(schema, type.TypeName), null),
            MemberCoordinate member => Member(schema, member),
            ArgumentCoordinate argument => Argument(schema, argument),
            DirectiveArgumentCoordinate argument =>
                schema.DirectivesByName.TryGetValue(argument.DirectiveName, out var owner)
                    ? (owner.ArgumentsByName.GetValueOrDefault(argument.ArgumentName), null)
                    : (null, $"Expected \"{argument.DirectiveName}\" to be defined as a directive in the schema."),
            _ => (schema.DirectivesByName.GetValueOrDefault(((DirectiveCoordinate)coordinate).DirectiveName), null),
        };

    static (ISchemaElement? Element, string? Error) Member(Schema schema, MemberCoordinate member) =>
        Type(schema, member.TypeName) switch
        {
            null => (null, Undefined(member.TypeName)),
            EnumType type => (type.ValuesByName.GetValueOrDefault(member.MemberName), null),
            InputObjectType type => (type.FieldsByName.GetValueOrDefault(member.MemberName), null),
            ComplexType type => (type.FieldsByName.GetValueOrDefault(member.MemberName), null),
            _ => (null, $"Expected \"{member.TypeName}\" to be an Enum, Input Object, Object or Interface type."),
        };

    static (ISchemaElement? Element, string? Error) Argument(Schema schema, ArgumentCoordinate argument) =>
        Type(schema, argument.TypeName) switch
        {
            null => (null, Undefined(argument.TypeName)),
            ComplexType type when type.FieldsByName.TryGetValue(argument.FieldName, out var field) =>
                (field.ArgumentsByName.GetValueOrDefault(argument.ArgumentName), null),
            ComplexType => (
                null,
                $"Expected \"{argument.FieldName}\" to exist as a field of type \"{argument.TypeName}\" in the "
                    + "schema."),
            _ => (null, $"Expected \"{argument.TypeName}\" to be an object type or interface type."),
        };

    static NamedType? Type(Schema schema, string name) =>
        name.StartsWith("__", StringComparison.Ordinal) ? null : schema.TypesByName.GetValueOrDefault(name);

    static string Undefined(string typeName) => $"Expected \"{typeName}\" to be defined as a type in the schema.";
}
