using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Decides, as the director who was named and after counsel was heard, whether an objection stands. Never by who wrote
/// or reviewed the version.
/// </summary>
static class DecideReview
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, input.Id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var review = found.Review;
        var problem = ReviewChange.Check(work, found, ReviewStep.Decide, input.Revision)
            ?? (review.ReviewerId == work.Viewer.PersonId
                ? new SeparationOfDutyError("You reviewed it: somebody else has to do this.")
                : null)
            ?? ReasonText.Check(input.Reason)
            ?? (object?)ReviewText.Check("counsel", input.Counsel)
            ?? await ReviewedVersion.HoldAsync(work, found, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var now = work.Now;
        var outcome = input.Concurs ? ReviewOutcome.ResolvedConcur : ReviewOutcome.ResolvedNonconcur;
        var decided = await ReviewChange.ApplyAsync(
            work,
            review,
            ReviewStep.Decide,
            PrivacyReviewState.Resolved,
            input.Reason,
            row => row.SetProperty(r => r.Outcome, outcome)
                .SetProperty(r => r.Decision, input.Reason.Trim())
                .SetProperty(r => r.Counsel, input.Counsel.Trim())
                .SetProperty(r => r.DecidedAt, now),
            cancellationToken);
        if (decided.Errors is null && input.Concurs)
        {
            await ReviewedVersion.PassAsync(work, found, cancellationToken);
        }

        return decided;
    }

    /// <summary>The input.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Concurs">Whether the version may be released all the same.</param>
    /// <param name="Reason">The reasons, 20 to 2,000 characters.</param>
    /// <param name="Counsel">Who of counsel was heard, and what was advised.</param>
    public sealed record Input(string Id, int Revision, bool Concurs, string Reason, string Counsel);
}
