using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A part of a type system document at which directives may stand.</summary>
/// <param name="Coordinate">The coordinate of what it defines or extends; <c>schema</c> for the schema.</param>
/// <param name="Node">The definition or extension.</param>
/// <param name="Location">What it is, as a directive location.</param>
/// <param name="Directives">The directives at it.</param>
/// <seealso href="https://spec.graphql.org/September2025/#TypeSystemDirectiveLocation"/>
readonly record struct DefinitionElement(
    string Coordinate,
    SyntaxNode Node,
    string Location,
    ImmutableArray<DirectiveNode> Directives)
{
    /// <summary>The values that are written there: a default, and the arguments of directives.</summary>
    public IEnumerable<ValueNode> Values
    {
        get
        {
            var arguments = Directives.SelectMany(directive => directive.Arguments).Select(argument => argument.Value);
            return Node is InputValueDefinitionNode { DefaultValue: { } value } ? arguments.Prepend(value) : arguments;
        }
    }

    /// <summary>A definition and all it holds, in the order of the source.</summary>
    public static IEnumerable<DefinitionElement> Of(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema =>
            [new DefinitionElement("schema", schema, DirectiveLocations.Schema, schema.Directives)],
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => Of(
            argument, $"@{directive.Name.Value}({argument.Name.Value}:)", DirectiveLocations.ArgumentDefinition)),
        TypeDefinitionNode type => Parts(type).Prepend(
            new DefinitionElement(type.Name.Value, type, LocationOf(type), type.Directives)),
        _ => [],
    };

    static IEnumerable<DefinitionElement> Parts(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode complex => complex.Fields.SelectMany(field => Of(field, type.Name.Value)),
        InterfaceTypeDefinitionNode complex => complex.Fields.SelectMany(field => Of(field, type.Name.Value)),
        EnumTypeDefinitionNode enumeration => enumeration.Values.Select(value => new DefinitionElement(
            $"{type.Name.Value}.{value.Name.Value}", value, DirectiveLocations.EnumValue, value.Directives)),
        InputObjectTypeDefinitionNode input => input.Fields.Select(field => Of(
            field, $"{type.Name.Value}.{field.Name.Value}", DirectiveLocations.InputFieldDefinition)),
        _ => [],
    };

    static IEnumerable<DefinitionElement> Of(FieldDefinitionNode field, string typeName)
    {
        var coordinate = $"{typeName}.{field.Name.Value}";
        return field.Arguments
            .Select(argument => Of(
                argument, $"{coordinate}({argument.Name.Value}:)", DirectiveLocations.ArgumentDefinition))
            .Prepend(new DefinitionElement(coordinate, field, DirectiveLocations.FieldDefinition, field.Directives));
    }

    static DefinitionElement Of(InputValueDefinitionNode input, string coordinate, string location) =>
        new(coordinate, input, location, input.Directives);

    static string LocationOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => DirectiveLocations.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocations.Object,
        InterfaceTypeDefinitionNode => DirectiveLocations.Interface,
        UnionTypeDefinitionNode => DirectiveLocations.Union,
        EnumTypeDefinitionNode => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
