using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Operations;

/// <summary>
/// A subscription selects one root field, which is no meta-field, and does not leave open whether it does
/// (<c>@skip</c>, <c>@include</c>).
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Single-Root-Field"/>
sealed class SingleRootField(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var name = operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name.Value}\"";
        var collected = new RootFields(Context, root);
        collected.Collect(operation.SelectionSet);
        if (collected.Conditions.Count > 0)
        {
            Context.Report(
                $"{name} must not use `@skip` or `@include` directives in the top level selection.",
                [.. collected.Conditions]);
            return;
        }

        var groups = collected.Fields.GroupBy(field => field.ResponseKey).ToList();
        if (groups.Count > 1)
        {
            Context.Report(
                $"{name} must select only one top level field.",
                [.. groups.Skip(1).SelectMany(group => group)]);
        }

        foreach (var group in groups)
        {
            if (group.First().Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Context.Report($"{name} must not select an introspection top level field.", [.. group]);
            }
        }
    }
}

/// <summary>
/// The fields that a selection set has on one object type, fragments followed, whatever their conditions.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectSubscriptionFields()"/>
file sealed class RootFields(ValidationContext context, ObjectType root)
{
    readonly HashSet<string> _visited = [];

    public List<FieldNode> Fields { get; } = [];

    public List<DirectiveNode> Conditions { get; } = [];

    public void Collect(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            Conditions.AddRange(selection.Directives.Where(d => d.Name.Value is "skip" or "include"));
            switch (selection)
            {
                case FieldNode field:
                    Fields.Add(field);
                    break;
                case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                    Collect(fragment.SelectionSet);
                    break;
                case FragmentSpreadNode spread when _visited.Add(spread.Name.Value):
                    if (context.FindFragment(spread.Name.Value) is { } definition && Applies(definition.TypeCondition))
                    {
                        Collect(definition.SelectionSet);
                    }

                    break;
            }
        }
    }

    bool Applies(NamedTypeNode? condition) => condition is null
        || (context.FindType(condition.Name.Value) is { } type && context.Schema.GetPossibleTypes(type).Contains(root));
}
