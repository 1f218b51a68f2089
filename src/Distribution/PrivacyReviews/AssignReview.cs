using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Makes somebody the reviewer: a privacy officer himself, or whomever an officer, supervisor or director trusts with
/// it. What another reviewer answered before counts no more: who signs has answered himself.
/// </summary>
static class AssignReview
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, input.Id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var review = found.Review;
        var person = NodeIds.KeyOf(input.Reviewer, nameof(Person));
        var problem = ReviewChange.Check(work, found, ReviewStep.Assign, input.Revision)
            ?? (person is not null && person == review.ReviewerId
                ? new StateConflictError("It is his to review already.")
                : await ReviewerRules.CheckReviewerAsync(work, found, person, cancellationToken));
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        await work.All<ReviewAnswer>().Where(answer => answer.ReviewId == review.Id)
            .ExecuteDeleteAsync(cancellationToken);
        var assigned = await ReviewChange.ApplyAsync(
            work,
            review,
            ReviewStep.Assign,
            PrivacyReviewState.Assigned,
            reason: null,
            row => row.SetProperty(r => r.ReviewerId, person),
            cancellationToken);
        if (assigned.Errors is null && review.Kind != PrivacyReviewKind.PostRelease)
        {
            await VersionRights.ReplaceAsync(work, review.VersionId, cancellationToken);
        }

        return assigned;
    }

    /// <summary>The input.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Reviewer">The person who is to review.</param>
    public sealed record Input(string Id, int Revision, string Reviewer);
}
