using System.Runtime.CompilerServices;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// CollectFields, done once a document instead of once an object: which response keys a selection has on one object
/// type, with the fields merged behind each and the conditions under which they take part.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectFields()"/>
sealed class SelectionCollector(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, PlanBudget budget)
{
    /// <summary>A selection set to collect from, and the conditions already on the way to it.</summary>
    internal readonly record struct Source(SelectionSetNode Selections, Conjunction Condition);

    /// <summary>The groups of an object type, in the order of the response.</summary>
    public FieldGroups Collect(ObjectType type, IReadOnlyList<Source> sources)
    {
        var groups = new FieldGroups();
        HashSet<(string, Conjunction)>? visited = null;
        foreach (var source in sources)
        {
            Collect(type, source.Selections, source.Condition, groups, ref visited);
        }

        return groups;
    }

    /// <summary>The selection sets below a group, each once however often fragments repeat it.</summary>
    public static IReadOnlyList<Source> Below(FieldGroup group)
    {
        // The field itself runs only where one of its places does: with a single place its condition is settled above.
        if (group.Others is null)
        {
            return group.First.SelectionSet is { } only ? [new Source(only, Conjunction.Always)] : [];
        }

        var sources = new List<Source>(group.Others.Count + 1);
        var seen = new HashSet<(SelectionSetNode, Conjunction)>(SourceComparer.Instance);
        foreach (var (node, condition) in group.Fields())
        {
            if (node.SelectionSet is { } selections && seen.Add((selections, condition)))
            {
                sources.Add(new Source(selections, condition));
            }
        }

        return sources;
    }

    void Collect(
        ObjectType type,
        SelectionSetNode selections,
        Conjunction condition,
        FieldGroups groups,
        ref HashSet<(string Fragment, Conjunction Condition)>? visited)
    {
        foreach (var selection in selections.Selections)
        {
            // 1. Settle @skip and @include, or keep them as a condition on a variable.
            if (condition.And(selection.Directives) is not { } included)
            {
                continue;
            }

            switch (selection)
            {
                // 2. A field joins the group of its response key.
                case FieldNode field:
                    budget.Take(field.Location);
                    groups.Add(field, included);
                    break;

                // 3. A fragment counts where its type applies; the same under the same condition counts once.
                case FragmentSpreadNode spread:
                    budget.Take(spread.Location);
                    var fragment = fragments[spread.Name.Value];
                    visited ??= [];
                    if (visited.Add((spread.Name.Value, included)) && Applies(fragment.TypeCondition, type))
                    {
                        Collect(type, fragment.SelectionSet, included, groups, ref visited);
                    }

                    break;

                case InlineFragmentNode inline:
                    budget.Take(inline.Location);
                    if (Applies(inline.TypeCondition, type))
                    {
                        Collect(type, inline.SelectionSet, included, groups, ref visited);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether a fragment with that type condition counts on an object type.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#DoesFragmentTypeApply()"/>
    bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null
        || condition.Name.Value == type.Name
        || schema.GetPossibleTypes(schema.TypesByName[condition.Name.Value]).Contains(type);
}

file sealed class SourceComparer : IEqualityComparer<(SelectionSetNode Selections, Conjunction Condition)>
{
    public static SourceComparer Instance { get; } = new();

    // Nodes are records: by reference, since equality by value would walk whole subtrees.
    public bool Equals(
        (SelectionSetNode Selections, Conjunction Condition) x,
        (SelectionSetNode Selections, Conjunction Condition) y) =>
        ReferenceEquals(x.Selections, y.Selections) && x.Condition.Equals(y.Condition);

    public int GetHashCode((SelectionSetNode Selections, Conjunction Condition) source) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(source.Selections), source.Condition);
}
