using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Operations;

/// <summary>The schema has a root type for each operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence"/>
sealed class OperationTypeExistence(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.RootType(operation.Operation) is null)
        {
            var kind = operation.Operation == OperationType.Mutation ? "mutation" : "subscription";
            Context.Report($"The {kind} operation is not supported by the schema.", operation);
        }
    }
}
