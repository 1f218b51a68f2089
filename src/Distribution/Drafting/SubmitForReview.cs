using GraphApi.Data.UseCases;
using GraphApi.Distribution.Drafting.Readiness;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Gives a draft to review, for the first time or again: it has to be ready, what was found has to be answered, it is
/// scanned for personal information, and its privacy review is asked for. Nobody works on it from then on.
/// </summary>
static class SubmitForReview
{
    /// <summary>For the first time.</summary>
    public static ValueTask<Outcome> RunAsync(
        UnitOfWork work, DraftSubmission input, CancellationToken cancellationToken) =>
        RunAsync(work, input, VersionStep.SubmitForReview, cancellationToken);

    /// <summary>Again, after changes were asked for.</summary>
    public static ValueTask<Outcome> AgainAsync(
        UnitOfWork work, DraftSubmission input, CancellationToken cancellationToken) =>
        RunAsync(work, input, VersionStep.Resubmit, cancellationToken);

    static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, DraftSubmission input, VersionStep step, CancellationToken cancellationToken)
    {
        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        if (await VersionChange.CheckAsync(work, version, step, input.Revision, cancellationToken) is { } refused)
        {
            return Outcome.Refused(refused);
        }

        var content = await DraftContent.ReadAsync(work, version.Id, cancellationToken);
        var problem = (object?)DraftProblemsError.Of(ReviewReadiness.Check(new DraftInReadiness(
                content,
                version.AnalystNotes,
                await HasAudienceAsync(work, version.Id, cancellationToken))))
            ?? (await HasUnansweredFindingsAsync(work, version.Id, cancellationToken)
                ? new StateConflictError("A finding that blocks it is not answered yet.")
                : null);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var submitted = version.SubmittedAt ?? work.Now;
        var outcome = await VersionChange.ApplyAsync(
            work,
            version,
            step,
            reason: null,
            row => row.SetProperty(v => v.SubmittedAt, submitted),
            cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        await AskForReviewAsync(work, version, content, cancellationToken);
        await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        return outcome;
    }

    /// <summary>
    /// The review that goes on or begins, with what the scan found; none where one has let it pass as it is.
    /// </summary>
    static async Task AskForReviewAsync(
        UnitOfWork work, ProductVersion version, DraftContent content, CancellationToken cancellationToken)
    {
        if (await ConcurringReview.ExistsAsync(work, version.Id, cancellationToken))
        {
            return;
        }

        var product = await work.All<Product>().AsNoTracking()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var review = await RequestReview.ForAsync(work, product, version, cancellationToken);
        await ScanFindings.WriteAsync(work, review, content, cancellationToken);
    }

    static async Task<bool> HasAudienceAsync(UnitOfWork work, Guid version, CancellationToken cancellationToken) =>
        await work.All<VersionList>().AnyAsync(link => link.VersionId == version, cancellationToken)
        || await work.All<VersionRecipient>()
            .AnyAsync(recipient => recipient.VersionId == version, cancellationToken);

    static Task<bool> HasUnansweredFindingsAsync(
        UnitOfWork work, Guid version, CancellationToken cancellationToken) =>
        work.All<PrivacyFinding>().AnyAsync(
            finding => finding.Review.VersionId == version
                && finding.Review.State != PrivacyReviewState.Voided
                && finding.Severity == FindingSeverity.Blocking
                && finding.Answer == null
                && finding.Resolution == null,
            cancellationToken);
}
