using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>What is said to a recall: by its recipient, or by staff who were told it by him.</summary>
/// <param name="State">How far he got.</param>
/// <param name="ForwardedTo">Whom he passed it on to; null or empty: what was said before stands.</param>
/// <param name="Note">What else there is to say; null: nothing.</param>
/// <param name="DestroyedCopies">How many copies were destroyed; null: not said.</param>
/// <param name="DestructionHash">SHA-256 of what was destroyed; null: not said.</param>
sealed record RecallAnswer(
    RecallResponseState State,
    string[]? ForwardedTo,
    string? Note,
    int? DestroyedCopies,
    string? DestructionHash)
{
    const int MostForwardees = 50;
    const int LongestName = 200;
    const int HashLength = 64;

    string? NoteText => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

    /// <summary>Whether a text is the name of somebody: 1 to 200 characters, and no control characters.</summary>
    public static bool IsName(string text) =>
        text.Trim().Length is > 0 and <= LongestName && !text.Any(char.IsControl);

    /// <summary>
    /// Gives it for a response that the caller may answer, unless something is wrong with it, or somebody was faster.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="response">The response as it was read.</param>
    /// <param name="revision">Its revision that the caller read.</param>
    /// <param name="source">From whom staff have it; null: the caller is the recipient.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Outcome> GiveAsync(
        UnitOfWork work,
        RecallResponse response,
        int revision,
        RecallAnswerSource? source,
        CancellationToken cancellationToken)
    {
        var asked = await work.All<RecallNotice>()
            .Where(notice => notice.Id == response.NoticeId)
            .Select(notice => notice.RequiredAction)
            .SingleAsync(cancellationToken);
        var problem = (object?)Check(response.ServiceClientId is not null)
            ?? (object?)CheckState(response, asked)
            ?? (response.Revision == revision ? null : RevisionConflictError.Of(response.Revision));
        return problem is null
            ? await ApplyAsync(work, response, asked, source, cancellationToken)
            : Outcome.Refused(problem);
    }

    InvalidInputError? Check(bool isOfClient)
    {
        if (!RecallSteps.Answers.Contains(State))
        {
            return new InvalidInputError("state", "This is no answer: the notice and the clock make it.");
        }

        if (RecallRules.CheckText("note", Note, State == RecallResponseState.CannotComply) is { } note)
        {
            return note;
        }

        var forwardees = ForwardedTo ?? [];
        return forwardees.Length > MostForwardees
            || !forwardees.All(IsName)
            || (forwardees.Length == 0 && State == RecallResponseState.ForwardedNotified)
                ? new InvalidInputError(
                    "forwardedTo",
                    $"Say whom you told: 1 to {MostForwardees} names of 1 to {LongestName} characters each.")
                : CheckDestruction(isOfClient);
    }

    // A machine cannot be asked what it meant: it says how much it destroyed.
    InvalidInputError? CheckDestruction(bool isOfClient)
    {
        var isDestroyed = State == RecallResponseState.Destroyed;
        if (DestroyedCopies < 0
            || (DestroyedCopies is not null && !isDestroyed)
            || (DestroyedCopies is null && isDestroyed && isOfClient))
        {
            return new InvalidInputError(
                "destroyedCopies",
                "How many copies were destroyed, from 0 on: with DESTROYED, of a machine client always.");
        }

        return DestructionHash is { } hash
            && (!isDestroyed || hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit))
                ? new InvalidInputError(
                    "destructionHash",
                    $"SHA-256 of what was destroyed, {HashLength} hexadecimal digits: with DESTROYED.")
                : null;
    }

    StateConflictError? CheckState(RecallResponse response, RequiredAction asked) =>
        !RecallSteps.Leads(response.State, State)
            ? new StateConflictError(MessageOf(response.State))
            : response.IsSettled && !RecallSteps.Settles(asked, State)
                ? new StateConflictError("What was asked for is done already.")
                : null;

    async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        RecallResponse response,
        RequiredAction asked,
        RecallAnswerSource? source,
        CancellationToken cancellationToken)
    {
        var (now, revision) = (work.Now, response.Revision + 1);
        var isSettled = RecallSteps.Settles(asked, State);
        var acknowledged = State == RecallResponseState.Seen ? response.AcknowledgedAt : response.AcknowledgedAt ?? now;
        var settled = response.SettledAt ?? (isSettled ? now : (DateTime?)null);
        DateTime? seen = response.SeenAt ?? now;
        var forwardees = ForwardedTo is { Length: > 0 } told
            ? [.. told.Select(name => name.Trim()).Distinct()]
            : response.ForwardedTo;
        var copies = DestroyedCopies ?? response.DestroyedCopies;
        var hash = DestructionHash?.ToLowerInvariant() ?? response.DestructionHash;
        var note = NoteText ?? response.Note;
        var changed = await work.All<RecallResponse>()
            .Where(row => row.Id == response.Id && row.Revision == response.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, State)
                    .SetProperty(r => r.IsSettled, isSettled)
                    .SetProperty(r => r.SeenAt, seen)
                    .SetProperty(r => r.AcknowledgedAt, acknowledged)
                    .SetProperty(r => r.SettledAt, settled)
                    .SetProperty(r => r.ForwardedTo, forwardees)
                    .SetProperty(r => r.DestroyedCopies, copies)
                    .SetProperty(r => r.DestructionHash, hash)
                    .SetProperty(r => r.Note, note)
                    .SetProperty(r => r.Revision, revision)
                    .SetProperty(r => r.UpdatedAt, now),
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(revision));
        }

        var actor = await ActorAsync(work, cancellationToken);
        work.Add(new RecallResponseEvent
        {
            Id = Guid.NewGuid(),
            ResponseId = response.Id,
            NoticeId = response.NoticeId,
            State = State,
            Revision = revision,
            PersonId = work.Viewer.RecallPersonId,
            ServiceClientId = work.Viewer.RecallClientId,
            ActorName = source?.ToldBy ?? actor,
            RecordedByName = source is null ? null : actor,
            ToldAt = source?.ToldAt,
            Means = source?.Means,
            Note = NoteText,
            OccurredAt = now,
        });
        return Outcome.Done(response.Id);
    }

    static Task<string> ActorAsync(UnitOfWork work, CancellationToken cancellationToken) =>
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
