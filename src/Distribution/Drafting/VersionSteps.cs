using GraphApi.Data.UseCases;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.Drafting;

/// <summary>What the steps have in common that take a version, a revision and a reason.</summary>
static class VersionSteps
{
    /// <summary>
    /// Takes a step: checks it, takes it, lets reviews count no more where it says so, and replaces the rights.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="input">What it takes.</param>
    /// <param name="step">The step.</param>
    /// <param name="voidsReviews">Whether the version's reviews count no more.</param>
    /// <param name="change">What else changes; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The version as it was, where it was found, and what became of it.</returns>
    public static async Task<(ProductVersion? Version, Outcome Outcome)> TakeAsync(
        UnitOfWork work,
        VersionDecision input,
        VersionStep step,
        bool voidsReviews,
        Action<UpdateSettersBuilder<ProductVersion>>? change,
        CancellationToken cancellationToken)
    {
        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return (null, Outcome.Refused(NotFoundError.Of("version")));
        }

        var problem = await VersionChange.CheckAsync(work, version, step, input.Revision, cancellationToken)
            ?? ReasonText.Check(input.Reason);
        if (problem is not null)
        {
            return (version, Outcome.Refused(problem));
        }

        var outcome = await VersionChange.ApplyAsync(work, version, step, input.Reason, change, cancellationToken);
        if (outcome.Errors is not null)
        {
            return (version, outcome);
        }

        if (voidsReviews)
        {
            await VoidReviews.AllAsync(work, version.Id, input.Reason, cancellationToken);
        }

        await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        return (version, outcome);
    }
}
