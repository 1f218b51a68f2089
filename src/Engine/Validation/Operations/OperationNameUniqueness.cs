using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Operations;

/// <summary>No two operations have the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness"/>
sealed class OperationNameUniqueness(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<string, NameNode> _known = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
        {
            Context.Report(
                $"There can be only one operation named \"{name.Value}\".",
                _known[name.Value],
                name);
        }
    }
}
