using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What the steps that concern one finding have in common.</summary>
static class FindingChange
{
    /// <summary>Takes a step that says something about one finding, by its review's revision.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="id">The finding.</param>
    /// <param name="step">The step.</param>
    /// <param name="revision">The revision of the review that was read.</param>
    /// <param name="text">What is said, and the field it comes from.</param>
    /// <param name="change">What changes in the finding.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The review, and what became of it.</returns>
    public static async Task<(FoundReview? Found, Outcome Outcome)> ApplyAsync(
        UnitOfWork work,
        string id,
        ReviewStep step,
        int revision,
        (string Field, string Text) text,
        Action<UpdateSettersBuilder<PrivacyFinding>> change,
        CancellationToken cancellationToken)
    {
        var finding = NodeIds.KeyOf(id, nameof(PrivacyFinding)) is { } key
            ? await work.Visible<PrivacyFinding>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == key, cancellationToken)
            : null;
        if (finding is null || await ReviewChange.FindAsync(work, finding.ReviewId, cancellationToken) is not { } found)
        {
            return (null, Outcome.Refused(NotFoundError.Of("finding")));
        }

        var problem = ReviewChange.Check(work, found, step, revision)
            ?? (finding.Resolution is null ? null : new StateConflictError("The finding is settled."))
            ?? (object?)ReviewText.Check(text.Field, text.Text)
            ?? await ReviewedVersion.HoldAsync(work, found, cancellationToken);
        if (problem is not null)
        {
            return (found, Outcome.Refused(problem));
        }

        var (findingId, now) = (finding.Id, work.Now);
        await work.All<PrivacyFinding>().Where(row => row.Id == findingId)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(f => f.Revision, f => f.Revision + 1).SetProperty(f => f.UpdatedAt, now);
                    change(row);
                },
                cancellationToken);
        var outcome = await ReviewChange.ApplyAsync(
            work, found.Review, step, found.Review.State, reason: null, change: null, cancellationToken);
        return (found, outcome);
    }
}
