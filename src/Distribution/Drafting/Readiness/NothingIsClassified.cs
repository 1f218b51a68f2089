using GraphApi.Distribution.Drafting.Scanning;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>No text of a draft carries a marking of classified information.</summary>
static class NothingIsClassified
{
    // One is enough to refuse it; that there are more is seen by whoever looks.
    const int MostPlaces = 20;

    const string Told = "has what looks like a classification marking. Nothing classified is held here: take it out, "
        + "and follow your center's procedure for spillage if it is one.";

    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft)
    {
        var portions = draft.Content.Portions;
        for (var i = 0; i < portions.Length; i++)
        {
            foreach (var span in ClassifiedText.Find(portions[i].Text).Take(MostPlaces))
            {
                yield return draft.ProblemOf(DraftProblemCode.ClassifiedMarking, i, span, $"The text {Told}");
            }

            if (portions[i].Sources.Any(IsClassified))
            {
                yield return draft.ProblemOf(DraftProblemCode.ClassifiedMarking, i, null, $"A source {Told}");
            }
        }

        if (draft.Content.Sources.Any(IsClassified))
        {
            yield return DraftInReadiness.ProblemOf(DraftProblemCode.ClassifiedMarking, $"A source {Told}");
        }

        if (draft.AnalystNotes is { } notes && ClassifiedText.Find(notes).Count > 0)
        {
            yield return DraftInReadiness.ProblemOf(DraftProblemCode.ClassifiedMarking, $"The analysts' notes {Told}");
        }
    }

    static bool IsClassified(Products.SourceSpec source) =>
        ClassifiedText.Find(source.Citation).Count > 0 || ClassifiedText.Find(source.Originator).Count > 0;
}
