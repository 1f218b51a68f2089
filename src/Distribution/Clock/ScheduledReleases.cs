using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Releases versions whose time has come, for who scheduled them. What does not fit any more, or was scheduled by
/// somebody who may not release it any more, stays scheduled, is told of and tried again: nothing goes out that could
/// not be released by hand.
/// </summary>
sealed class ScheduledReleases : DueWork
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        await Waiting(context)
            .Where(version => version.ReleaseAt <= now)
            .OrderBy(version => version.ReleaseAt).ThenBy(version => version.Id)
            .Select(version => version.Id).Take(MostAtOnce)
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        Waiting(context).Where(version => version.ReleaseAt > now)
            .MinAsync(version => version.ReleaseAt, cancellationToken);

    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        if (await Claim.VersionAsync(work, id, cancellationToken)
            is not { State: VersionState.Scheduled } version || version.ReleaseAt > work.Now)
        {
            return null;
        }

        var scheduled = await work.All<VersionEvent>()
            .Where(step => step.VersionId == id && step.Step == VersionStep.Schedule && step.ActorId != null)
            .OrderByDescending(step => step.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        if (scheduled is null)
        {
            return Outcome.Refused(new StateConflictError("Nobody is on record as having scheduled it."));
        }

        var person = scheduled.ActorId!.Value;
        return await Releaser.MayReleaseAsync(work, version, person, cancellationToken)
            ? await Release.RunAsync(
                work,
                new ReleaseOrder(version, VersionStep.Publish, person, scheduled.Reason ?? "")
                {
                    TakesAnyPlace = true,
                },
                cancellationToken)
            : Outcome.Refused(new StateConflictError("The person who scheduled it may not release it any more."));
    }

    // The embargo of what came from another system ends by itself: its rights take effect then.
    static IQueryable<ProductVersion> Waiting(AccessContext context) => context.Set<ProductVersion>().Where(version =>
        version.State == VersionState.Scheduled
        && version.ReleaseAt != null
        && version.Product.CurrentVersionId != version.Id);
}
