using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Takes an approved or scheduled version back into work: what was reviewed and approved counts no more, and it goes
/// the whole way again.
/// </summary>
static class ReopenVersion
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, VersionDecision input, CancellationToken cancellationToken)
    {
        var (version, outcome) = await VersionSteps.TakeAsync(
            work,
            input,
            VersionStep.Reopen,
            voidsReviews: true,
            row => row.SetProperty(v => v.ReleaseAt, (DateTime?)null)
                .SetProperty(v => v.IsPublicReleaseApproved, false),
            cancellationToken);
        if (outcome.Errors is null)
        {
            await work.All<VersionApproval>().Where(approval => approval.VersionId == version!.Id)
                .ExecuteDeleteAsync(cancellationToken);
        }

        return outcome;
    }
}
