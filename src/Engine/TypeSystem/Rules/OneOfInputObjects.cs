namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>The fields of a <c>@oneOf</c> input object are nullable and have no defaults.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects"/>
sealed class OneOfInputObjects : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var type in schema.DefinedTypes.OfType<InputObjectType>().Where(type => type.IsOneOf))
        {
            foreach (var field in type.Fields)
            {
                if (field.Type.IsNonNull)
                {
                    errors.Add(
                        field.Coordinate,
                        $"OneOf input field {field.Coordinate} must be nullable.",
                        field.Definition.Type);
                }

                if (field.DefaultValue is not null)
                {
                    errors.Add(
                        field.Coordinate,
                        $"OneOf input field {field.Coordinate} cannot have a default value.",
                        field.Definition);
                }
            }
        }
    }
}
