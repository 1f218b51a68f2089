using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Operations;

/// <summary>An operation without a name is the only operation of its document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation"/>
sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    int _operations;

    public override void EnterDocument(DocumentNode document) =>
        _operations = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
        {
            Context.Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
