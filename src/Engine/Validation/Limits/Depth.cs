using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// The fields of an operation nest at most <see cref="EngineOptions.MaxDepth"/> deep, fragments followed. A fragment is
/// measured once.
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
            Context.Abort(
                $"Operation has a depth of {depth}, which is more than the allowed {Context.Options.MaxDepth}. "
                + "Validation aborted.",
                operation);
        }
    }

    int Measure(SelectionSetNode set)
    {
        var depth = 0;
        foreach (var selection in set.Selections)
        {
            depth = Math.Max(depth, selection switch
            {
                FieldNode field => 1 + (field.SelectionSet is null ? 0 : Measure(field.SelectionSet)),
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
