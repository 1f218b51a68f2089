namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>
/// What has to hold of a draft: some of it always, all of it before somebody reviews it. That a portion has a marking
/// at all and that there is a title is made sure of where they are taken in.
/// </summary>
static class ReviewReadiness
{
    /// <summary>
    /// What stands against keeping a draft as it is: nothing classified is held here, not even for a moment.
    /// </summary>
    public static IReadOnlyList<DraftProblem> CheckKept(DraftInReadiness draft) =>
    [
        .. NothingIsClassified.Check(draft),
        .. MarkingsHoldTogether.Check(draft),
    ];

    /// <summary>What stands against giving a draft to review.</summary>
    public static IReadOnlyList<DraftProblem> Check(DraftInReadiness draft) =>
    [
        .. CheckKept(draft),
        .. TextsAgreeWithMarkings.Check(draft),
        .. SourcesAreRated.Check(draft),
        .. IndicatorsComeWithTheBehaviorStatement.Check(draft),
        .. SomebodyIsMeant.Check(draft),
    ];
}
