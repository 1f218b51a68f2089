using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Drafting;

/// <summary>Gives a version up before its release. Its reviews count no more; its record stays.</summary>
static class CancelVersion
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, VersionDecision input, CancellationToken cancellationToken) =>
        (await VersionSteps.TakeAsync(
            work,
            input,
            VersionStep.Cancel,
            voidsReviews: true,
            row => row.SetProperty(v => v.ReleaseAt, (DateTime?)null)
                .SetProperty(v => v.IsPublicReleaseApproved, false),
            cancellationToken)).Outcome;
}
