using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What other rights change for a reader, whatever made them other: memberships, attributes, agreements, a suspension,
/// a grant, time. What he held is worked out from the rights that are in force, and from what the log says was taken
/// away since he was told last; a right that the log says came later was not his then.
/// </summary>
/// <param name="context">The database; row rules are set aside.</param>
/// <param name="position">Where he stands.</param>
/// <param name="before">His rights of before, with the moment for which he was last told something under them.</param>
/// <param name="now">His rights of now.</param>
/// <param name="moment">The present moment, UTC.</param>
sealed class RightsDifference(
    DistributionContext context,
    ChangePosition position,
    IReadOnlyList<(RightsState Rights, DateTime At)> before,
    RightsState now,
    DateTime moment)
{
    /// <summary>
    /// The next products that he could hold and cannot see now, by rights that are in force still; in the order of ids.
    /// </summary>
    public async Task<List<Guid>> RevokedAsync(Guid after, int count, CancellationToken cancellationToken)
    {
        var products = new SortedSet<Guid>();
        var (audiences, lacks, present) = (now.AudienceIds, now.Lacks, moment);
        foreach (var (rights, at) in before)
        {
            var page = await HeldBy(rights, at)
                .Where(right => right.ProductId.CompareTo(after) > 0
                    && !context.Set<Entitlement>().IgnoreQueryFilters().Any(other =>
                        other.ProductId == right.ProductId
                        && other.IsCurrent
                        && other.Kind != EntitlementKind.Draft
                        && audiences.Contains(other.AudienceId)
                        && (other.Requires & lacks) == 0
                        && other.EffectiveAt <= present
                        && (other.Kind == EntitlementKind.Home
                            || other.ExpiresAt == null
                            || other.ExpiresAt > present)))
                .Select(right => right.ProductId)
                .Distinct()
                .OrderBy(id => id)
                .Take(count)
                .ToListAsync(cancellationToken);
            products.UnionWith(page);
        }

        return [.. products.Take(count)];
    }

    /// <summary>
    /// The next changes of the log that took from him what he could hold, and corrections of it, which took nothing;
    /// whether he sees it otherwise is not asked.
    /// </summary>
    public async Task<List<(long Sequence, Guid ProductId, bool IsTaken)>> RemovedAsync(
        long after, long through, int count, CancellationToken cancellationToken)
    {
        var changes = new SortedSet<(long Sequence, Guid ProductId, bool IsTaken)>();
        var begin = position.Sequence;
        foreach (var (rights, at) in before)
        {
            var (audiences, lacks) = (rights.AudienceIds, rights.Lacks);
            var page = await context.Set<Change>().IgnoreQueryFilters()
                .Where(change => change.Sequence > after
                    && change.Sequence <= through
                    && (change.Kind == ChangeKind.Superseded
                        || change.Kind == ChangeKind.Recalled
                        || change.Kind == ChangeKind.Expired
                        || change.RecallId != null)
                    && change.Audiences.Any(a =>
                        audiences.Contains(a.AudienceId)
                        && (a.Requires & lacks) == 0
                        && a.Since <= change.OccurredAt
                        && !context.Set<ChangeAudience>().Any(came =>
                            came.AudienceId == a.AudienceId
                            && came.Sequence > begin
                            && came.Sequence < change.Sequence
                            && came.Change.Kind == ChangeKind.Published
                            && came.Change.ProductId == change.ProductId
                            && came.Change.OccurredAt > at)))
                .OrderBy(change => change.Sequence)
                .Take(count)
                .Select(change => new { change.Sequence, change.ProductId, change.Kind })
                .ToListAsync(cancellationToken);
            changes.UnionWith(page.Select(change =>
                (change.Sequence, change.ProductId!.Value, change.Kind != ChangeKind.MetadataChanged)));
        }

        return [.. changes.Take(count)];
    }

    /// <summary>
    /// The next products that he can see now and does not hold for sure, or of which he can see other parts now; in the
    /// order of ids. Where his rights became others again before the difference was told to its end, nothing is sure:
    /// some may have been taken from him.
    /// </summary>
    public Task<List<Guid>> GrantedAsync(Guid after, int count, CancellationToken cancellationToken)
    {
        var (audiences, lacks, present) = (now.AudienceIds, now.Lacks, moment);
        var visible = context.Set<Entitlement>().IgnoreQueryFilters()
            .Where(right => right.IsCurrent
                && right.Kind != EntitlementKind.Draft
                && audiences.Contains(right.AudienceId)
                && (right.Requires & lacks) == 0
                && right.EffectiveAt <= present
                && (right.Kind == EntitlementKind.Home || right.ExpiresAt == null || right.ExpiresAt > present)
                && right.ProductId.CompareTo(after) > 0);
        if (before is [var (rights, at)])
        {
            var (old, lacked) = (rights.AudienceIds, rights.Lacks);
            Guid[] others = [.. old.Except(audiences), .. audiences.Except(old)];
            visible = visible.Where(right =>
                !context.Set<Entitlement>().Any(other =>
                    other.ProductId == right.ProductId
                    && other.IsCurrent
                    && other.Kind != EntitlementKind.Draft
                    && old.Contains(other.AudienceId)
                    && (other.Requires & lacked) == 0
                    && other.EffectiveAt <= at)
                // The center's staff and who reads by a grant see all of it.
                || context.Set<Entitlement>().Any(whole =>
                    whole.VersionId == right.VersionId
                    && (whole.Kind == EntitlementKind.Home || whole.Kind == EntitlementKind.Grant)
                    && others.Contains(whole.AudienceId))
                // What was hidden and stays it tells nothing of itself.
                || context.Set<Portion>().Any(portion =>
                    portion.VersionId == right.VersionId
                    && ((portion.Requires & lacked) == 0) != ((portion.Requires & lacks) == 0))
                || context.Set<SourceReference>().Any(source =>
                    source.VersionId == right.VersionId
                    && ((source.Requires & lacked) == 0) != ((source.Requires & lacks) == 0)));
        }

        return visible.Select(right => right.ProductId)
            .Distinct()
            .OrderBy(id => id)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those of some products that he could hold.</summary>
    public async Task<HashSet<Guid>> HeldAsync(IReadOnlyCollection<Guid> products, CancellationToken cancellationToken)
    {
        var held = new HashSet<Guid>();
        foreach (var (rights, at) in before)
        {
            held.UnionWith(await HeldBy(rights, at)
                .Where(right => products.Contains(right.ProductId))
                .Select(right => right.ProductId)
                .ToListAsync(cancellationToken));
        }

        return held;
    }

    /// <summary>The rights in force by which he could hold something when he was last told.</summary>
    IQueryable<Entitlement> HeldBy(RightsState rights, DateTime at)
    {
        var (audiences, lacks, begin, present) = (rights.AudienceIds, rights.Lacks, position.Sequence, moment);
        return context.Set<Entitlement>().IgnoreQueryFilters()
            .Where(right => right.IsCurrent
                && right.Kind != EntitlementKind.Draft
                && audiences.Contains(right.AudienceId)
                && (right.Requires & lacks) == 0
                && right.EffectiveAt <= present
                && !context.Set<ChangeAudience>().Any(came =>
                    came.AudienceId == right.AudienceId
                    && came.Sequence > begin
                    && came.Change.Kind == ChangeKind.Published
                    && came.Change.ProductId == right.ProductId
                    && came.Change.OccurredAt > at));
    }
}
