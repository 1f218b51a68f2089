using GraphApi.Data.UseCases;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Sets when an approved version is released. The clock does it then, after looking again whether it fits; until then
/// nobody outside sees it.
/// </summary>
static class Schedule
{
    static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary>What it takes.</summary>
    public sealed record Input(string Id, int Revision, DateTime ReleaseAt, string Reason);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (Check(work, input) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        if (await VersionChange.CheckAsync(work, version, VersionStep.Schedule, input.Revision, cancellationToken)
            is { } problem)
        {
            return Outcome.Refused(problem);
        }

        var refused = await FindProblemsAsync(work, version, input.ReleaseAt, cancellationToken);
        if (refused.Count > 0)
        {
            return Outcome.Refused(refused);
        }

        var outcome = await VersionChange.ApplyAsync(
            work,
            version,
            VersionStep.Schedule,
            input.Reason,
            row => row.SetProperty(v => v.ReleaseAt, input.ReleaseAt),
            cancellationToken);
        if (outcome.Errors is null)
        {
            await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        }

        return outcome;
    }

    static InvalidInputError? Check(UnitOfWork work, Input input) =>
        input.ReleaseAt <= work.Now || input.ReleaseAt > work.Now + Farthest
            ? new InvalidInputError("releaseAt", $"It is in the future, at most {Farthest.TotalDays:0} days.")
            : ReasonText.Check(input.Reason);

    static async Task<IReadOnlyList<object>> FindProblemsAsync(
        UnitOfWork work, ProductVersion version, DateTime releaseAt, CancellationToken cancellationToken)
    {
        if (version.ValidUntil <= releaseAt)
        {
            return [new StateConflictError("It would be past its validity at once: give it a later end.")];
        }

        var product = await work.All<Product>()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var portions = await work.All<Portion>().Where(portion => portion.VersionId == version.Id)
            .ToListAsync(cancellationToken);
        var audience = await IntendedAudience.ReadAsync(
            work.All<VersionList>(), work.All<VersionRecipient>(), version.Id, cancellationToken);
        var problems = await AudienceFitness.FindProblemsAsync(work, product, portions, audience, cancellationToken);
        if (problems.Count > 0)
        {
            return problems;
        }

        if (await ConcurringReview.FindAsync(work, version.Id, work.Viewer.PersonId!.Value, cancellationToken) is null)
        {
            return [ConcurringReview.Missing];
        }

        var recipients = new RecipientSet([.. audience.RightsOf(product, version, portions, work.Now)], work.Now);
        return recipients.IsEmpty || await CountAsync(work, recipients, cancellationToken) == 0
            ? [AudienceFitness.NobodyPresent]
            : [];
    }

    static async Task<int> CountAsync(
        UnitOfWork work, RecipientSet recipients, CancellationToken cancellationToken) =>
        (await work.ReadAsync<int>(
            recipients.Statement(
                $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM recipients LIMIT 1) AS one"),
            cancellationToken))[0];
}
