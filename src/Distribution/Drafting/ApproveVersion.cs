using GraphApi.Data.UseCases;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Lets a reviewed version be released. By somebody who neither wrote nor reviewed it, once the privacy review let it
/// pass and every third agency consented to the use of its information.
/// </summary>
static class ApproveVersion
{
    /// <summary>What it takes.</summary>
    /// <param name="Id">The version.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsPublicRelease">Whether release to the public is approved as well.</param>
    public sealed record Input(string Id, int Revision, string Reason, bool IsPublicRelease);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        var problem =
            await VersionChange.CheckAsync(work, version, VersionStep.Approve, input.Revision, cancellationToken)
            ?? ReasonText.Check(input.Reason)
            ?? await CheckReadyAsync(work, version.Id, cancellationToken)
            ?? (input.IsPublicRelease ? await CheckPublicAsync(work, version, cancellationToken) : null);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var isPublic = input.IsPublicRelease;
        var outcome = await VersionChange.ApplyAsync(
            work,
            version,
            VersionStep.Approve,
            input.Reason,
            row => row.SetProperty(v => v.IsPublicReleaseApproved, isPublic),
            cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        work.Add(new VersionApproval
        {
            Id = Guid.NewGuid(),
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Kind = ApprovalKind.Supervisor,
            ApprovedById = work.Viewer.PersonId!.Value,
            ApprovedAt = work.Now,
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        });
        await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        return outcome;
    }

    static async Task<object?> CheckReadyAsync(UnitOfWork work, Guid version, CancellationToken cancellationToken) =>
        !await ConcurringReview.ExistsAsync(work, version, cancellationToken)
            ? new StateConflictError("Its privacy review has not let it pass.")
            : await work.All<SourceReference>().AnyAsync(
                source => source.VersionId == version
                    && (source.ThirdAgencyConsent == ThirdAgencyConsent.Requested
                        || source.ThirdAgencyConsent == ThirdAgencyConsent.Refused),
                cancellationToken)
                ? new StateConflictError("A third agency has not consented to the use of its information.")
                : null;

    static async Task<object?> CheckPublicAsync(
        UnitOfWork work, ProductVersion version, CancellationToken cancellationToken)
    {
        var product = await work.All<Product>().AsNoTracking()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var portions = await work.All<Portion>().AsNoTracking().Where(portion => portion.VersionId == version.Id)
            .ToListAsync(cancellationToken);
        return EntitlementRules.CanBePublic(product, portions)
            ? null
            : new InvalidInputError(
                "isPublicRelease",
                "For the public is what is TLP:CLEAR throughout, under no other control, and made for no exercise.");
    }
}
