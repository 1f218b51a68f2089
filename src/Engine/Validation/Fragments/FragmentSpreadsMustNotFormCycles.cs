using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>No fragment spreads itself, directly or through other fragments.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles"/>
sealed class FragmentSpreadsMustNotFormCycles(ValidationContext context) : ValidationRule(context)
{
    readonly HashSet<string> _checked = [];
    readonly List<FragmentSpreadNode> _path = [];
    readonly Dictionary<string, int> _pathIndexes = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            Check(fragment, depth: 0);
        }
    }

    /// <summary>Looks for cycles through a fragment that was not looked at before.</summary>
    void Check(FragmentDefinitionNode fragment, int depth)
    {
        if (Context.IsStopped || !_checked.Add(fragment.Name.Value))
        {
            return;
        }

        // The depth here is the length of a chain of fragments, which no limit of the parser bounds.
        if (depth > Context.Options.MaxFragmentVisits)
        {
            Context.Exceed(
                nameof(EngineOptions.MaxFragmentVisits),
                $"Document nests more than {Context.Options.MaxFragmentVisits} levels deep through its fragments. "
                + "Spread fewer fragments within fragments.",
                fragment);
            return;
        }

        _pathIndexes[fragment.Name.Value] = _path.Count;
        foreach (var spread in SpreadsOf(fragment))
        {
            Context.Work++;
            _path.Add(spread);
            if (_pathIndexes.TryGetValue(spread.Name.Value, out var start))
            {
                Context.Work += _path.Count - start;
                Report(_path[start..]);
            }
            else if (Context.FindFragment(spread.Name.Value) is { } next)
            {
                Check(next, depth + 1);
            }

            _path.RemoveAt(_path.Count - 1);
        }

        _pathIndexes.Remove(fragment.Name.Value);
    }

    /// <summary>
    /// The spreads of a fragment in the order that decides which cycle is found first: those of a selection set before
    /// those of the sets within it, of which the last come first.
    /// </summary>
    static List<FragmentSpreadNode> SpreadsOf(FragmentDefinitionNode fragment)
    {
        List<FragmentSpreadNode> spreads = [];
        var open = new Stack<SelectionSetNode>([fragment.SelectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } below }:
                        open.Push(below);
                        break;
                    case InlineFragmentNode inline:
                        open.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return spreads;
    }

    void Report(List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle[..^1].Select(spread => $"\"{spread.Name.Value}\""));
        Context.Report(
            $"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.",
            [.. cycle]);
    }
}
