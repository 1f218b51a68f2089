using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// What the steps of a privacy review have in common: finding it, who may take them, where it stands, the revision, the
/// record. <see cref="ReviewLife"/> is the table they follow.
/// </summary>
static class ReviewChange
{
    /// <summary>The review that an id names, as far as the viewer may see it and its version; null: none.</summary>
    public static async Task<FoundReview?> FindAsync(UnitOfWork work, string id, CancellationToken cancellationToken) =>
        NodeIds.KeyOf(id, nameof(PrivacyReview)) is { } key ? await FindAsync(work, key, cancellationToken) : null;

    /// <inheritdoc cref="FindAsync(UnitOfWork, string, CancellationToken)"/>
    public static async Task<FoundReview?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        var review = await work.Visible<PrivacyReview>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        var version = review is null
            ? null
            : await work.Visible<ProductVersion>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == review.VersionId, cancellationToken);
        return version is null
            ? null
            : new FoundReview(
                review!, version, await IsAuthorAsync(work, version.Id, work.Viewer.PersonId, cancellationToken));
    }

    /// <summary>Whether somebody wrote a version.</summary>
    public static Task<bool> IsAuthorAsync(
        UnitOfWork work, Guid version, Guid? person, CancellationToken cancellationToken) =>
        work.All<VersionAuthor>().AnyAsync(
            author => author.VersionId == version && author.PersonId == person, cancellationToken);

    /// <summary>
    /// What stands against a step: that it is not the viewer's to take, that he wrote the version, where it stands, its
    /// revision; each is looked at where the one before it let him through. Null: nothing.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="found">The review.</param>
    /// <param name="step">The step.</param>
    /// <param name="revision">The revision of the review that he read.</param>
    public static object? Check(UnitOfWork work, FoundReview found, ReviewStep step, int revision)
    {
        var (review, version, isAuthor) = found;
        if (!ReviewLife.ActorsOf(step).Any(actor => Is(work.Viewer, actor, found)))
        {
            return new NotPermittedError($"This is for {Describe(step)}.");
        }

        if (isAuthor && ReviewLife.ExcludesAuthors(step))
        {
            return new SeparationOfDutyError("You wrote it: somebody else has to do this.");
        }

        if (!ReviewLife.Allows(ReviewStanding.Of(review), step))
        {
            return new StateConflictError(MessageOf(review));
        }

        if (!IsOpenTo(step, review, version))
        {
            return new StateConflictError("Its authors have the version: it is not in review.");
        }

        return review.Revision == revision ? null : RevisionConflictError.Of(review.Revision);
    }

    /// <summary>
    /// Takes a step that <see cref="Check"/> let through, and records it. Refused where somebody was faster.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="review">The review as it was read.</param>
    /// <param name="step">The step.</param>
    /// <param name="to">Where it stands after.</param>
    /// <param name="reason">Why; null: the step asks for no reason.</param>
    /// <param name="change">What else it changes; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        PrivacyReview review,
        ReviewStep step,
        PrivacyReviewState to,
        string? reason,
        Action<UpdateSettersBuilder<PrivacyReview>>? change,
        CancellationToken cancellationToken)
    {
        var now = work.Now;
        var revision = review.Revision + 1;
        var changed = await work.All<PrivacyReview>()
            .Where(row => row.Id == review.Id && row.Revision == review.Revision && row.State == review.State)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(r => r.State, to)
                        .SetProperty(r => r.Revision, revision)
                        .SetProperty(r => r.UpdatedAt, now);
                    change?.Invoke(row);
                },
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(revision));
        }

        work.Add(new ReviewEvent
        {
            Id = Guid.NewGuid(),
            ReviewId = review.Id,
            OriginatorId = review.OriginatorId,
            Step = step,
            FromState = review.State,
            ToState = to,
            Revision = revision,
            ActorId = work.Viewer.PersonId!.Value,
            ActorName = await work.ActorNameAsync(cancellationToken),
            Reason = reason?.Trim(),
            OccurredAt = now,
        });
        return Outcome.Done(review.Id);
    }

    /// <summary>
    /// Whether a viewer is what a step asks for: by roles, scopes and training that count now, and by his part in it.
    /// </summary>
    static bool Is(Viewer viewer, ReviewActor actor, FoundReview found)
    {
        var (review, _, isAuthor) = found;
        bool Holds(Scopes scope, params ReadOnlySpan<PersonRole> any) =>
            ReviewerRules.Holds(viewer, review.OriginatorId, scope, any);
        return actor switch
        {
            ReviewActor.Author => isAuthor
                && Holds(
                    Scopes.WriteProducts, PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector),
            ReviewActor.Reviewer => review.ReviewerId == viewer.PersonId
                && Holds(Scopes.WriteReviews, ReviewerRules.Roles.AsSpan()),
            ReviewActor.PrivacyOfficer => Holds(Scopes.WriteReviews, PersonRole.PcrclOfficer),
            ReviewActor.Supervisor => Holds(Scopes.WriteProducts, PersonRole.Supervisor),
            ReviewActor.Director => Holds(Scopes.WriteProducts, PersonRole.CenterDirector),
            _ => review.DeciderId == viewer.PersonId && Holds(Scopes.WriteProducts, PersonRole.CenterDirector),
        };
    }

    /// <summary>What is signed or settled is the version as it is in review, which nobody works on then.</summary>
    static bool IsOpenTo(ReviewStep step, PrivacyReview review, ProductVersion version) =>
        review.Kind == PrivacyReviewKind.PostRelease
        || step == ReviewStep.Assign
        || version.State == VersionState.InReview
        || (step == ReviewStep.AnswerFinding && version.State == VersionState.ChangesRequested);

    static string Describe(ReviewStep step) => step switch
    {
        ReviewStep.Assign => "privacy officers, supervisors and directors of the center",
        ReviewStep.AnswerFinding => "authors of the version",
        ReviewStep.Escalate => "authors, the reviewer, supervisors and directors of the center",
        ReviewStep.Decide => "the director whom the escalation names",
        _ => "the reviewer",
    };

    static string MessageOf(PrivacyReview review) => (review.State, review.Outcome) switch
    {
        (PrivacyReviewState.Requested, _) => "Nobody reviews it yet.",
        (PrivacyReviewState.Assigned, _) => "The review has not begun.",
        (PrivacyReviewState.InReview, _) => "The review is under way.",
        (PrivacyReviewState.Escalated, _) => "It is under decision.",
        (PrivacyReviewState.Resolved, _) => "It was decided.",
        (PrivacyReviewState.Voided, _) => "The version changed: the review counts no more.",
        (_, ReviewOutcome.Concur) => "The reviewer concurred.",
        (_, ReviewOutcome.ConcurWithChanges) => "The reviewer concurred with changes.",
        (_, ReviewOutcome.Nonconcur) => "The reviewer did not concur.",
        _ => "The reviewer recommended a recall.",
    };
}
