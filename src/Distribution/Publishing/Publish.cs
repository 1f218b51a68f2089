using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Publishing;

/// <summary>Releases an approved or scheduled version of a product of which none is in force.</summary>
static class Publish
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, VersionDecision input, CancellationToken cancellationToken) =>
        await ReleaseAsync(work, input, supersedes: null, cancellationToken);

    /// <summary>Releases a version in the place of another one, or of none.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="input">The version, the revision that was read, and why.</param>
    /// <param name="supersedes">The version whose place it takes; null: none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Outcome> ReleaseAsync(
        UnitOfWork work, VersionDecision input, Guid? supersedes, CancellationToken cancellationToken)
    {
        if (ReasonText.Check(input.Reason) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        return await VersionChange.CheckAsync(work, version, VersionStep.Publish, input.Revision, cancellationToken)
            is { } problem
            ? Outcome.Refused(problem)
            : await Release.RunAsync(
                work,
                new ReleaseOrder(version, VersionStep.Publish, work.Viewer.PersonId!.Value, input.Reason)
                {
                    Supersedes = supersedes,
                },
                cancellationToken);
    }
}
