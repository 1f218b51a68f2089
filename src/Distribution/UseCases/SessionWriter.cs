using System.Security.Claims;
using GraphApi.Data.ChangeLog;
using GraphApi.Data.Databases;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;

namespace GraphApi.Distribution.UseCases;

/// <summary>Runs the use cases of requests, and says who the viewer is afterwards.</summary>
/// <param name="database">The database.</param>
/// <param name="viewers">Who principals are; it forgets what a use case made untrue.</param>
/// <param name="signal">Wakes those of this node who read the change log.</param>
/// <param name="options">What the module was made with.</param>
sealed class SessionWriter(
    Database<DistributionContext> database,
    ViewerResolver viewers,
    ChangeSignal signal,
    DistributionOptions options)
{
    /// <summary>A session that reads as somebody is assumed to (<see cref="ViewerResolver.AssumeAsync"/>).</summary>
    public async ValueTask<(DistributionSession Session, PrincipalRecord? Record)> AssumeAsync(
        Guid id, bool isServiceClient, DateTime now, CancellationToken cancellationToken)
    {
        var (viewer, record) = await viewers.AssumeAsync(id, isServiceClient, now, cancellationToken);
        return (new DistributionSession(database, viewer), record);
    }

    /// <summary>
    /// Runs a use case, all or nothing. What it announces is in the change log with it (<see cref="ChangeWriter"/>).
    /// </summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="field">
    /// The field it runs for, where it came with an idempotency key: it is done once, and whoever repeats it is told
    /// what came of it. Null: it is done whenever it comes.
    /// </param>
    /// <param name="run">The use case.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Outcome> RunAsync(
        Viewer viewer,
        RepeatableField? field,
        Func<UnitOfWork, CancellationToken, ValueTask<Outcome>> run,
        CancellationToken cancellationToken)
    {
        if (field is null || RepeatedOutcome.PrincipalOf(viewer) is not { } principal)
        {
            return await RunAsync(viewer, run, cancellationToken);
        }

        Outcome? before = null;
        var outcome = await RunAsync(
            viewer,
            async (work, stop) =>
            {
                before = await work.FindRepeatedAsync(principal, field, stop);
                if (before is not null)
                {
                    return before;
                }

                var outcome = await run(work, stop);
                if (outcome.Errors is null)
                {
                    work.Add(RepeatedOutcome.RecordOf(principal, field, outcome, Now));
                }

                return outcome;
            },
            cancellationToken);
        return before is null && outcome.Errors is not null
            ? await KeepRefusalAsync(viewer, principal, field, outcome, cancellationToken)
            : outcome;
    }

    DateTime Now => options.Time.GetUtcNow().UtcDateTime;

    // The transaction of a refusal leaves nothing behind, so it is kept in one of its own: whoever repeats the request
    // in between has it tried again, and the first to keep what came of it is the one that counts.
    async Task<Outcome> KeepRefusalAsync(
        Viewer viewer,
        Guid principal,
        RepeatableField field,
        Outcome refusal,
        CancellationToken cancellationToken)
    {
        var kept = refusal;
        await RunAsync(
            viewer,
            async (work, stop) =>
            {
                var before = await work.FindRepeatedAsync(principal, field, stop);
                kept = before ?? refusal;
                if (before is null)
                {
                    work.Add(RepeatedOutcome.RecordOf(principal, field, refusal, Now));
                }

                return Outcome.Done(Guid.Empty);
            },
            cancellationToken);
        return kept;
    }

    /// <summary>Runs a use case that nobody repeats, all or nothing.</summary>
    public async ValueTask<Outcome> RunAsync(
        Viewer viewer,
        Func<UnitOfWork, CancellationToken, ValueTask<Outcome>> run,
        CancellationToken cancellationToken)
    {
        var changesRights = false;
        var isAnnounced = false;
        var outcome = await UseCaseTransaction.RunAsync(
            database,
            async (context, stop) =>
            {
                context.Viewer = viewer;
                try
                {
                    var work = new UnitOfWork(context, options);
                    var outcome = await run(work, stop);
                    changesRights = work.ChangesRights;
                    if (outcome.Errors is null)
                    {
                        await work.SaveAsync(stop);
                        isAnnounced = await ChangeWriter.WriteAsync(
                            context, work.Announcements, changesRights, options.Time.GetUtcNow().UtcDateTime, stop);
                    }

                    return outcome;
                }
                finally
                {
                    context.Viewer = Viewer.Nobody;
                }
            },
            cancellationToken);
        if (changesRights && outcome.Errors is null)
        {
            viewers.Forget();
        }

        if (isAnnounced)
        {
            signal.Raise();
        }

        return outcome;
    }

    /// <summary>Who a viewer is at this moment.</summary>
    public ValueTask<Viewer> ViewerNowAsync(
        Viewer viewer, ClaimsPrincipal? principal, CancellationToken cancellationToken) =>
        viewers.ResolveAsync(principal, viewer.Address, cancellationToken);

    /// <summary>Who a viewer is after a use case: the same moment, with the rights that are left.</summary>
    public async ValueTask<Viewer> ViewerAfterAsync(
        Viewer viewer, ClaimsPrincipal? principal, CancellationToken cancellationToken) =>
        await viewers.ResolveAsync(principal, viewer.Address, cancellationToken) with { Now = viewer.Now };
}
