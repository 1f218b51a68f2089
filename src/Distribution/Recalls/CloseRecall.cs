using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>Closes a recall or correction when nothing more is expected of its recipients.</summary>
static class CloseRecall
{
    /// <summary>What it takes.</summary>
    public sealed record Input(string Id, int Revision, string Reason);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (NodeIds.KeyOf(input.Id, nameof(RecallNotice)) is not { } key
            || await work.Visible<RecallNotice>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == key, cancellationToken) is not { } notice)
        {
            return Outcome.Refused(NotFoundError.Of("recall"));
        }

        var problem = RecallRules.Check(work.Viewer, notice.OriginatorId, notice.Reason)
            ?? ReasonText.Check(input.Reason)
            ?? await StateProblemAsync(work, notice, cancellationToken)
            ?? (notice.Revision == input.Revision ? null : (object)RevisionConflictError.Of(notice.Revision));
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var (now, name, person) =
            (work.Now, await work.ActorNameAsync(cancellationToken), work.Viewer.PersonId);
        var changed = await work.All<RecallNotice>()
            .Where(row => row.Id == notice.Id && row.Revision == notice.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(n => n.State, RecallState.Closed)
                    .SetProperty(n => n.ClosedById, person)
                    .SetProperty(n => n.ClosedByName, name)
                    .SetProperty(n => n.ClosedAt, now)
                    .SetProperty(n => n.ClosingReason, input.Reason.Trim())
                    .SetProperty(n => n.Revision, notice.Revision + 1)
                    .SetProperty(n => n.UpdatedAt, now),
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(notice.Revision + 1));
        }

        await RecallAnnouncements.GoesOnAsync(
            work,
            notice,
            work.All<RecallResponse>().Where(response => response.NoticeId == notice.Id),
            others: [],
            cancellationToken);
        return Outcome.Done(notice.Id);
    }

    // Whoever does not answer is the center's affair once it was told; without a deadline nobody is waited for.
    static async Task<object?> StateProblemAsync(
        UnitOfWork work, RecallNotice notice, CancellationToken cancellationToken)
    {
        if (notice.State == RecallState.Closed)
        {
            return new StateConflictError("It is closed.");
        }

        if (notice.RespondBy is null)
        {
            return null;
        }

        var expected = await work.All<RecallResponse>().CountAsync(
            response => response.NoticeId == notice.Id
                && !response.IsSettled
                && response.EscalatedTo != RecallEscalation.Center,
            cancellationToken);
        return expected == 0
            ? null
            : new StateConflictError($"{expected} of its recipients are still expected to answer.");
    }
}
