using System.Collections.Frozen;
using System.Collections.Immutable;
using static GraphApi.Distribution.PrivacyReviews.PrivacyReviewState;
using static GraphApi.Distribution.PrivacyReviews.ReviewActor;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// The life of a privacy review: where it can stand, what leads from one to another, and who may do it. What is not
/// here cannot happen.
/// </summary>
static class ReviewLife
{
    const string Answered = "Every item of the checklist is answered.";

    const string Voiding = "The version is taken back into work, given up, or released in an emergency.";

    static readonly ReviewStanding New = new(Requested);
    static readonly ReviewStanding Given = new(Assigned);
    static readonly ReviewStanding UnderWay = new(InReview);
    static readonly ReviewStanding Concurred = new(Completed, ReviewOutcome.Concur);
    static readonly ReviewStanding ConcurredWithChanges = new(Completed, ReviewOutcome.ConcurWithChanges);
    static readonly ReviewStanding Objected = new(Completed, ReviewOutcome.Nonconcur);
    static readonly ReviewStanding RecallRecommended = new(Completed, ReviewOutcome.RecallRecommended);
    static readonly ReviewStanding UnderDecision = new(Escalated, ReviewOutcome.Nonconcur);
    static readonly ReviewStanding Overruled = new(Resolved, ReviewOutcome.ResolvedConcur);
    static readonly ReviewStanding Upheld = new(Resolved, ReviewOutcome.ResolvedNonconcur);
    static readonly ReviewStanding Void = new(Voided);

    /// <summary>Every way there is, by the standing it begins in.</summary>
    public static ImmutableArray<ReviewTransition> Transitions { get; } =
    [
        new(null, ReviewStep.Request, New, [Author, Supervisor, Director], "With the version, given to review or out."),
        AssignFrom(New),
        AssignFrom(Given),
        new(Given, ReviewStep.AnswerChecklist, UnderWay, [Reviewer]),
        new(Given, ReviewStep.AddFinding, UnderWay, [Reviewer]),
        AssignFrom(UnderWay),
        new(UnderWay, ReviewStep.AnswerChecklist, UnderWay, [Reviewer]),
        new(UnderWay, ReviewStep.AddFinding, UnderWay, [Reviewer]),
        new(UnderWay, ReviewStep.AnswerFinding, UnderWay, [Author], "The finding is not settled."),
        new(UnderWay, ReviewStep.ResolveFinding, UnderWay, [Reviewer], "The finding is not settled."),
        new(UnderWay, ReviewStep.Concur, Concurred, [Reviewer], $"{Answered} None with no. No finding is open."),
        new(
            UnderWay,
            ReviewStep.ConcurWithChanges,
            ConcurredWithChanges,
            [Reviewer],
            $"{Answered} A finding is open."),
        new(UnderWay, ReviewStep.Nonconcur, Objected, [Reviewer], $"{Answered} Why. Not of what is out already."),
        new(
            UnderWay,
            ReviewStep.RecommendRecall,
            RecallRecommended,
            [Reviewer],
            $"{Answered} Why. Only of what is out already."),
        new(
            ConcurredWithChanges,
            ReviewStep.AnswerFinding,
            ConcurredWithChanges,
            [Author],
            "The finding is not settled."),
        new(
            ConcurredWithChanges,
            ReviewStep.ResolveFinding,
            ConcurredWithChanges,
            [Reviewer],
            "The finding is not settled. With the last one the version may be approved."),
        new(
            Objected,
            ReviewStep.Escalate,
            UnderDecision,
            [Author, Reviewer, Supervisor, Director],
            "A director is named who neither wrote nor reviewed it."),
        new(UnderDecision, ReviewStep.Decide, Overruled, [Decider], "For it, with reasons; counsel was heard."),
        new(UnderDecision, ReviewStep.Decide, Upheld, [Decider], "Against it, with reasons; counsel was heard."),
        VoidFrom(New),
        VoidFrom(Given),
        VoidFrom(UnderWay),
        VoidFrom(Concurred),
        VoidFrom(ConcurredWithChanges),
        VoidFrom(Objected),
        VoidFrom(UnderDecision),
        VoidFrom(Overruled),
        VoidFrom(Upheld),
    ];

    static readonly FrozenSet<(ReviewStanding? From, ReviewStep Step)> Table =
        Transitions.Select(transition => (transition.From, transition.Step)).ToFrozenSet();

    static readonly FrozenDictionary<ReviewStep, ImmutableArray<ReviewActor>> Actors = Transitions
        .GroupBy(transition => transition.Step)
        .ToFrozenDictionary(
            ways => ways.Key,
            ways => ways.SelectMany(way => way.Actors).Distinct().ToImmutableArray());

    /// <summary>The states in which somebody has something left to do.</summary>
    public static ImmutableArray<PrivacyReviewState> Open { get; } = [Requested, Assigned, InReview, Escalated];

    /// <summary>Whether a step can be taken from a standing.</summary>
    public static bool Allows(ReviewStanding from, ReviewStep step) => Table.Contains((from, step));

    /// <summary>Who may take a step at all, wherever the review stands.</summary>
    public static ImmutableArray<ReviewActor> ActorsOf(ReviewStep step) => Actors[step];

    /// <summary>Whether a step is never taken by who wrote the version, whatever office he holds.</summary>
    public static bool ExcludesAuthors(ReviewStep step) => !Actors[step].Contains(Author);

    static ReviewTransition AssignFrom(ReviewStanding from) => new(
        from,
        ReviewStep.Assign,
        Given,
        [PrivacyOfficer, Supervisor, Director],
        "Not by an author. The reviewer is of the center's staff, trained this year, and no author.");

    static ReviewTransition VoidFrom(ReviewStanding from) =>
        new(from, ReviewStep.Void, Void, [Author, Supervisor, Director], Voiding);
}
