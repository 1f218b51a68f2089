namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>The audience is named before the review: how wide it is, is part of what is reviewed.</summary>
static class SomebodyIsMeant
{
    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft) => draft.HasAudience
        ? []
        :
        [
            DraftInReadiness.ProblemOf(
                DraftProblemCode.AudienceEmpty, "It is meant for nobody: name a list or a recipient."),
        ];
}
