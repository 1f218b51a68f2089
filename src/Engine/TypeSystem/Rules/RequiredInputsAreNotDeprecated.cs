namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>What must be given is not deprecated: first it has to be made optional.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
sealed class RequiredInputsAreNotDeprecated : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var value in schema.InputValues)
        {
            if (value.IsRequired && value.DeprecationReason is not null)
            {
                var what = value.Coordinate.EndsWith(')') ? "argument" : "input field";
                errors.Add(
                    value.Coordinate,
                    $"Required {what} {value.Coordinate} cannot be deprecated.",
                    value.AppliedDirectives.First(directive => directive.Name.Value == "deprecated"),
                    value.Definition.Type);
            }
        }
    }
}
