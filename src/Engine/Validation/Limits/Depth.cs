using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// The fields of an operation nest at most <see cref="EngineOptions.MaxDepth"/> deep, fragments followed. A fragment is
/// measured once. What is below <c>__schema</c> and <c>__type</c> is left to <see cref="IntrospectionDepth"/>: the
/// queries of tools go deep there.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Selection-Sets"/>
sealed class Depth(ValidationContext context) : ValidationRule(context)
{
    /// <summary>Depth of a fragment; 0 also for one that is being measured, so that cycles end.</summary>
    readonly Dictionary<string, int> _depths = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        var depth = Measure(operation.SelectionSet);
        if (depth > Context.Options.MaxDepth)
        {
            Context.Exceed(
                nameof(EngineOptions.MaxDepth),
                $"Operation has a depth of {depth}, which is more than the allowed {Context.Options.MaxDepth}. Select "
                + "what is deeper by its id, in another operation.",
                operation);
        }
    }

    int Measure(SelectionSetNode set)
    {
        var depth = 0;
        foreach (var selection in set.Selections)
        {
            Context.Work++;
            depth = Math.Max(depth, selection switch
            {
                FieldNode { SelectionSet: { } below, Name.Value: not ("__schema" or "__type") } => 1 + Measure(below),
                FieldNode => 1,
                InlineFragmentNode fragment => Measure(fragment.SelectionSet),
                FragmentSpreadNode spread => MeasureFragment(spread.Name.Value),
                _ => 0,
            });
        }

        return depth;
    }

    int MeasureFragment(string name)
    {
        if (_depths.TryGetValue(name, out var known))
        {
            return known;
        }

        _depths[name] = 0;
        return _depths[name] = Context.FindFragment(name) is { } fragment ? Measure(fragment.SelectionSet) : 0;
    }
}
