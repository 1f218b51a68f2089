using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>
/// Where indicators are listed, <see cref="BehaviorStatement"/> stands beside them, in a portion that everybody sees
/// who sees the indicators.
/// </summary>
static class IndicatorsComeWithTheBehaviorStatement
{
    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft)
    {
        var portions = draft.Content.Portions;
        var stated = portions.Where(portion => BehaviorStatement.IsIn(portion.Text))
            .Select(portion => MarkingRequirements.Of(portion.Marking))
            .ToArray();
        for (var i = 0; i < portions.Length; i++)
        {
            var required = MarkingRequirements.Of(portions[i].Marking);
            if (portions[i].Kind == PortionKind.IndicatorsAndWarnings
                && !stated.Any(statement => (statement & ~required) == Requirement.None))
            {
                yield return draft.ProblemOf(
                    DraftProblemCode.BehaviorStatementMissing,
                    i,
                    null,
                    "Whoever reads these indicators has to read this statement, in a portion marked no narrower: "
                    + $"\"{BehaviorStatement.Text}\"");
            }
        }
    }
}
