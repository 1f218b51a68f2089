using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// The release of a version, whoever or whatever brings it about: audience, publication, states, rights, ledger,
/// clearance and announcements, in one transaction.
/// </summary>
static class Release
{
    /// <summary>Releases it, or says what stands against it; then the transaction is to be given up.</summary>
    public static async Task<Outcome> RunAsync(
        UnitOfWork work, ReleaseOrder order, CancellationToken cancellationToken)
    {
        var version = order.Version;
        if (!await HoldAsync(work, version, cancellationToken))
        {
            return Outcome.Refused(RevisionConflictError.Of(version.Revision + 1));
        }

        await HoldListsAsync(work, version.Id, cancellationToken);
        var product = await work.All<Product>()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var portions = await work.All<Portion>().Where(portion => portion.VersionId == version.Id)
            .OrderBy(portion => portion.Ordinal).ToListAsync(cancellationToken);
        var audience = await IntendedAudience.ReadAsync(
            work.All<VersionList>(), work.All<VersionRecipient>(), version.Id, cancellationToken);
        var former = product.CurrentVersionId is { } current
            ? await work.All<ProductVersion>().SingleAsync(row => row.Id == current, cancellationToken)
            : null;
        if (CheckWhole(work, product, version, portions, former, order) is { } problem)
        {
            return Outcome.Refused(problem);
        }

        var problems = await AudienceFitness.FindProblemsAsync(work, product, portions, audience, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        var review = order.Emergency is null
            ? await ConcurringReview.FindAsync(work, version.Id, order.ReleasedById, cancellationToken)
            : null;
        if (review is null && order.Emergency is null)
        {
            return Outcome.Refused(ConcurringReview.Missing);
        }

        return await ReleaseAsync(
            work, order, new Plan(product, portions, audience, former, review), cancellationToken);
    }

    /// <summary>
    /// Keeps a version as it was found until the transaction ends; false: somebody was faster. The version before its
    /// product, as every other step holds them: two that hold them the other way round wait for each other.
    /// </summary>
    static async Task<bool> HoldAsync(UnitOfWork work, ProductVersion version, CancellationToken cancellationToken)
    {
        var (id, revision, state) = (version.Id, version.Revision, version.State);
        return await work.All<ProductVersion>()
            .Where(row => row.Id == id && row.Revision == revision && row.State == state)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.UpdatedAt, v => v.UpdatedAt), cancellationToken) == 1;
    }

    /// <summary>
    /// Keeps the lists it goes to as they are until the transaction ends: none is taken out of use, carries less or
    /// gets another member after it was looked at. Releases do not wait for each other. On SQLite whoever holds the
    /// version is the only one who writes.
    /// </summary>
    static async Task HoldListsAsync(UnitOfWork work, Guid version, CancellationToken cancellationToken)
    {
        if (work.IsPostgreSql)
        {
            await work.ExecuteAsync(
                $"""
                SELECT id FROM distribution_lists
                WHERE id IN (SELECT list_id FROM version_lists WHERE version_id = {version}) ORDER BY id FOR SHARE
                """,
                cancellationToken);
        }
    }

    static StateConflictError? CheckWhole(
        UnitOfWork work,
        Product product,
        ProductVersion version,
        List<Portion> portions,
        ProductVersion? former,
        ReleaseOrder order)
    {
        if (version.TitlePortionId is null || portions.Count == 0)
        {
            return new StateConflictError("It has no title.");
        }

        if (ContentDigest.Of(portions) != version.ContentHash)
        {
            return new StateConflictError("What it says is not what was written down of it: revise it.");
        }

        if (EndOf(work, product, version) <= work.Now)
        {
            return new StateConflictError("It would be past its validity at once: give it a later end.");
        }

        var superseded = former is { State: VersionState.Published } ? former.Id : (Guid?)null;
        return order.TakesAnyPlace || superseded == order.Supersedes ? null : new StateConflictError(superseded is null
            ? "No version is in force that it could take the place of."
            : "Another version is in force: name it, so that this one takes its place.");
    }

    static async Task<Outcome> ReleaseAsync(
        UnitOfWork work, ReleaseOrder order, Plan plan, CancellationToken cancellationToken)
    {
        var version = order.Version;
        // A recall holds the version in force before the product, too.
        if ((plan.Former is { } held && !await HoldAsync(work, held, cancellationToken))
            || !await UpdateProductAsync(work, plan.Product, version, cancellationToken))
        {
            return Outcome.Refused(RevisionConflictError.Of(version.Revision));
        }

        IReadOnlyList<Entitlement> before = [];
        if (plan.Former is { } former)
        {
            if (former.State == VersionState.Published
                && await VersionChange.ApplyAsync(
                    work, former, VersionStep.Supersede, order.Reason, change: null, cancellationToken)
                    is { Errors: not null } conflict)
            {
                return conflict;
            }

            (before, _) = await VersionRights.ReplaceAsync(work, former.Id, cancellationToken);
        }

        var outcome = await ApplyAsync(work, order, plan, cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        var publication = AddPublication(work, order, plan);
        await ClearAsync(work, order, plan, cancellationToken);
        var (_, rights) = await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        var recipients = await LedgerWriter.WriteAsync(
            work,
            publication,
            rights,
            plan.Portions,
            TypeDefaults.MustBeAcknowledged(plan.Product.Type, plan.Portions),
            cancellationToken);
        if (recipients == 0)
        {
            return Outcome.Refused(AudienceFitness.NobodyPresent);
        }

        ReleaseAnnouncements.Announce(work, plan.Product.OriginatorId, before, rights);
        work.ChangesRights |= rights.Any(right => right.Kind == EntitlementKind.Grant);
        return outcome;
    }

    static async Task<bool> UpdateProductAsync(
        UnitOfWork work, Product product, ProductVersion version, CancellationToken cancellationToken)
    {
        var (now, end) = (work.Now, EndOf(work, product, version));
        var number = product.PublicNumber
            ?? await PublicNumber.DrawAsync(work, product.OriginatorId, cancellationToken);
        return await work.All<Product>()
            .Where(row => row.Id == product.Id && row.Revision == product.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(p => p.PublicNumber, number)
                    .SetProperty(p => p.CurrentVersionId, version.Id)
                    .SetProperty(p => p.State, ProductState.Current)
                    .SetProperty(p => p.Urgency, version.Urgency)
                    .SetProperty(p => p.PublishedAt, now)
                    .SetProperty(p => p.ValidUntil, end)
                    .SetProperty(p => p.Revision, product.Revision + 1)
                    .SetProperty(p => p.UpdatedAt, now),
                cancellationToken) == 1;
    }

    static Task<Outcome> ApplyAsync(
        UnitOfWork work, ReleaseOrder order, Plan plan, CancellationToken cancellationToken)
    {
        var (now, end) = (work.Now, EndOf(work, plan.Product, order.Version));
        var reviewed = (plan.Review?.DecidedAt ?? plan.Review?.SignedAt) is { } at
            ? DateOnly.FromDateTime(at) : (DateOnly?)null;
        var isEmergency = order.Emergency is not null;
        var early = order.Version.ReleaseAt > now;
        return VersionChange.ApplyAsync(
            work,
            order.Version,
            order.Step,
            order.Remark ?? order.Reason,
            row => row
                .SetProperty(v => v.ReleaseAt, early ? now : order.Version.ReleaseAt)
                .SetProperty(v => v.PublishedAt, now)
                .SetProperty(v => v.ValidFrom, now)
                .SetProperty(v => v.ValidUntil, end)
                .SetProperty(v => v.PrivacyReviewedOn, reviewed)
                .SetProperty(v => v.IsEmergencyRelease, isEmergency),
            cancellationToken);
    }

    static Publication AddPublication(UnitOfWork work, ReleaseOrder order, Plan plan)
    {
        var publication = new Publication
        {
            Id = Guid.NewGuid(),
            ProductId = plan.Product.Id,
            VersionId = order.Version.Id,
            OriginatorId = plan.Product.OriginatorId,
            EffectiveAt = work.Now,
            ReleasedById = order.ReleasedById,
            ReasonForRelease = order.Reason.Trim(),
            AudienceSnapshotHash = ContentDigest.Of(plan.Audience.RightsOf(
                plan.Product, order.Version, plan.Portions, work.Now).Select(right => right.AudienceId)
                .Append(plan.Product.OriginatorId)),
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };
        work.Add(publication);
        foreach (var list in plan.Audience.Lists)
        {
            work.Add(new PublicationList { PublicationId = publication.Id, ListId = list.Id });
        }

        foreach (var id in plan.Audience.PersonIds)
        {
            work.Add(new PublicationRecipient
            {
                Id = Guid.NewGuid(),
                PublicationId = publication.Id,
                PersonId = id,
            });
        }

        foreach (var id in plan.Audience.OrganizationIds)
        {
            work.Add(new PublicationRecipient
            {
                Id = Guid.NewGuid(),
                PublicationId = publication.Id,
                OrganizationId = id,
            });
        }

        return publication;
    }

    /// <summary>
    /// Who let it pass, and the clearance that seals what was written of it until then. Rights are given afterwards.
    /// </summary>
    static async Task ClearAsync(
        UnitOfWork work, ReleaseOrder order, Plan plan, CancellationToken cancellationToken)
    {
        if (order.Emergency is { } emergency)
        {
            var other = emergency.DirectorId == emergency.FirstId ? emergency.SecondId : emergency.FirstId;
            work.Add(ApprovalOf(work, order, ApprovalKind.EmergencySupervisor, other));
            work.Add(ApprovalOf(work, order, ApprovalKind.EmergencyDirector, emergency.DirectorId));
            await VoidReviews.AllAsync(work, order.Version.Id, order.Reason, cancellationToken);
            await RequestReview.AfterReleaseAsync(work, plan.Product, order.Version, cancellationToken);
            await work.SaveAsync(cancellationToken);
            work.Add(ReleaseClearance.OfEmergency(
                order.Version, emergency.FirstId, emergency.SecondId, order.Reason.Trim(), work.Now));
        }
        else
        {
            work.Add(ApprovalOf(work, order, ApprovalKind.Release, order.ReleasedById));
            await work.SaveAsync(cancellationToken);
            work.Add(ReleaseClearance.Of(plan.Review!, order.ReleasedById, work.Now));
        }

        await work.SaveAsync(cancellationToken);
    }

    static VersionApproval ApprovalOf(UnitOfWork work, ReleaseOrder order, ApprovalKind kind, Guid person) => new()
    {
        Id = Guid.NewGuid(),
        VersionId = order.Version.Id,
        OriginatorId = order.Version.OriginatorId,
        Kind = kind,
        ApprovedById = person,
        ApprovedAt = work.Now,
        CreatedAt = work.Now,
        UpdatedAt = work.Now,
    };

    /// <summary>Until when it is valid: as the draft says, else as its type is; null: open-ended.</summary>
    static DateTime? EndOf(UnitOfWork work, Product product, ProductVersion version) =>
        version.ValidUntil ?? work.Now + TypeDefaults.ValidityOf(product.Type);

    /// <summary>What a release works with.</summary>
    /// <param name="Product">The product as it was.</param>
    /// <param name="Portions">The portions of the version, in order.</param>
    /// <param name="Audience">Whom it is meant for.</param>
    /// <param name="Former">The version that was the product's current one; null: none.</param>
    /// <param name="Review">The review it rests on; null: an emergency.</param>
    sealed record Plan(
        Product Product,
        List<Portion> Portions,
        IntendedAudience Audience,
        ProductVersion? Former,
        PrivacyReview? Review);
}
