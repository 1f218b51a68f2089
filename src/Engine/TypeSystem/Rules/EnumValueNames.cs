namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>No enum value is called <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#EnumValue"/>
sealed class EnumValueNames : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var type in schema.DefinedTypes.OfType<EnumType>())
        {
            foreach (var value in type.Values.Where(value => value.Name is "true" or "false" or "null"))
            {
                errors.Add($"{type}.{value.Name}", $"Enum type {type} cannot include value: {value.Name}.");
            }
        }
    }
}
