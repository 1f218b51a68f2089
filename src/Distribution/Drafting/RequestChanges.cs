using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Drafting;

/// <summary>Gives a version in review back to its authors, with what is to change.</summary>
static class RequestChanges
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, VersionDecision input, CancellationToken cancellationToken) =>
        (await VersionSteps.TakeAsync(
            work,
            input,
            VersionStep.RequestChanges,
            voidsReviews: false,
            change: null,
            cancellationToken)).Outcome;
}
