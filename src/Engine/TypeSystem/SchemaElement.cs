using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Something of a schema that has a name and may have directives: a type, a field, an argument, an enum value.
/// </summary>
/// <param name="Coordinate">Its schema coordinate.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">What it is, as a directive location.</param>
/// <param name="Directives">The directives at its definition.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
readonly record struct SchemaElement(
    string Coordinate,
    string Name,
    string Location,
    ImmutableArray<DirectiveNode> Directives)
{
    /// <summary>A type and all it holds.</summary>
    public static IEnumerable<SchemaElement> Of(NamedType type)
    {
        var self = new SchemaElement(type.Name, type.Name, LocationOf(type), type.AppliedDirectives);
        return type switch
        {
            ComplexType complex => complex.Fields.SelectMany(Of).Prepend(self),
            EnumType enumeration => enumeration.Values.Select(value => new SchemaElement(
                $"{type.Name}.{value.Name}",
                value.Name,
                DirectiveLocations.EnumValue,
                value.AppliedDirectives)).Prepend(self),
            InputObjectType input => input.Fields.Select(field => new SchemaElement(
                $"{type.Name}.{field.Name}",
                field.Name,
                DirectiveLocations.InputFieldDefinition,
                field.AppliedDirectives)).Prepend(self),
            _ => [self],
        };
    }

    /// <summary>The arguments of a directive, which itself has no directives.</summary>
    public static IEnumerable<SchemaElement> Of(DirectiveDefinition directive) =>
        directive.Arguments.Select(argument => Of(argument, $"@{directive.Name}"));

    static IEnumerable<SchemaElement> Of(Field field) => field.Arguments
        .Select(argument => Of(argument, field.Coordinate))
        .Prepend(new SchemaElement(
            field.Coordinate,
            field.Name,
            DirectiveLocations.FieldDefinition,
            field.AppliedDirectives));

    static SchemaElement Of(InputValue argument, string owner) => new(
        $"{owner}({argument.Name}:)",
        argument.Name,
        DirectiveLocations.ArgumentDefinition,
        argument.AppliedDirectives);

    static string LocationOf(NamedType type) => type switch
    {
        ScalarType => DirectiveLocations.Scalar,
        ObjectType => DirectiveLocations.Object,
        InterfaceType => DirectiveLocations.Interface,
        UnionType => DirectiveLocations.Union,
        EnumType => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
