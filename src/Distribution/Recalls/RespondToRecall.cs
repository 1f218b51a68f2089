using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Says how far a recipient of a recall got: the person, anybody of the organization, or the machine client that it is
/// addressed to, whatever he may still see of the product and whatever rights he has left.
/// </summary>
static class RespondToRecall
{
    /// <summary>What it takes.</summary>
    public sealed record Input(
        string Id,
        int Revision,
        RecallResponseState State,
        string[]? ForwardedTo,
        string? Note,
        int? DestroyedCopies,
        string? DestructionHash);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await FindAsync(work, input.Id, cancellationToken) is not { } response)
        {
            return Outcome.Refused(NotFoundError.Of("response to a recall"));
        }

        var answer = new RecallAnswer(
            input.State, input.ForwardedTo, input.Note, input.DestroyedCopies, input.DestructionHash);
        return IsRecipient(work.Viewer, response)
            ? await answer.GiveAsync(work, response, input.Revision, source: null, cancellationToken)
            : Outcome.Refused(new NotPermittedError(
                "Whom it is addressed to answers it: of an organization any of its people."));
    }

    /// <summary>The response of an id, as far as the caller may see it; null: there is none for him.</summary>
    public static async Task<RecallResponse?> FindAsync(
        UnitOfWork work, string id, CancellationToken cancellationToken) =>
        NodeIds.KeyOf(id, nameof(RecallResponse)) is { } key
            ? await work.Visible<RecallResponse>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == key, cancellationToken)
            : null;

    /// <summary>Whether a response is a viewer's own to give.</summary>
    public static bool IsRecipient(Viewer viewer, RecallResponse response) =>
        response.RecipientId == viewer.RecallPersonId
        || response.RecipientId == viewer.RecallClientId
        || response.RecipientId == viewer.RecallEmployerId;
}
