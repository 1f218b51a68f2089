using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Settles a finding, as the reviewer: what was asked for is done, or is not needed. With the last one that was left a
/// concurrence with changes lets the version pass as it is then.
/// </summary>
static class ResolveFinding
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var (text, person, now) = (input.Resolution.Trim(), work.Viewer.PersonId, work.Now);
        var (found, outcome) = await FindingChange.ApplyAsync(
            work,
            input.Finding,
            ReviewStep.ResolveFinding,
            input.Revision,
            ("resolution", input.Resolution),
            row => row.SetProperty(f => f.Resolution, text)
                .SetProperty(f => f.ResolvedById, person)
                .SetProperty(f => f.ResolvedAt, now),
            cancellationToken);
        if (outcome.Errors is null
            && found!.Review.State == PrivacyReviewState.Completed
            && !await SignReview.HasOpenFindingsAsync(work, found.Review.Id, cancellationToken))
        {
            await ReviewedVersion.PassAsync(work, found, cancellationToken);
        }

        return outcome;
    }

    /// <summary>The input.</summary>
    /// <param name="Finding">The finding.</param>
    /// <param name="Revision">The revision of the review that was read.</param>
    /// <param name="Resolution">What was done, or why nothing need be.</param>
    public sealed record Input(string Finding, int Revision, string Resolution);
}
