using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Says how far a recipient of a recall got: the person, anybody of the organization, or the machine client that it is
/// addressed to, whatever he may still see of the product.
/// </summary>
static class RespondToRecall
{
    const int MostForwardees = 50;
    const int LongestForwardee = 200;
    const int HashLength = 64;

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
        if (NodeIds.KeyOf(input.Id, nameof(RecallResponse)) is not { } key
            || await work.Visible<RecallResponse>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == key, cancellationToken) is not { } response)
        {
            return Outcome.Refused(NotFoundError.Of("response to a recall"));
        }

        var asked = await work.All<RecallNotice>()
            .Where(notice => notice.Id == response.NoticeId)
            .Select(notice => notice.RequiredAction)
            .SingleAsync(cancellationToken);
        var problem = (object?)CheckRecipient(work.Viewer, response)
            ?? Check(work.Viewer, input)
            ?? (object?)CheckState(response, asked, input.State)
            ?? (response.Revision == input.Revision ? null : RevisionConflictError.Of(response.Revision));
        return problem is null
            ? await ApplyAsync(work, input, response, asked, cancellationToken)
            : Outcome.Refused(problem);
    }

    static NotPermittedError? CheckRecipient(Viewer viewer, RecallResponse response) =>
        response.RecipientId == viewer.RecallPersonId
        || response.RecipientId == viewer.RecallClientId
        || response.RecipientId == viewer.RecallEmployerId
            ? null
            : new NotPermittedError("Whom it is addressed to answers it: of an organization any of its people.");

    static InvalidInputError? Check(Viewer viewer, Input input)
    {
        if (!RecallSteps.Answers.Contains(input.State))
        {
            return new InvalidInputError("state", "This is no answer: the notice and the clock make it.");
        }

        if (RecallRules.CheckText("note", input.Note, input.State == RecallResponseState.CannotComply) is { } note)
        {
            return note;
        }

        var forwardees = input.ForwardedTo ?? [];
        if (forwardees.Length > MostForwardees
            || forwardees.Any(name => name.Trim().Length is 0 or > LongestForwardee || name.Any(char.IsControl))
            || (forwardees.Length == 0 && input.State == RecallResponseState.ForwardedNotified))
        {
            return new InvalidInputError(
                "forwardedTo",
                $"Say whom you told: 1 to {MostForwardees} names of 1 to {LongestForwardee} characters each.");
        }

        return CheckDestruction(viewer, input);
    }

    // A machine cannot be asked what it meant: it says how much it destroyed.
    static InvalidInputError? CheckDestruction(Viewer viewer, Input input)
    {
        var isDestroyed = input.State == RecallResponseState.Destroyed;
        if (input.DestroyedCopies < 0
            || (input.DestroyedCopies is not null && !isDestroyed)
            || (input.DestroyedCopies is null && isDestroyed && viewer.RecallClientId is not null))
        {
            return new InvalidInputError(
                "destroyedCopies",
                "How many copies were destroyed, from 0 on: with DESTROYED, of a machine client always.");
        }

        return input.DestructionHash is { } hash
            && (!isDestroyed || hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit))
                ? new InvalidInputError(
                    "destructionHash",
                    $"SHA-256 of what was destroyed, {HashLength} hexadecimal digits: with DESTROYED.")
                : null;
    }

    static StateConflictError? CheckState(RecallResponse response, RequiredAction asked, RecallResponseState next) =>
        !RecallSteps.Leads(response.State, next)
            ? new StateConflictError(MessageOf(response.State))
            : response.IsSettled && !RecallSteps.Settles(asked, next)
                ? new StateConflictError("What was asked for is done already.")
                : null;

    static async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        Input input,
        RecallResponse response,
        RequiredAction asked,
        CancellationToken cancellationToken)
    {
        var (now, revision, note) = (work.Now, response.Revision + 1, input.Note?.Trim());
        var isSettled = RecallSteps.Settles(asked, input.State);
        var acknowledged = input.State == RecallResponseState.Seen
            ? response.AcknowledgedAt
            : response.AcknowledgedAt ?? now;
        var settled = response.SettledAt ?? (isSettled ? now : (DateTime?)null);
        DateTime? seen = response.SeenAt ?? now;
        var forwardees = input.ForwardedTo is { Length: > 0 } told
            ? [.. told.Select(name => name.Trim()).Distinct()]
            : response.ForwardedTo;
        var copies = input.DestroyedCopies ?? response.DestroyedCopies;
        var hash = input.DestructionHash?.ToLowerInvariant() ?? response.DestructionHash;
        var kept = string.IsNullOrEmpty(note) ? response.Note : note;
        var changed = await work.All<RecallResponse>()
            .Where(row => row.Id == response.Id && row.Revision == response.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, input.State)
                    .SetProperty(r => r.IsSettled, isSettled)
                    .SetProperty(r => r.SeenAt, seen)
                    .SetProperty(r => r.AcknowledgedAt, acknowledged)
                    .SetProperty(r => r.SettledAt, settled)
                    .SetProperty(r => r.ForwardedTo, forwardees)
                    .SetProperty(r => r.DestroyedCopies, copies)
                    .SetProperty(r => r.DestructionHash, hash)
                    .SetProperty(r => r.Note, kept)
                    .SetProperty(r => r.Revision, revision)
                    .SetProperty(r => r.UpdatedAt, now),
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(revision));
        }

        work.Add(new RecallResponseEvent
        {
            Id = Guid.NewGuid(),
            ResponseId = response.Id,
            NoticeId = response.NoticeId,
            State = input.State,
            Revision = revision,
            PersonId = work.Viewer.RecallPersonId,
            ServiceClientId = work.Viewer.RecallClientId,
            ActorName = await NameAsync(work, cancellationToken),
            Note = string.IsNullOrEmpty(note) ? null : note,
            OccurredAt = now,
        });
        return Outcome.Done(response.Id);
    }

    static Task<string> NameAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        work.Viewer.RecallClientId is { } client
            ? work.All<ServiceClient>().Where(row => row.Id == client)
                .Select(row => row.ClientId).SingleAsync(cancellationToken)
            : work.ActorNameAsync(cancellationToken);

    static string MessageOf(RecallResponseState state) => state switch
    {
        RecallResponseState.Seen => "It was said that it was seen.",
        RecallResponseState.Acknowledged => "It was acknowledged.",
        RecallResponseState.Escalated => "Others were told that there was no answer: say what was done.",
        RecallResponseState.Destroyed => "It was said that every copy was destroyed.",
        RecallResponseState.Replaced => "It was said that it was replaced.",
        RecallResponseState.ForwardedNotified => "It was said that others were told.",
        _ => "It was said that this cannot be done.",
    };
}
