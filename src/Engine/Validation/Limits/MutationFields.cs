using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// A mutation selects at most <see cref="EngineOptions.MaxMutationFields"/> root fields, fragments followed and each
/// counted as written. Each is a change, or an attempt at one: hundreds of them in one request would pass by every
/// bound on requests.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Mutation.Serial-Execution"/>
sealed class MutationFields(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation == OperationType.Mutation
            && Count(operation.SelectionSet, []) > Context.Options.MaxMutationFields)
        {
            Context.Exceed(
                nameof(EngineOptions.MaxMutationFields),
                $"Mutation selects more than {Context.Options.MaxMutationFields} root fields. Send several mutations.",
                operation);
        }
    }

    int Count(SelectionSetNode set, HashSet<string> visited)
    {
        var fields = 0;
        foreach (var selection in set.Selections)
        {
            Context.Work++;
            fields += selection switch
            {
                FieldNode => 1,
                InlineFragmentNode fragment => Count(fragment.SelectionSet, visited),
                FragmentSpreadNode spread when visited.Add(spread.Name.Value) =>
                    Context.FindFragment(spread.Name.Value) is { } fragment
                        ? Count(fragment.SelectionSet, visited)
                        : 0,
                _ => 0,
            };
        }

        return fields;
    }
}
