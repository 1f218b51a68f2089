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
                    $"The type of {field.Coordinate} must be Output Type but got: {field.Type}.",
                    field.Definition.Type);
            }
        }

        foreach (var value in schema.InputValues)
        {
            if (!value.Type.IsInput)
            {
                errors.Add(
                    value.Coordinate,
                    $"The type of {value.Coordinate} must be Input Type but got: {value.Type}.",
                    value.Coordinate[0] == '@' ? value.Definition : value.Definition.Type);
            }
        }
    }
}
