using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Releases a version before its privacy review, for imminent danger to life or property. Two persons call it, of whom
/// neither wrote or reviewed the version and one is the director: the first call asks for it, the second confirms it in
/// time. Reviews that were under way end then, and one after the release takes their place, due within a day.
/// </summary>
static class EmergencyRelease
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, VersionDecision input, CancellationToken cancellationToken)
    {
        if (ReasonText.Check(input.Reason) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        if (await VersionChange.CheckAsync(
            work, version, VersionStep.ReleaseInEmergency, input.Revision, cancellationToken) is { } problem)
        {
            return Outcome.Refused(problem);
        }

        var now = work.Now;
        var request = await work.All<EmergencyRequest>().FirstOrDefaultAsync(
            row => row.VersionId == version.Id && row.ExpiresAt > now && row.VersionRevision == version.Revision,
            cancellationToken);
        return request is null
            ? await RequestAsync(work, version, input.Reason, cancellationToken)
            : await ConfirmAsync(work, version, request, input.Reason, cancellationToken);
    }

    static async Task<Outcome> RequestAsync(
        UnitOfWork work, ProductVersion version, string reason, CancellationToken cancellationToken)
    {
        await work.All<EmergencyRequest>().Where(row => row.VersionId == version.Id)
            .ExecuteDeleteAsync(cancellationToken);
        work.Add(new EmergencyRequest
        {
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            VersionRevision = version.Revision,
            RequestedById = work.Viewer.PersonId!.Value,
            Reason = reason.Trim(),
            RequestedAt = work.Now,
            ExpiresAt = work.Now + EmergencyRequest.Lifetime,
        });
        await VersionChange.RecordAsync(
            work,
            version,
            VersionStep.ReleaseInEmergency,
            version.State,
            version.Revision,
            reason,
            cancellationToken);
        return Outcome.Done(version.Id);
    }

    static async Task<Outcome> ConfirmAsync(
        UnitOfWork work,
        ProductVersion version,
        EmergencyRequest request,
        string remark,
        CancellationToken cancellationToken)
    {
        var (first, second) = (request.RequestedById, work.Viewer.PersonId!.Value);
        if (first == second)
        {
            return Outcome.Refused(new SeparationOfDutyError("A second person confirms it, never the one who asked."));
        }

        if (!await Releaser.MayReleaseAsync(work, version, first, cancellationToken))
        {
            return Outcome.Refused(new StateConflictError("The person who asked may not do so any more."));
        }

        var director = VersionChange.Is(work.Viewer, VersionActor.Director, version.OriginatorId, isAuthor: false)
            ? second
            : await Releaser.IsDirectorAsync(work, version.OriginatorId, first, cancellationToken)
                ? first
                : (Guid?)null;
        if (director is null)
        {
            return Outcome.Refused(new NotPermittedError("One of the two persons is the director of the center."));
        }

        var outcome = await Release.RunAsync(
            work,
            new ReleaseOrder(version, VersionStep.ReleaseInEmergency, second, request.Reason)
            {
                Remark = remark,
                Emergency = new EmergencyPersons(first, second, director.Value),
                TakesAnyPlace = true,
            },
            cancellationToken);
        if (outcome.Errors is null)
        {
            await work.All<EmergencyRequest>().Where(row => row.VersionId == version.Id)
                .ExecuteDeleteAsync(cancellationToken);
        }

        return outcome;
    }
}
