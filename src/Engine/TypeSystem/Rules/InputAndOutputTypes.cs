namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>Fields have output types; arguments and input fields have input types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-and-Output-Types"/>
sealed class InputAndOutputTypes : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var field in schema.DefinedTypes.OfType<ComplexType>().SelectMany(type => type.Fields))
        {
            if (!field.Type.IsOutput)
            {
                errors.Add(
                    field.Coordinate,
                    $"The type of {field.Coordinate} must be an output type but got: {field.Type}.");
            }
        }

        foreach (var (coordinate, value) in schema.InputValues)
        {
            if (!value.Type.IsInput)
            {
                errors.Add(coordinate, $"The type of {coordinate} must be an input type but got: {value.Type}.");
            }
        }
    }
}
