using GraphApi.Engine.Language;

namespace GraphApi.Engine.Planning;

/// <summary>The fields of a selection set behind one response key; nearly always one.</summary>
/// <param name="first">The one that comes first in the document.</param>
/// <param name="condition">When it takes part.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Collection"/>
sealed class FieldGroup(FieldNode first, Conjunction condition)
{
    /// <summary>The one that comes first in the document.</summary>
    public FieldNode First => first;

    /// <summary>The others; null: there is none.</summary>
    public List<(FieldNode Node, Conjunction Condition)>? Others { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(FieldNode node, Conjunction included) => (Others ??= []).Add((node, included));

    /// <summary>All, each with when it takes part.</summary>
    public IEnumerable<(FieldNode Node, Conjunction Condition)> Fields()
    {
        yield return (first, condition);
        foreach (var other in Others ?? [])
        {
            yield return other;
        }
    }

    /// <summary>When the group takes part: null where one of its fields always does.</summary>
    /// <param name="variables">Takes the variables that have a say in it, even where a field always takes part.</param>
    public InclusionCondition? Inclusion(HashSet<string> variables)
    {
        if (Others is null && condition.Terms.IsEmpty)
        {
            return null;
        }

        var isConditional = true;
        foreach (var (_, included) in Fields())
        {
            isConditional &= !included.Terms.IsEmpty;
            foreach (var (variable, _) in included.Terms)
            {
                variables.Add(variable);
            }
        }

        return isConditional ? new InclusionCondition([.. Fields().Select(f => f.Condition.Terms)]) : null;
    }
}
