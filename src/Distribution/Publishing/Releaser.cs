using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Whether somebody who is not here may release a version at this moment: who asked for an emergency release, or who
/// planned one that the clock carries out.
/// </summary>
static class Releaser
{
    /// <summary>
    /// Whether he is active, a supervisor or director of the center, trained this year, and neither wrote nor reviewed
    /// the version.
    /// </summary>
    public static async Task<bool> MayReleaseAsync(
        UnitOfWork work, ProductVersion version, Guid person, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(work.Now);
        return await Offices(work, version.OriginatorId, person).AnyAsync(cancellationToken)
            && await work.All<Person>().AnyAsync(
                row => row.Id == person && row.Status == PrincipalStatus.Active, cancellationToken)
            && await work.All<TrainingRecord>().AnyAsync(
                record => record.PersonId == person
                    && record.Course == TrainingCourse.PrivacyCivilRightsCivilLiberties
                    && record.CompletedOn <= today
                    && record.ExpiresOn > today,
                cancellationToken)
            && !await work.All<VersionAuthor>().AnyAsync(
                author => author.VersionId == version.Id && author.PersonId == person, cancellationToken)
            && !await work.All<PrivacyReview>().AnyAsync(
                ConcurringReview.IsBy(version.Id, person), cancellationToken);
    }

    /// <summary>Whether he is a director of a center.</summary>
    public static Task<bool> IsDirectorAsync(
        UnitOfWork work, Guid center, Guid person, CancellationToken cancellationToken) =>
        Offices(work, center, person).AnyAsync(
            role => role.Role == PersonRole.CenterDirector, cancellationToken);

    static IQueryable<RoleAssignment> Offices(UnitOfWork work, Guid center, Guid person)
    {
        var today = DateOnly.FromDateTime(work.Now);
        return work.All<RoleAssignment>().Where(role =>
            role.PersonId == person
            && role.CenterId == center
            && (role.Role == PersonRole.Supervisor || role.Role == PersonRole.CenterDirector)
            && role.StartsOn <= today
            && (role.EndsOn == null || role.EndsOn > today));
    }
}
