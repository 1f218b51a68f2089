namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>What must be given is not deprecated: first it has to be made optional.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
sealed class RequiredInputsAreNotDeprecated : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var (coordinate, value) in schema.InputValues)
        {
            if (value.IsRequired && value.DeprecationReason is not null)
            {
                errors.Add(coordinate, $"{coordinate} is required, so it cannot be deprecated.");
            }
        }
    }
}
