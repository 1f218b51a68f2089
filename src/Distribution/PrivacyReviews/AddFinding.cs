using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Writes down what the reviewer found, in a portion or in the version as a whole.</summary>
static class AddFinding
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, input.Id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var review = found.Review;
        var problem = ReviewChange.Check(work, found, ReviewStep.AddFinding, input.Revision)
            ?? ReviewText.Check("requiredAction", input.RequiredAction)
            ?? await CheckPortionAsync(work, review, input.PortionKey, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        work.Add(new PrivacyFinding
        {
            Id = Guid.NewGuid(),
            ReviewId = review.Id,
            OriginatorId = review.OriginatorId,
            PortionKey = input.PortionKey,
            Category = input.Category,
            Severity = input.Severity,
            RequiredAction = input.RequiredAction.Trim(),
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        });
        return await ReviewChange.ApplyAsync(
            work,
            review,
            ReviewStep.AddFinding,
            PrivacyReviewState.InReview,
            reason: null,
            change: null,
            cancellationToken);
    }

    static async Task<object?> CheckPortionAsync(
        UnitOfWork work, PrivacyReview review, string? key, CancellationToken cancellationToken) =>
        key is null
        || await work.Visible<Portion>().AnyAsync(
            portion => portion.VersionId == review.VersionId && portion.Key == key, cancellationToken)
            ? null
            : new InvalidInputError("portionKey", "The version has no portion with this key.");

    /// <summary>The input.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="PortionKey">The portion it is about; null: the whole version.</param>
    /// <param name="Category">What it is about.</param>
    /// <param name="Severity">How much it weighs.</param>
    /// <param name="RequiredAction">What must be done.</param>
    public sealed record Input(
        string Id,
        int Revision,
        string? PortionKey,
        FindingCategory Category,
        FindingSeverity Severity,
        string RequiredAction);
}
