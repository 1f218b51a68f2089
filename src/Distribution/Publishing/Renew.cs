using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Gives a version in force a later end, or makes one that is past its validity valid again: for the audience it went
/// to, where that is still fit.
/// </summary>
static class Renew
{
    static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary>What it takes.</summary>
    public sealed record Input(string Id, int Revision, DateTime ValidUntil, string Reason);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (Check(work, input) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        if (await VersionChange.CheckAsync(work, version, VersionStep.Renew, input.Revision, cancellationToken)
            is { } problem)
        {
            return Outcome.Refused(problem);
        }

        if (version.ValidUntil is not { } end || end >= input.ValidUntil)
        {
            return Outcome.Refused(new InvalidInputError("validUntil", "It is later than the present end."));
        }

        if (version is { IsEmergencyRelease: true, PrivacyReviewedOn: null })
        {
            return Outcome.Refused(new StateConflictError(
                "It was released in an emergency, and no privacy review has let it pass since."));
        }

        var product = await work.All<Product>()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        if (product.CurrentVersionId != version.Id)
        {
            return Outcome.Refused(new StateConflictError("A newer version took its place."));
        }

        var portions = await work.All<Portion>().Where(portion => portion.VersionId == version.Id)
            .ToListAsync(cancellationToken);
        var audience = await IntendedAudience.OfPublicationsAsync(work, version.Id, cancellationToken);
        var problems = await AudienceFitness.FindProblemsAsync(work, product, portions, audience, cancellationToken);
        return problems.Count > 0
            ? Outcome.Refused(problems)
            : await ApplyAsync(work, product, version, input, cancellationToken);
    }

    static InvalidInputError? Check(UnitOfWork work, Input input) =>
        input.ValidUntil <= work.Now || input.ValidUntil > work.Now + Farthest
            ? new InvalidInputError("validUntil", $"It is in the future, at most {Farthest.TotalDays:0} days.")
            : ReasonText.Check(input.Reason);

    static async Task<Outcome> ApplyAsync(
        UnitOfWork work, Product product, ProductVersion version, Input input, CancellationToken cancellationToken)
    {
        var outcome = await VersionChange.ApplyAsync(
            work,
            version,
            VersionStep.Renew,
            input.Reason,
            row => row.SetProperty(v => v.ValidUntil, input.ValidUntil),
            cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        await ProductStanding.SetAsync(work, product, ProductState.Current, input.ValidUntil, cancellationToken);
        var (before, after) = await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        var had = before.Where(right => right.IsCurrent).Select(right => right.AudienceId).ToHashSet();
        Announce(ChangeKind.MetadataChanged, [.. after.Where(right => had.Contains(right.AudienceId))]);
        Announce(ChangeKind.Published, [.. after.Where(right => !had.Contains(right.AudienceId))]);
        return outcome;

        void Announce(ChangeKind kind, IReadOnlyList<Entitlement> rights)
        {
            if (rights.Count > 0)
            {
                work.Announce(Announcement.ToHolders(kind, version.OriginatorId, rights));
            }
        }
    }
}
