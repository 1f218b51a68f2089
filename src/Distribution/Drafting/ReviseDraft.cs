using GraphApi.Data.UseCases;
using GraphApi.Distribution.Drafting.Readiness;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Works on a draft: portions by key, sources, subject, terms, authors, audience. What is left out stays as it is.
/// </summary>
static class ReviseDraft
{
    const string Overtaken = "The version was worked on after it was signed.";

    /// <summary>What it takes.</summary>
    /// <param name="Id">The version.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Portions">The portions to be added or changed.</param>
    /// <param name="RemovePortions">The keys of those to be taken out.</param>
    /// <param name="Sources">The sources of the whole; null: as they were.</param>
    /// <param name="Subject">What a new product is about; null: as it was.</param>
    /// <param name="Terms">What it says about itself; null: as it was.</param>
    /// <param name="Authors">Who works on it, all of them; null: as it was.</param>
    /// <param name="Audience">For whom it is meant, all of it; null: as it was.</param>
    public sealed record Input(
        string Id,
        int Revision,
        DraftPortionInput[] Portions,
        string[] RemovePortions,
        DraftSourceInput[]? Sources,
        DraftSubjectInput? Subject,
        DraftTermsInput? Terms,
        string[]? Authors,
        DraftAudienceInput? Audience)
    {
        /// <summary>Whether it changes what is said, how it is marked or where it comes from.</summary>
        public bool ChangesContent => Portions.Length > 0 || RemovePortions.Length > 0 || Sources is not null;
    }

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await VersionChange.FindAsync(work, input.Id, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        if (await VersionChange.CheckAsync(work, version, VersionStep.Revise, input.Revision, cancellationToken)
            is { } refused)
        {
            return Outcome.Refused(refused);
        }

        var present = await DraftContent.ReadAsync(work, version.Id, cancellationToken);
        var (content, wrong) = DraftEdits.Apply(present, input.Portions, input.RemovePortions, input.Sources);
        var terms = DraftTerms.Of(version).With(input.Terms);
        var problem = wrong
            ?? DraftTerms.Check(input.Terms, work.Now)
            ?? (object?)DraftProblemsError.Of(
                ReviewReadiness.CheckKept(new DraftInReadiness(content, terms.AnalystNotes, HasAudience: false)));
        return problem is null
            ? await WriteAsync(work, input, version, content, terms, cancellationToken)
            : Outcome.Refused(problem);
    }

    static async Task<Outcome> WriteAsync(
        UnitOfWork work,
        Input input,
        ProductVersion version,
        DraftContent content,
        DraftTerms terms,
        CancellationToken cancellationToken)
    {
        // What was reviewed is not changed while its review stands.
        await VoidReviews.OvertakenAsync(work, version.Id, Overtaken, cancellationToken);

        // The revision next: of two at once the second waited, and finds that it was changed.
        var outcome = await VersionChange.ApplyAsync(
            work, version, VersionStep.Revise, reason: null, terms.Set, cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        if (input.ChangesContent)
        {
            var set = await DraftWriter.WriteAsync(
                work, version.Id, version.OriginatorId, content, cancellationToken);
            await work.All<ProductVersion>().Where(row => row.Id == version.Id)
                .ExecuteUpdateAsync(row => set(row), cancellationToken);
        }

        var product = await work.All<Product>().AsNoTracking()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var problem =
            await DraftSubject.WriteAsync(work, product, input.Subject, cancellationToken)
            ?? await DraftAudience.WriteAsync(work, version.Id, input.Audience, cancellationToken)
            ?? await DraftAuthors.WriteAsync(
                work, version.Id, version.OriginatorId, input.Authors, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        if (product.CurrentVersionId is null)
        {
            var (urgency, now) = (terms.Urgency, work.Now);
            await work.All<Product>().Where(row => row.Id == product.Id)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(p => p.Urgency, urgency)
                        .SetProperty(p => p.Revision, p => p.Revision + 1)
                        .SetProperty(p => p.UpdatedAt, now),
                    cancellationToken);
        }

        await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        return outcome;
    }
}
