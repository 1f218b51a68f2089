using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Variables;

/// <summary>No two variables of an operation have the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness"/>
sealed class VariableUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        var sameNames = operation.VariableDefinitions
            .GroupBy(definition => definition.Variable.Name.Value)
            .Where(group => group.Count() > 1);
        foreach (var same in sameNames)
        {
            Context.Report(
                $"There can be only one variable named \"${same.Key}\".",
                [.. same.Select(definition => definition.Variable.Name)]);
        }
    }
}
