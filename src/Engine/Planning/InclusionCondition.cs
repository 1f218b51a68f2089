using System.Collections.Immutable;
using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Planning;

/// <summary>
/// When a field with <c>@skip</c> or <c>@include</c> takes part: any of <see cref="Alternatives"/> (the places
/// where it stands) has all its variables at the wanted value. Conditions on literals are settled while planning.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--skip"/>
sealed record InclusionCondition(ImmutableArray<ImmutableArray<(string Variable, bool Wanted)>> Alternatives)
{
    /// <summary>Whether the field takes part in a request with these variables.</summary>
    public bool IsMet(VariableValues variables)
    {
        foreach (var alternative in Alternatives)
        {
            var met = true;
            foreach (var (variable, wanted) in alternative)
            {
                met &= variables.TryGet(variable, out var value) && value is bool actual && actual == wanted;
            }

            if (met)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For the printed plan, as <c>$a &amp; !$b | $c</c>.</summary>
    public override string ToString() => string.Join(
        " | ",
        Alternatives.Select(a => string.Join(" & ", a.Select(t => (t.Wanted ? "$" : "!$") + t.Variable))));
}
