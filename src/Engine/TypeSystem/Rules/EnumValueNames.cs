namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>No enum value is called <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#EnumValue"/>
sealed class EnumValueNames : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var value in schema.DefinedTypes.OfType<EnumType>().SelectMany(type => type.Values))
        {
            // The parser refuses these; a document that was generated may have them.
            if (value.Name is "true" or "false" or "null")
            {
                errors.Add(value.Coordinate, $"Enum values cannot be named: {value.Name}", value.Definition);
            }
        }
    }
}
