using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Writes who works on a draft. Whoever wrote at it once stays among its authors: to leave and approve it then would be
/// to approve one's own work. Whoever reviews it is never among them.
/// </summary>
static class DraftAuthors
{
    /// <summary>The most authors of a version.</summary>
    public const int Most = 20;

    /// <summary>Replaces them by those that the input names, and who wrote already.</summary>
    /// <returns>What cannot be used; null: it was done.</returns>
    public static async Task<InvalidInputError?> WriteAsync(
        UnitOfWork work,
        Guid versionId,
        Guid originatorId,
        string[]? input,
        CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return null;
        }

        var (center, today) = (originatorId, DateOnly.FromDateTime(work.Now));
        var (named, problem) = await DraftIds.FindAsync<Person>(
            work,
            input,
            "authors",
            person => person.Status == PrincipalStatus.Active
                && person.Roles.Any(role =>
                    role.CenterId == center
                    && (role.Role == PersonRole.Analyst
                        || role.Role == PersonRole.Supervisor
                        || role.Role == PersonRole.CenterDirector)
                    && role.StartsOn <= today
                    && (role.EndsOn == null || role.EndsOn > today)),
            cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (named.Length > Most)
        {
            return new InvalidInputError("authors", $"There are at most {Most}.");
        }

        if (await work.All<PrivacyReview>().AnyAsync(
            review => review.VersionId == versionId
                && review.State != PrivacyReviewState.Voided
                && review.ReviewerId != null
                && named.Contains(review.ReviewerId.Value),
            cancellationToken))
        {
            return new InvalidInputError("authors", "Whoever reviews it is none of its authors.");
        }

        var wrote = await work.All<VersionEvent>()
            .Where(step => step.VersionId == versionId
                && (step.Step == VersionStep.Create || step.Step == VersionStep.Revise)
                && step.ActorId != null)
            .Select(step => step.ActorId!.Value).Distinct().ToListAsync(cancellationToken);
        wrote.Add(work.Viewer.PersonId!.Value);
        if (wrote.Except(named).Any())
        {
            return new InvalidInputError("authors", "Whoever wrote at it stays among its authors.");
        }

        await work.All<VersionAuthor>().Where(author => author.VersionId == versionId)
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var person in named)
        {
            work.Add(new VersionAuthor { VersionId = versionId, PersonId = person, OriginatorId = originatorId });
        }

        return null;
    }
}
