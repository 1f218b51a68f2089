using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Variables;

/// <summary>A variable that an operation defines is used by it or one of its fragments.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variables-Used"/>
sealed class AllVariablesUsed(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.IsEmpty)
            {
                continue;
            }

            var used = Context.VariablesOf(operation).Select(usage => usage.Node.Name.Value).ToHashSet();
            var suffix = operation.Name is null ? "." : $" in operation \"{operation.Name.Value}\".";
            foreach (var definition in operation.VariableDefinitions)
            {
                var name = definition.Variable.Name.Value;
                if (!used.Contains(name))
                {
                    Context.Report($"Variable \"${name}\" is never used{suffix}", definition);
                }
            }
        }
    }
}
