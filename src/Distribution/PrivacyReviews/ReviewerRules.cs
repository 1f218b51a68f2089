using System.Collections.Immutable;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Who can review a version, and who can decide on an objection.</summary>
static class ReviewerRules
{
    /// <summary>The roles at the center that made the version, one of which a reviewer holds.</summary>
    public static ImmutableArray<PersonRole> Roles { get; } =
    [
        PersonRole.PcrclOfficer, PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector,
        PersonRole.LegalCounsel,
    ];

    /// <summary>
    /// Whether a viewer acts in one of some roles at a center: with the scope for it, and trained this year.
    /// </summary>
    public static bool Holds(Viewer viewer, Guid center, Scopes scope, params ReadOnlySpan<PersonRole> any)
    {
        if (!viewer.Scopes.HasFlag(scope)
            || !viewer.Training.Contains(TrainingCourse.PrivacyCivilRightsCivilLiberties))
        {
            return false;
        }

        foreach (var held in viewer.Roles)
        {
            if (held.CenterId == center && any.Contains(held.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What is wrong with a person as the reviewer: he is none of the center's staff, not trained this year, or wrote
    /// or released the version. Null: nothing. A person whom the viewer cannot see is none of the staff.
    /// </summary>
    public static async Task<object?> CheckReviewerAsync(
        UnitOfWork work, FoundReview found, Guid? person, CancellationToken cancellationToken)
    {
        if (person is not { } id || !await HoldsAsync(work, id, found.Review.OriginatorId, Roles, cancellationToken))
        {
            return new InvalidInputError("reviewer", "The reviewer is a privacy officer or other staff of the center.");
        }

        if (await ReviewChange.IsAuthorAsync(work, found.Version.Id, person, cancellationToken))
        {
            return new SeparationOfDutyError("Whoever wrote it cannot review it.");
        }

        if (await work.All<ReleaseClearance>().AnyAsync(
            clearance => clearance.VersionId == found.Version.Id
                && (clearance.ReleasedById == id || clearance.SecondPersonId == id),
            cancellationToken))
        {
            return new SeparationOfDutyError("Whoever released it cannot review it.");
        }

        return await IsTrainedAsync(work, id, cancellationToken)
            ? null
            : new InvalidInputError("reviewer", "The reviewer's annual training is not current.");
    }

    /// <summary>What is wrong with a person as the one who decides; null: nothing.</summary>
    public static async Task<object?> CheckDeciderAsync(
        UnitOfWork work, FoundReview found, Guid? person, CancellationToken cancellationToken)
    {
        if (person is not { } id
            || !await HoldsAsync(
                work, id, found.Review.OriginatorId, [PersonRole.CenterDirector], cancellationToken))
        {
            return new InvalidInputError("decider", "A director of the center decides.");
        }

        return person == found.Review.ReviewerId
            || await ReviewChange.IsAuthorAsync(work, found.Version.Id, person, cancellationToken)
                ? new SeparationOfDutyError("Whoever wrote or reviewed it cannot decide on the objection.")
                : null;
    }

    static Task<bool> HoldsAsync(
        UnitOfWork work,
        Guid person,
        Guid center,
        ImmutableArray<PersonRole> roles,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(work.Now);
        PersonRole[] any = [.. roles];
        return work.Visible<Person>().AnyAsync(
            row => row.Id == person
                && row.Status == PrincipalStatus.Active
                && row.Roles.Any(role =>
                    role.CenterId == center
                    && any.Contains(role.Role)
                    && role.StartsOn <= today
                    && (role.EndsOn == null || role.EndsOn > today)),
            cancellationToken);
    }

    static Task<bool> IsTrainedAsync(UnitOfWork work, Guid person, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(work.Now);
        return work.All<TrainingRecord>().AnyAsync(
            record => record.PersonId == person
                && record.Course == TrainingCourse.PrivacyCivilRightsCivilLiberties
                && record.CompletedOn <= today
                && record.ExpiresOn > today,
            cancellationToken);
    }
}
