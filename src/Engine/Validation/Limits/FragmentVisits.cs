using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// An operation follows at most <see cref="EngineOptions.MaxFragmentVisits"/> fragment spreads, each counted as often
/// as it would be followed if all fragments were written out. Without it thirty short fragments stand for a billion
/// fields. Selection sets, fragments written out, nest no deeper than that number either, which bounds the recursion of
/// all other rules. First of all rules; a fragment is measured once.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads"/>
sealed class FragmentVisits(ValidationContext context) : ValidationRule(context)
{
    const long Plenty = int.MaxValue;

    /// <summary>
    /// Spreads followed inside a fragment; 0 also for one that is being measured, so that cycles end.
    /// </summary>
    readonly Dictionary<string, long> _visits = [];

    public override void EnterDocument(DocumentNode document)
    {
        // The same order as in the search for cycles, whose recursion is thereby as deep as this one.
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            MeasureFragment(fragment.Name.Value, depth: 0);
        }

        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (Measure(operation.SelectionSet, depth: 1) > Context.Options.MaxFragmentVisits)
            {
                Context.Exceed(
                    nameof(EngineOptions.MaxFragmentVisits),
                    $"Operation follows more than {Context.Options.MaxFragmentVisits} fragment spreads. Spread fewer "
                    + "fragments within fragments.",
                    operation);
            }
        }
    }

    long MeasureFragment(string name, int depth)
    {
        if (_visits.TryGetValue(name, out var known))
        {
            return known;
        }

        _visits[name] = 0;
        var visits = Context.FindFragment(name) is { } fragment ? Measure(fragment.SelectionSet, depth + 1) : 0;
        _visits[name] = visits;
        return visits;
    }

    long Measure(SelectionSetNode set, int depth)
    {
        if (Context.IsStopped)
        {
            return Plenty;
        }

        if (depth > Context.Options.MaxFragmentVisits)
        {
            Context.Exceed(
                nameof(EngineOptions.MaxFragmentVisits),
                $"Document nests more than {Context.Options.MaxFragmentVisits} levels deep through its fragments. "
                + "Spread fewer fragments within fragments.",
                set);
            return Plenty;
        }

        var visits = 0L;
        foreach (var selection in set.Selections)
        {
            Context.Work++;
            visits += selection switch
            {
                FieldNode { SelectionSet: { } below } => Measure(below, depth + 1),
                InlineFragmentNode fragment => Measure(fragment.SelectionSet, depth + 1),
                FragmentSpreadNode spread => 1 + MeasureFragment(spread.Name.Value, depth),
                _ => 0,
            };
        }

        return Math.Min(visits, Plenty);
    }
}
