using System.Collections.Immutable;
using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Does what is due: each in a transaction of its own, once whatever the number of nodes, in the name of nobody.
/// </summary>
/// <param name="database">The database without row rules.</param>
/// <param name="writer">Runs use cases.</param>
/// <param name="options">What the module was made with.</param>
sealed class DueWorks(Database<AccessContext> database, SessionWriter writer, DistributionOptions options)
{
    const string Forgetting = "Forgetting";

    static readonly TimeSpan ForgettingPause = TimeSpan.FromHours(1);

    /// <summary>How long it is known what a mutation with an idempotency key led to.</summary>
    static readonly TimeSpan KeyRetention = TimeSpan.FromHours(24);

    readonly ScheduledReleases _releases = new();
    readonly Expiries _expiries = new();
    readonly OverdueReviews _overdue = new();
    readonly OverdueRecalls _recalls = new();
    readonly EndedAccess _ended = new();

    ImmutableArray<DueWork> All => [_releases, _expiries, _overdue, _recalls, _ended];

    DateTime Now => options.Time.GetUtcNow().UtcDateTime;

    /// <summary>When something is known to be due next, UTC; null: nothing is.</summary>
    public async Task<DateTime?> FindNextAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        DateTime? next = null;
        foreach (var work in All)
        {
            if (await work.FindNextAsync(context, Now, cancellationToken) is { } at && !(at >= next))
            {
                next = at;
            }
        }

        return next;
    }

    /// <summary>Does what is due now; what fails is told of and does not keep the rest from being done.</summary>
    public async Task<ClockReport> RunAsync(CancellationToken cancellationToken)
    {
        var refused = new List<Guid>();
        var failed = new List<(Guid Subject, Exception Problem)>();
        var released = await RunAsync(_releases, refused, failed, cancellationToken);
        var expired = await RunAsync(_expiries, refused, failed, cancellationToken);
        var overdue = await RunAsync(_overdue, refused, failed, cancellationToken);
        await RunAsync(_recalls, refused, failed, cancellationToken);
        await RunAsync(_ended, refused, failed, cancellationToken);
        await ForgetAsync(cancellationToken);
        return new ClockReport(released, expired, overdue, refused, failed);
    }

    async Task<int> RunAsync(
        DueWork work,
        List<Guid> refused,
        List<(Guid Subject, Exception Problem)> failed,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> due;
        await using (var context = database.CreateContext())
        {
            due = await work.FindDueAsync(context, Now, cancellationToken);
        }

        var done = 0;
        foreach (var id in due)
        {
            try
            {
                done += await RunAsync(work, id, refused, cancellationToken);
            }
            catch (Exception problem) when (
                (problem is DbException or DbUpdateException) && SqlState.ToError(problem) is null)
            {
                failed.Add((id, problem));
            }
        }

        return done;
    }

    async Task<int> RunAsync(DueWork work, Guid id, List<Guid> refused, CancellationToken cancellationToken)
    {
        var isTaken = false;
        var outcome = await writer.RunAsync(
            new Viewer { Now = Now },
            async (unit, stop) =>
            {
                var found = await work.RunAsync(unit, id, stop);
                isTaken = found is null;
                return found ?? Outcome.Refused(new StateConflictError("Somebody else does it."));
            },
            cancellationToken);
        if (outcome.Errors is null)
        {
            return 1;
        }

        if (!isTaken)
        {
            refused.Add(id);
        }

        return 0;
    }

    /// <summary>Deletes, every hour on one node, what is kept for a time only.</summary>
    async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var isDue = false;
        await writer.RunAsync(
            new Viewer { Now = Now },
            async (unit, stop) =>
            {
                isDue = await Claim.SinceAsync(unit, Forgetting, ForgettingPause, stop) is not null;
                return Outcome.Done(Guid.Empty);
            },
            cancellationToken);
        if (!isDue)
        {
            return;
        }

        await using var context = database.CreateContext();
        var before = Now - KeyRetention;
        await context.Set<IdempotencyRecord>().Where(record => record.CreatedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await ChangeRetention.ForgetAsync(context, Now - options.ChangeRetention, cancellationToken);
    }
}
