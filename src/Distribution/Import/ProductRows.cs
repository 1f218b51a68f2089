using System.Security.Cryptography;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Import;

/// <summary>
/// Makes the rows of an imported product: one published version with its review, publication and rights.
/// </summary>
sealed class ProductRows(ProductLine line, ImportReferences references, DateTime now)
{
    const string Serial = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    readonly Guid _center = references[ImportKey.OfCenter(line.Key.Scope)];
    readonly Guid _author = references[ImportKey.OfPerson(line.Author)];
    readonly Guid _version = Guid.NewGuid();

    bool HasExpired => line.ValidUntil <= now;

    /// <summary>Adds them.</summary>
    public void Add(Guid id, RowBatch batch)
    {
        var product = new Product
        {
            Id = id,
            PublicNumber = line.PublicNumber
                ?? $"{line.Key.Scope}-{line.PublishedAt:yyyy}-{RandomNumberGenerator.GetString(Serial, 7)}",
            Type = line.Type,
            OriginatorId = _center,
            OnBehalfOfId = line.OnBehalfOf is null ? null : references[ImportKey.OfOrganization(line.OnBehalfOf)],
            CurrentVersionId = _version,
            State = HasExpired ? ProductState.Expired : ProductState.Current,
            Urgency = line.Urgency,
            IsExercise = line.IsExercise,
            PublishedAt = line.PublishedAt,
            ValidUntil = line.ValidUntil,
            HazardScopes = [.. line.HazardScopes],
            ExternalReference = line.Key.Reference,
            CreatedAt = now,
            UpdatedAt = now,
        };
        batch.Add(product);
        AddLinks(id, batch);
        var portions = line.Portions.Select(PortionOf).ToArray();
        var version = VersionOf(id, portions);
        batch.Add(version);
        foreach (var portion in portions)
        {
            batch.Add(portion);
        }

        AddSources(portions, batch);
        batch.Add(new VersionAuthor { VersionId = _version, PersonId = _author, OriginatorId = _center });
        var review = ReviewOf(line.Review!);
        batch.Add(review);
        AddPublication(product, version, portions, batch);
        batch.Add(ReleaseClearance.Of(review, references[ImportKey.OfPerson(line.ReleasedBy)], now));
    }

    void AddLinks(Guid id, RowBatch batch)
    {
        foreach (var center in line.CoOriginators)
        {
            batch.Add(new ProductCoOriginator { ProductId = id, CenterId = references[ImportKey.OfCenter(center)] });
        }

        foreach (var sector in line.Sectors)
        {
            batch.Add(new ProductSector { ProductId = id, SectorId = sector });
        }

        foreach (var lifeline in line.Lifelines)
        {
            batch.Add(new ProductLifeline { ProductId = id, LifelineId = lifeline });
        }

        foreach (var topic in line.Topics)
        {
            batch.Add(new ProductTopic { ProductId = id, TopicId = topic });
        }

        foreach (var jurisdiction in line.Jurisdictions)
        {
            batch.Add(new ProductJurisdiction { ProductId = id, JurisdictionId = jurisdiction });
        }

        foreach (var discipline in line.Disciplines)
        {
            batch.Add(new ProductDiscipline { ProductId = id, DisciplineId = discipline });
        }
    }

    ProductVersion VersionOf(Guid product, Portion[] portions) => new()
    {
        Id = _version,
        ProductId = product,
        OriginatorId = _center,
        Number = 1,
        State = HasExpired ? VersionState.Expired : VersionState.Published,
        ChangeKind = ChangeKind.Initial,
        TitlePortionId = portions[0].Id,
        SummaryPortionId = portions[1].Id,
        Urgency = line.Urgency,
        IntendedUses = [.. line.IntendedUses],
        ValidFrom = line.PublishedAt,
        ValidUntil = line.ValidUntil,
        PublishedAt = line.PublishedAt,
        ContentHash = ContentDigest.Of(portions),
        Requires = portions[0].Requires,
        DisclosesWithholding = line.DisclosesWithholding,
        AnalystNotes = line.AnalystNotes,
        RequiresThroughout = portions.Aggregate(0L, (all, portion) => all | portion.Requires),
        IsPublicReleaseApproved = line.IsPublicReleaseApproved,
        PrivacyReviewedOn = DateOnly.FromDateTime(line.Review!.SignedAt),
        CreatedAt = now,
        UpdatedAt = now,
    };

    Portion PortionOf(PortionSpec portion, int ordinal) => new()
    {
        Id = Guid.NewGuid(),
        VersionId = _version,
        OriginatorId = _center,
        Ordinal = ordinal,
        // Numbered keys would tell where a portion is withheld.
        Key = ordinal switch { 0 => "title", 1 => "summary", _ => RandomNumberGenerator.GetString(Serial, 8) },
        Kind = portion.Kind,
        Text = portion.Text,
        IsTearline = false,
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
        CreatedAt = now,
        UpdatedAt = now,
    };

    void AddSources(Portion[] portions, RowBatch batch)
    {
        var ordinal = 0;
        foreach (var (portion, spec) in portions.Zip(line.Portions))
        {
            foreach (var source in spec.Sources ?? [])
            {
                batch.Add(SourceReference.Of(Guid.NewGuid(), portion, ordinal++, source));
            }
        }
    }

    PrivacyReview ReviewOf(ReviewFields review) => new()
    {
        Id = Guid.NewGuid(),
        VersionId = _version,
        OriginatorId = _center,
        Kind = PrivacyReviewKind.Standard,
        State = review.Outcome == ReviewOutcome.ResolvedConcur
            ? PrivacyReviewState.Resolved
            : PrivacyReviewState.Completed,
        Checklist = "Imported: the checklist of the system it comes from",
        RequestedById = _author,
        RequestedAt = review.SignedAt,
        ReviewerId = references[ImportKey.OfPerson(review.Reviewer)],
        DueAt = review.SignedAt,
        Outcome = review.Outcome,
        Rationale = review.Rationale,
        SignedAt = review.SignedAt,
        CreatedAt = now,
        UpdatedAt = now,
    };

    void AddPublication(Product product, ProductVersion version, Portion[] portions, RowBatch batch)
    {
        var audiences = new EntitlementRules.Audiences(
            Guid.NewGuid(),
            line.PublishedAt,
            [.. line.Lists.Select(list => references.List(ImportKey.OfList(line.Key.Scope, list)))],
            [.. line.Recipients.Select(person => references[ImportKey.OfPerson(person)])],
            []);
        var rights = EntitlementRules.Of(product, version, portions, [audiences]).ToArray();
        batch.Add(new Publication
        {
            Id = audiences.PublicationId,
            ProductId = product.Id,
            VersionId = _version,
            OriginatorId = _center,
            EffectiveAt = line.PublishedAt,
            ReleasedById = references[ImportKey.OfPerson(line.ReleasedBy)],
            ReasonForRelease = line.ReasonForRelease,
            AudienceSnapshotHash = ContentDigest.Of(rights.Select(right => right.AudienceId)),
            CreatedAt = now,
            UpdatedAt = now,
        });
        foreach (var list in audiences.Lists)
        {
            batch.Add(new PublicationList { PublicationId = audiences.PublicationId, ListId = list.Id });
        }

        foreach (var person in audiences.PersonIds)
        {
            batch.Add(new PublicationRecipient
            {
                Id = Guid.NewGuid(),
                PublicationId = audiences.PublicationId,
                PersonId = person,
            });
        }

        foreach (var right in rights)
        {
            batch.Add(right);
        }
    }
}
