using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Variables;

/// <summary>A variable that an operation uses, itself or in its fragments, is defined by the operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined"/>
sealed class AllVariableUsesDefined(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.VariableDefinitions.Select(d => d.Variable.Name.Value).ToHashSet();
            var suffix = operation.Name is null ? "." : $" by operation \"{operation.Name.Value}\".";
            foreach (var usage in Context.VariablesOf(operation))
            {
                var name = usage.Node.Name.Value;
                if (!defined.Contains(name))
                {
                    Context.Report($"Variable \"${name}\" is not defined{suffix}", usage.Node, operation);
                }
            }
        }
    }
}
