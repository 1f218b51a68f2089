using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>Objects, interfaces and input objects have fields, unions have members, enums have values.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
sealed class TypesAreNotEmpty : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var type in schema.DefinedTypes)
        {
            var missing = type switch
            {
                ComplexType { Fields.IsEmpty: true } => $"Type {type} must define one or more fields.",
                UnionType union when union.Definitions.All(node => node is UnionTypeDefinitionNode { Members: [] }) =>
                    $"Union type {type} must define one or more member types.",
                EnumType { Values.IsEmpty: true } => $"Enum type {type} must define one or more values.",
                InputObjectType { Fields.IsEmpty: true } =>
                    $"Input Object type {type} must define one or more fields.",
                _ => null,
            };
            if (missing is not null)
            {
                errors.Add(type.Name, missing, [.. type.Definitions]);
            }
        }
    }
}
