using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Records the answer of a recipient of a recall who gave it in another way, such as one who cannot sign in: who gave
/// it, when and by which means stay with it, and who recorded it.
/// </summary>
static class RecordRecallResponse
{
    /// <summary>What it takes.</summary>
    public sealed record Input(
        string Id,
        int Revision,
        RecallResponseState State,
        string ToldBy,
        DateTime ToldAt,
        RecallAnswerMeans Means,
        string[]? ForwardedTo,
        string? Note,
        int? DestroyedCopies,
        string? DestructionHash);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await RespondToRecall.FindAsync(work, input.Id, cancellationToken) is not { } response)
        {
            return Outcome.Refused(NotFoundError.Of("response to a recall"));
        }

        var problem = (object?)await CheckRecorderAsync(work, response, cancellationToken)
            ?? Check(input, response, work.Now);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var answer = new RecallAnswer(
            input.State, input.ForwardedTo, input.Note, input.DestroyedCopies, input.DestructionHash);
        var source = new RecallAnswerSource(input.ToldBy.Trim(), input.ToldAt, input.Means);
        return await answer.GiveAsync(work, response, input.Revision, source, cancellationToken);
    }

    // Who answers for himself says so himself: what he says and what is said for him are never taken for one another.
    static async Task<NotPermittedError?> CheckRecorderAsync(
        UnitOfWork work, RecallResponse response, CancellationToken cancellationToken)
    {
        var viewer = work.Viewer;
        if (RespondToRecall.IsRecipient(viewer, response))
        {
            return new NotPermittedError("It is addressed to the caller, who answers it himself.");
        }

        bool Is(VersionActor actor) => VersionChange.Is(viewer, actor, response.OriginatorId, isAuthor: false);
        return Is(VersionActor.Supervisor)
            || Is(VersionActor.Director)
            || Is(VersionActor.PrivacyOfficer)
            || await IsAssignedAsync(work, response.RecipientOrganizationId, cancellationToken)
                ? null
                : new NotPermittedError(
                    "This is for supervisors, directors and privacy officers of the center, and for liaison officers "
                    + "who are assigned to the organization.");
    }

    static async Task<bool> IsAssignedAsync(UnitOfWork work, Guid? organization, CancellationToken cancellationToken)
    {
        var viewer = work.Viewer;
        return organization is { } assigned
            && (viewer.AssignedOrganizationIds.Contains(assigned)
                || (viewer.AssignedCenterIds is [_, ..] centers
                    && await work.All<OrganizationCenter>().AnyAsync(
                        link => link.OrganizationId == assigned && centers.Contains(link.CenterId),
                        cancellationToken)));
    }

    static InvalidInputError? Check(Input input, RecallResponse response, DateTime now) =>
        !RecallAnswer.IsName(input.ToldBy)
            ? new InvalidInputError(
                "toldBy", "Say who gave the answer: 1 to 200 characters, and no control characters.")
            : input.ToldAt < response.CreatedAt || input.ToldAt > now
                ? new InvalidInputError("toldAt", "It was told after the recall was issued, and not in the future.")
                : input.Means == RecallAnswerMeans.Other && string.IsNullOrWhiteSpace(input.Note)
                    ? new InvalidInputError("note", "Say by which means it was told.")
                    : null;
}
