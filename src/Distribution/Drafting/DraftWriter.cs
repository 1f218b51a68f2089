using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.Drafting;

/// <summary>Writes what a draft says: its portions with their sources, and what the version itself has of it.</summary>
static class DraftWriter
{
    /// <summary>
    /// Puts the content in the place of what there is. A portion that keeps its key keeps its id, and its revision
    /// where nothing about it changed.
    /// </summary>
    /// <returns>What the version's row is to be given.</returns>
    public static async Task<Action<UpdateSettersBuilder<ProductVersion>>> WriteAsync(
        UnitOfWork work,
        Guid versionId,
        Guid originatorId,
        DraftContent content,
        CancellationToken cancellationToken)
    {
        var before = (await work.All<Portion>().AsNoTracking()
            .Where(portion => portion.VersionId == versionId)
            .ToListAsync(cancellationToken)).ToDictionary(portion => portion.Key);
        await work.All<SourceReference>().Where(source => source.VersionId == versionId)
            .ExecuteDeleteAsync(cancellationToken);
        await work.All<Portion>().Where(portion => portion.VersionId == versionId)
            .ExecuteDeleteAsync(cancellationToken);
        Portion[] portions =
        [
            .. content.Portions.Select((portion, ordinal) =>
                RowOf(portion, versionId, originatorId, ordinal, before.GetValueOrDefault(portion.Key!), work.Now)),
        ];
        foreach (var portion in portions)
        {
            work.Add(portion);
        }

        AddSources(work, versionId, originatorId, content, portions);
        await work.SaveAsync(cancellationToken);
        var title = portions.Single(portion => portion.Kind == PortionKind.Title);
        var summary = portions.FirstOrDefault(portion => portion.Kind == PortionKind.Summary)?.Id;
        var hash = ContentDigest.Of(portions);
        var throughout = Throughout(portions);
        return row => row
            .SetProperty(v => v.TitlePortionId, title.Id)
            .SetProperty(v => v.SummaryPortionId, summary)
            .SetProperty(v => v.Requires, title.Requires)
            .SetProperty(v => v.RequiresThroughout, throughout)
            .SetProperty(v => v.ContentHash, hash);
    }

    static long Throughout(Portion[] portions) => portions.Aggregate(0L, (all, portion) => all | portion.Requires);

    static void AddSources(
        UnitOfWork work, Guid versionId, Guid originatorId, DraftContent content, Portion[] portions)
    {
        var ordinal = 0;
        foreach (var (portion, row) in content.Portions.Zip(portions))
        {
            foreach (var source in portion.Sources)
            {
                work.Add(SourceReference.Of(Guid.NewGuid(), row, ordinal++, source));
            }
        }

        foreach (var source in content.Sources)
        {
            work.Add(new SourceReference
            {
                Id = Guid.NewGuid(),
                VersionId = versionId,
                OriginatorId = originatorId,
                Ordinal = ordinal++,
                Citation = source.Citation,
                Originator = source.Originator,
                Reliability = source.Reliability,
                Credibility = source.Credibility,
                Kind = source.Kind,
                ThirdAgencyConsent = source.Consent,
                Requires = Throughout(portions),
                CreatedAt = work.Now,
                UpdatedAt = work.Now,
            });
        }
    }

    static Portion RowOf(
        DraftPortion portion, Guid versionId, Guid originatorId, int ordinal, Portion? before, DateTime now)
    {
        var isSame = before is not null && IsSame(before, portion, ordinal);
        return new Portion
        {
            Id = before?.Id ?? Guid.NewGuid(),
            VersionId = versionId,
            OriginatorId = originatorId,
            Ordinal = ordinal,
            Key = portion.Key!,
            Kind = portion.Kind,
            Text = portion.Text,
            IsTearline = portion.IsTearline,
            ContainsUsPersonInformation = portion.ContainsUsPersonInformation,
            Likelihood = portion.Likelihood,
            Confidence = portion.Confidence,
            Tlp = portion.Marking.Tlp,
            CuiBasic = portion.Marking.CuiBasic,
            CuiSpecified = portion.Marking.CuiSpecified,
            DisseminationControls = portion.Marking.DisseminationControls,
            ReleasableTo = portion.Marking.ReleasableTo,
            Sensitivities = portion.Marking.Sensitivities,
            LegacyMarkings = portion.Marking.LegacyMarkings,
            OriginatorControl = portion.Marking.OriginatorControl,
            DesignatedBy = portion.Marking.DesignatedBy,
            Purposes = portion.Marking.Purposes,
            Requires = (long)MarkingRequirements.Of(portion.Marking),
            Revision = before is null ? 1 : before.Revision + (isSame ? 0 : 1),
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = isSame ? before!.UpdatedAt : now,
        };
    }

    static bool IsSame(Portion before, DraftPortion portion, int ordinal) =>
        before.Ordinal == ordinal
        && before.Kind == portion.Kind
        && before.Text == portion.Text
        && before.IsTearline == portion.IsTearline
        && before.ContainsUsPersonInformation == portion.ContainsUsPersonInformation
        && before.Likelihood == portion.Likelihood
        && before.Confidence == portion.Confidence
        && before.Tlp == portion.Marking.Tlp
        && before.CuiBasic.SequenceEqual(portion.Marking.CuiBasic)
        && before.CuiSpecified.SequenceEqual(portion.Marking.CuiSpecified)
        && before.DisseminationControls.SequenceEqual(portion.Marking.DisseminationControls)
        && before.ReleasableTo.SequenceEqual(portion.Marking.ReleasableTo)
        && before.Sensitivities.SequenceEqual(portion.Marking.Sensitivities)
        && before.LegacyMarkings.SequenceEqual(portion.Marking.LegacyMarkings)
        && before.OriginatorControl == portion.Marking.OriginatorControl
        && before.DesignatedBy == portion.Marking.DesignatedBy
        && before.Purposes.SequenceEqual(portion.Marking.Purposes);
}
