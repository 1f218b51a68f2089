using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.Products;

/// <summary>
/// What the steps in the life of a version have in common: finding it, who may take them, the states, the revision, the
/// record. <see cref="VersionLife"/> is the table they follow.
/// </summary>
static class VersionChange
{
    /// <summary>The name that the record has for the clock.</summary>
    public const string Clock = "Clock";

    static readonly PersonRole[] AuthorRoles = [PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector];

    /// <summary>The version that an id names, as far as the viewer may see it; null: none.</summary>
    public static async Task<ProductVersion?> FindAsync(
        UnitOfWork work, string id, CancellationToken cancellationToken) =>
        NodeIds.KeyOf(id, nameof(ProductVersion)) is { } key
            ? await work.Visible<ProductVersion>().AsNoTracking()
                .FirstOrDefaultAsync(version => version.Id == key, cancellationToken)
            : null;

    /// <summary>
    /// What stands against a step: that it is not the viewer's to take, that he is a party to the version, its state,
    /// its revision; each is looked at where the one before it let him through. Null: nothing.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="version">The version, as the viewer found it.</param>
    /// <param name="step">The step.</param>
    /// <param name="revision">The revision he read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<object?> CheckAsync(
        UnitOfWork work,
        ProductVersion version,
        VersionStep step,
        int revision,
        CancellationToken cancellationToken)
    {
        var viewer = work.Viewer;
        var isAuthor = await work.All<VersionAuthor>().AnyAsync(
            author => author.VersionId == version.Id && author.PersonId == viewer.PersonId, cancellationToken);
        var actors = VersionLife.ActorsOf(step);
        if (!actors.Any(actor => Is(viewer, actor, version.OriginatorId, isAuthor)))
        {
            return new NotPermittedError($"This is for {Describe([.. actors])} of the center.");
        }

        if (isAuthor && VersionLife.ExcludesAuthors(step))
        {
            return new SeparationOfDutyError("You wrote it: somebody else has to do this.");
        }

        if (VersionLife.ExcludesReviewers(step)
            && await work.All<PrivacyReview>().AnyAsync(
                ConcurringReview.IsBy(version.Id, viewer.PersonId), cancellationToken))
        {
            return new SeparationOfDutyError("You reviewed it: somebody else has to do this.");
        }

        return CheckState(version, step) ?? CheckRevision(version, revision);
    }

    /// <summary>Why a version's state does not allow a step; null: it does.</summary>
    public static object? CheckState(ProductVersion version, VersionStep step) =>
        VersionLife.Find(version.State, step) is null ? new StateConflictError(MessageOf(version.State)) : null;

    /// <summary>That a version has another revision than was read; null: it has that.</summary>
    public static object? CheckRevision(ProductVersion version, int revision) =>
        version.Revision == revision ? null : RevisionConflictError.Of(version.Revision);

    /// <summary>
    /// Whether a viewer is what a step asks for, by roles that count now: with the scope for it, and with the training
    /// that the role asks for.
    /// </summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="actor">What the step asks for.</param>
    /// <param name="center">The center that made the version.</param>
    /// <param name="isAuthor">Whether he wrote the version.</param>
    public static bool Is(Viewer viewer, VersionActor actor, Guid center, bool isAuthor) => actor switch
    {
        VersionActor.Analyst => Holds(viewer, center, Scopes.WriteProducts, PersonRole.Analyst),
        VersionActor.Author => isAuthor && Holds(viewer, center, Scopes.WriteProducts, AuthorRoles),
        VersionActor.Supervisor => Holds(viewer, center, Scopes.WriteProducts, PersonRole.Supervisor),
        VersionActor.Director => Holds(viewer, center, Scopes.WriteProducts, PersonRole.CenterDirector),
        VersionActor.PrivacyOfficer => Holds(viewer, center, Scopes.WriteReviews, PersonRole.PcrclOfficer),
        _ => false,
    };

    /// <summary>
    /// Takes a step that <see cref="CheckAsync"/> let through, and records it. Refused where somebody was faster.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="version">The version as it was read.</param>
    /// <param name="step">The step.</param>
    /// <param name="reason">Why; null: the step asks for no reason.</param>
    /// <param name="change">What else it changes; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        ProductVersion version,
        VersionStep step,
        string? reason,
        Action<UpdateSettersBuilder<ProductVersion>>? change,
        CancellationToken cancellationToken)
    {
        var state = VersionLife.Find(version.State, step)!.To;
        var now = work.Now;
        var revision = version.Revision + 1;
        var changed = await work.All<ProductVersion>()
            .Where(row => row.Id == version.Id && row.Revision == version.Revision && row.State == version.State)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(v => v.State, state)
                        .SetProperty(v => v.Revision, revision)
                        .SetProperty(v => v.UpdatedAt, now);
                    change?.Invoke(row);
                },
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(revision));
        }

        await RecordAsync(work, version, step, state, revision, reason, cancellationToken);
        return Outcome.Done(version.Id);
    }

    /// <summary>Writes the record of a step, with who takes it: a person, or the clock where nobody asks.</summary>
    public static async Task RecordAsync(
        UnitOfWork work,
        ProductVersion version,
        VersionStep step,
        VersionState to,
        int revision,
        string? reason,
        CancellationToken cancellationToken) =>
        work.Add(new VersionEvent
        {
            Id = Guid.NewGuid(),
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Step = step,
            FromState = step == VersionStep.Create ? null : version.State,
            ToState = to,
            Revision = revision,
            ActorId = work.Viewer.PersonId,
            ActorName = work.Viewer.PersonId is null ? Clock : await work.ActorNameAsync(cancellationToken),
            Reason = reason?.Trim(),
            OccurredAt = work.Now,
        });

    /// <summary>Where a version stands, as a refusal says it.</summary>
    public static string MessageOf(VersionState state) => state switch
    {
        VersionState.Draft => "It is a draft.",
        VersionState.InReview => "It is in review.",
        VersionState.ChangesRequested => "Changes were asked for.",
        VersionState.Approved => "It is approved.",
        VersionState.Scheduled => "Its release is scheduled.",
        VersionState.Published => "It is published.",
        VersionState.Superseded => "A newer version took its place.",
        VersionState.Recalled => "It was recalled.",
        VersionState.Expired => "It is past its validity.",
        VersionState.Cancelled => "It was given up.",
        VersionState.Archived => "It is archived.",
        _ => "It is kept for the record alone.",
    };

    static bool Holds(Viewer viewer, Guid center, Scopes scope, params PersonRole[] any) =>
        viewer.Scopes.HasFlag(scope)
        && viewer.Roles.Any(held =>
            held.CenterId == center
            && any.Contains(held.Role)
            && (TrainingRules.CourseOf(held.Role) is not { } course || viewer.Training.Contains(course)));

    static string Describe(IReadOnlyList<VersionActor> actors)
    {
        string[] names =
        [
            .. actors.Where(actor => actor != VersionActor.System).Select(actor => actor switch
            {
                VersionActor.Analyst => "analysts",
                VersionActor.Author => "authors",
                VersionActor.Supervisor => "supervisors",
                VersionActor.Director => "directors",
                _ => "privacy officers",
            }),
        ];
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
