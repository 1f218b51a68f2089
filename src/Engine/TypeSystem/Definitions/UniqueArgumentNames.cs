namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No directive in a schema is given an argument twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
sealed class UniqueArgumentNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var element in definitions.Elements)
        {
            foreach (var directive in element.Directives)
            {
                foreach (var same in directive.Arguments.GroupBy(argument => argument.Name.Value))
                {
                    if (same.Count() > 1)
                    {
                        errors.Add(
                            element.Coordinate,
                            $"There can be only one argument named \"{same.Key}\".",
                            [.. same.Select(argument => argument.Name)]);
                    }
                }
            }
        }
    }
}
