using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// How far the recipients of a recall got, counted. Those who oversee the center see every count; to its other staff no
/// count is told that stands for fewer than five, nor one that would tell such a count by subtraction.
/// </summary>
/// <param name="Recipients">How many recipients there are.</param>
/// <param name="Settled">How many did what was asked for, or said that they cannot.</param>
/// <param name="Overdue">How many did not in time.</param>
/// <param name="Escalated">For how many others were told.</param>
/// <param name="Unreachable">How many of those who are not done cannot sign in: others have to tell them.</param>
/// <param name="ByState">By how far they got.</param>
/// <param name="ByOrganizationKind">By the kind of the organizations they belong to.</param>
sealed record RecallProgress(
    int? Recipients,
    int? Settled,
    int? Overdue,
    int? Escalated,
    int? Unreachable,
    IReadOnlyList<RecallStateCount> ByState,
    IReadOnlyList<RecallKindCount> ByOrganizationKind)
{
    /// <summary>One progress a notice, in order. Only staff of the originator come here (the field's policy).</summary>
    public static async ValueTask<IReadOnlyList<RecallProgress>> LoadAsync(
        DistributionSession session, IReadOnlyList<RecallNotice> notices, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var (ids, now) = (notices.Select(notice => notice.Id).Distinct().ToArray(), session.Viewer.Now);
        var responses = context.Set<RecallResponse>().IgnoreQueryFilters()
            .Where(response => ids.Contains(response.NoticeId));
        var states = await (
            from response in responses
            join notice in context.Set<RecallNotice>().IgnoreQueryFilters() on response.NoticeId equals notice.Id
            group response by new
            {
                response.NoticeId,
                response.State,
                response.IsSettled,
                IsOverdue = !response.IsSettled && notice.RespondBy != null && notice.RespondBy <= now,
                IsEscalated = response.EscalatedAt != null,
            }
            into alike
            select new StateRow(
                alike.Key.NoticeId,
                alike.Key.State,
                alike.Key.IsSettled,
                alike.Key.IsOverdue,
                alike.Key.IsEscalated,
                alike.Count())).ToListAsync(cancellationToken);
        var kinds = await (
            from response in responses
            join organization in context.Set<Organization>().IgnoreQueryFilters()
                on response.RecipientOrganizationId equals (Guid?)organization.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            group response by new
            {
                response.NoticeId,
                Kind = (StakeholderKind?)organization!.Kind,
                response.IsSettled,
            }
            into alike
            select new KindRow(
                alike.Key.NoticeId,
                alike.Key.Kind,
                alike.Key.IsSettled,
                alike.Count())).ToListAsync(cancellationToken);
        var unreachable = await responses
            .Where(response => !response.IsSettled
                && !context.Set<ReachableRecipient>().Any(principal =>
                    principal.RecipientId == response.RecipientId
                    && (principal.EndsAt == null || principal.EndsAt > now)))
            .GroupBy(response => response.NoticeId)
            .Select(alike => new { alike.Key, Count = alike.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var (statesOf, kindsOf) = (states.ToLookup(row => row.NoticeId), kinds.ToLookup(row => row.NoticeId));
        var overseen = session.Viewer.OversightCenterIds;
        return
        [
            .. notices.Select(notice =>
            {
                var progress = Of(
                    [.. statesOf[notice.Id]], [.. kindsOf[notice.Id]], unreachable.GetValueOrDefault(notice.Id));
                return overseen.Contains(notice.OriginatorId) || session.Viewer.IsAuditor
                    ? progress
                    : progress.WithoutFew();
            }),
        ];
    }

    /// <summary>
    /// Without the counts that tell of few: zero tells of nobody. Where counts make up a whole, all of them go, lest
    /// the one that is left out be found by subtraction.
    /// </summary>
    public RecallProgress WithoutFew()
    {
        var areStatesTold = ByState.All(row => IsTold(Recipients, row.Count));
        var areKindsTold = ByOrganizationKind.All(row =>
            IsTold(Recipients, row.Recipients) && IsTold(row.Recipients, row.Settled));
        // Of those for whom others were told, some answered since: how many is not told by what is left of them.
        var isEscalatedTold = AreApart(Escalated, Overdue)
            && (!areStatesTold || AreApart(Escalated, CountOf(RecallResponseState.Escalated)));
        return new RecallProgress(
            SmallCounts.Told(Recipients ?? 0),
            areKindsTold && areStatesTold ? Told(Settled) : null,
            Told(Overdue),
            isEscalatedTold ? Told(Escalated) : null,
            IsTold(Recipients - Settled, Unreachable) ? Told(Unreachable) : null,
            areStatesTold ? ByState : [.. ByState.Select(row => row with { Count = null })],
            areKindsTold
                ? ByOrganizationKind
                : [.. ByOrganizationKind.Select(row => row with { Recipients = null, Settled = null })]);
    }

    int? Told(int? part) => SmallCounts.Told(Recipients ?? 0, part ?? 0);

    int CountOf(RecallResponseState state) => ByState.Where(row => row.State == state).Sum(row => row.Count ?? 0);

    static bool IsTold(int? whole, int? part) => SmallCounts.Told(whole ?? 0, part ?? 0) is not null;

    static bool AreApart(int? one, int? other) => SmallCounts.Told(Math.Abs((one ?? 0) - (other ?? 0))) is not null;

    static RecallProgress Of(List<StateRow> states, List<KindRow> kinds, int unreachable) => new(
        states.Sum(row => row.Count),
        states.Where(row => row.IsSettled).Sum(row => row.Count),
        states.Where(row => row.IsOverdue).Sum(row => row.Count),
        states.Where(row => row.IsEscalated).Sum(row => row.Count),
        unreachable,
        [
            .. Enum.GetValues<RecallResponseState>().Select(state => new RecallStateCount(
                state, states.Where(row => row.State == state).Sum(row => row.Count))),
        ],
        [
            .. kinds.GroupBy(row => row.Kind).OrderBy(rows => rows.Key).Select(rows => new RecallKindCount(
                rows.Key,
                rows.Sum(row => row.Count),
                rows.Where(row => row.IsSettled).Sum(row => row.Count))),
        ]);

    sealed record StateRow(
        Guid NoticeId, RecallResponseState State, bool IsSettled, bool IsOverdue, bool IsEscalated, int Count);

    sealed record KindRow(Guid NoticeId, StakeholderKind? Kind, bool IsSettled, int Count);
}
