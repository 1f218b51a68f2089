using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>Of every source it is said how far it can be relied on, and how far what it says can be believed.</summary>
static class SourcesAreRated
{
    const string Told = "Every source needs both ratings; that it cannot be judged is one.";

    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft)
    {
        for (var i = 0; i < draft.Content.Portions.Length; i++)
        {
            if (draft.Content.Portions[i].Sources.Any(IsUnrated))
            {
                yield return draft.ProblemOf(DraftProblemCode.SourceUnrated, i, null, Told);
            }
        }

        if (draft.Content.Sources.Any(IsUnrated))
        {
            yield return DraftInReadiness.ProblemOf(DraftProblemCode.SourceUnrated, Told);
        }
    }

    static bool IsUnrated(SourceSpec source) => source.Reliability is null || source.Credibility is null;
}
