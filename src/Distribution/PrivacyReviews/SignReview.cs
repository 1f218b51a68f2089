using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Signs a review, as its reviewer, with one of the outcomes that are his. What is signed is the version as it is in
/// review then; nobody signs before every item of the checklist is answered.
/// </summary>
static class SignReview
{
    /// <summary>No objection.</summary>
    public static ValueTask<Outcome> ConcurAsync(
        UnitOfWork work, Concurrence input, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            input.Id,
            input.Revision,
            ReviewStep.Concur,
            ReviewOutcome.Concur,
            input.Rationale,
            input.Notes,
            cancellationToken);

    /// <summary>No objection once the open findings are settled.</summary>
    public static ValueTask<Outcome> ConcurWithChangesAsync(
        UnitOfWork work, Concurrence input, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            input.Id,
            input.Revision,
            ReviewStep.ConcurWithChanges,
            ReviewOutcome.ConcurWithChanges,
            input.Rationale,
            input.Notes,
            cancellationToken);

    /// <summary>Objection.</summary>
    public static ValueTask<Outcome> NonconcurAsync(
        UnitOfWork work, Objection input, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            input.Id,
            input.Revision,
            ReviewStep.Nonconcur,
            ReviewOutcome.Nonconcur,
            input.Rationale,
            input.Notes,
            cancellationToken);

    /// <summary>It is out already, and should be recalled.</summary>
    public static ValueTask<Outcome> RecommendRecallAsync(
        UnitOfWork work, Objection input, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            input.Id,
            input.Revision,
            ReviewStep.RecommendRecall,
            ReviewOutcome.RecallRecommended,
            input.Rationale,
            input.Notes,
            cancellationToken);

    /// <summary>Whether a review has findings left that ask for something. A note asks for nothing.</summary>
    public static Task<bool> HasOpenFindingsAsync(UnitOfWork work, Guid review, CancellationToken cancellationToken) =>
        work.All<PrivacyFinding>().AnyAsync(
            finding => finding.ReviewId == review
                && finding.Resolution == null
                && finding.Severity != FindingSeverity.Note,
            cancellationToken);

    static async ValueTask<Outcome> RunAsync(
        UnitOfWork work,
        string id,
        int revision,
        ReviewStep step,
        ReviewOutcome outcome,
        string? rationale,
        string? notes,
        CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var problem = ReviewChange.Check(work, found, step, revision)
            ?? CheckKind(found.Review, step)
            ?? CheckText(step, rationale, notes)
            ?? await CheckCompleteAsync(work, found.Review, step, cancellationToken)
            ?? await ReviewedVersion.HoldAsync(work, found, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var now = work.Now;
        var signed = await ReviewChange.ApplyAsync(
            work,
            found.Review,
            step,
            PrivacyReviewState.Completed,
            rationale,
            row => row.SetProperty(r => r.Outcome, outcome)
                .SetProperty(r => r.Rationale, rationale?.Trim())
                .SetProperty(r => r.Notes, notes?.Trim())
                .SetProperty(r => r.SignedAt, now),
            cancellationToken);
        if (signed.Errors is null && outcome == ReviewOutcome.Concur)
        {
            await ReviewedVersion.PassAsync(work, found, cancellationToken);
        }

        if (signed.Errors is null && outcome == ReviewOutcome.RecallRecommended)
        {
            await ReviewedVersion.ObjectAsync(work, found, cancellationToken);
        }

        return signed;
    }

    static StateConflictError? CheckKind(PrivacyReview review, ReviewStep step) =>
        (step, review.Kind == PrivacyReviewKind.PostRelease) switch
        {
            (ReviewStep.Nonconcur, true) => new("It is out already: recommend its recall instead."),
            (ReviewStep.RecommendRecall, false) => new("It is not out: there is nothing to recall."),
            _ => null,
        };

    static InvalidInputError? CheckText(ReviewStep step, string? rationale, string? notes) =>
        (step is ReviewStep.Nonconcur or ReviewStep.RecommendRecall
            && (rationale is null || rationale.Trim().Length < ReasonText.Shortest)
                ? new InvalidInputError(
                    "rationale", $"An objection has a reason of {ReasonText.Shortest} characters at least.")
                : ReviewText.CheckOptional("rationale", rationale))
        ?? ReviewText.CheckOptional("notes", notes);

    static async Task<object?> CheckCompleteAsync(
        UnitOfWork work, PrivacyReview review, ReviewStep step, CancellationToken cancellationToken)
    {
        var answers = await work.All<ReviewAnswer>()
            .Where(answer => answer.ReviewId == review.Id)
            .Select(answer => new { answer.Item, answer.Answer })
            .ToListAsync(cancellationToken);
        var items = ReviewChecklist.Find(review.Checklist)?.Items ?? [];
        var left = items.Count(item => !answers.Exists(answer => answer.Item == item.Key));
        if (left > 0)
        {
            return new StateConflictError($"{left} of the {items.Length} items of the checklist are not answered.");
        }

        if (step is ReviewStep.Nonconcur or ReviewStep.RecommendRecall)
        {
            return null;
        }

        var hasOpenFindings = await HasOpenFindingsAsync(work, review.Id, cancellationToken);
        return (step, hasOpenFindings) switch
        {
            (ReviewStep.Concur, true) => new StateConflictError(
                "A finding is open: settle it, or concur with changes."),
            (ReviewStep.ConcurWithChanges, false) => new StateConflictError(
                "No finding is open: nothing says what is to change."),
            (ReviewStep.Concur, false) when answers.Exists(answer => answer.Answer == ChecklistAnswer.No) =>
                new StateConflictError(
                    "An item of the checklist is answered with no: find what is wrong, or answer anew."),
            _ => null,
        };
    }

    /// <summary>The input of a concurrence.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Rationale">Why; null: nothing is to be said.</param>
    /// <param name="Notes">What to write down for the center's own use; null: nothing.</param>
    public sealed record Concurrence(string Id, int Revision, string? Rationale, string? Notes);

    /// <summary>The input of an objection.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Rationale">Why, 20 characters at least.</param>
    /// <param name="Notes">What to write down for the center's own use; null: nothing.</param>
    public sealed record Objection(string Id, int Revision, string Rationale, string? Notes);
}
