using GraphApi.Distribution.Access;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Turns a product to be made into rows: as publishing would have left them, with a concurring review of every
/// released version by somebody who did not write it, and the rights that <see cref="EntitlementRules"/> gives.
/// </summary>
static class ProductWriter
{
    const string Serial = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Adds the rows of one product.</summary>
    /// <param name="frame">The set.</param>
    /// <param name="spec">The product.</param>
    /// <param name="audience">Who is on the lists it went to.</param>
    /// <param name="batch">Takes the rows.</param>
    public static void Add(SeedFrame frame, ProductSpec spec, RecallAudience audience, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.Product, spec.Index);
        var id = random.NextId();
        var current = spec.Versions[^1];
        var first = spec.Versions[0].At;
        var product = new Product
        {
            Id = id,
            PublicNumber = current.IsReleased ? NumberOf(spec, ref random) : null,
            Type = spec.Type,
            OriginatorId = RowIds.Center(spec.Center),
            OnBehalfOfId = VersionRecords.OnBehalfOf(frame, spec.Index),
            CurrentVersionId = current.IsReleased ? VersionId(spec, current) : null,
            State = spec.State,
            Urgency = spec.Urgency,
            IsExercise = spec.IsExercise,
            PublishedAt = current.IsReleased ? current.At : null,
            ValidUntil = current.IsReleased ? current.ValidUntil : null,
            RecallId = RecallRows.NoticeOf(spec),
            HazardScopes = spec.HazardScopes,
            SyntheticBatch = frame.Batch,
            CreatedAt = first.AddDays(-3),
            UpdatedAt = current.At,
        };
        batch.Add(product);
        AddLinks(id, spec, batch);
        if (VersionRecords.CoOriginator(frame, spec) is { } other)
        {
            batch.Add(new ProductCoOriginator { ProductId = id, CenterId = other });
        }

        var author = Staff.AuthorOf(frame.Plan, spec.Center, spec.Index);
        foreach (var version in spec.Versions)
        {
            var (made, portions) = AddVersion(spec, product, version, author, batch);
            if (version.State == VersionState.Recalled)
            {
                RecallRows.Add(frame, spec, product, made, portions, audience, batch);
            }
        }
    }

    /// <summary>The identifier of a version.</summary>
    public static Guid VersionId(ProductSpec spec, VersionSpec version) =>
        RowIds.Of(RowKind.ProductVersion, ((long)spec.Index << 8) | (uint)version.Number);

    // The serial is random: numbers that follow one another would tell how much a center publishes.
    static string NumberOf(ProductSpec spec, ref SeededRandom random)
    {
        var serial = RandomSerial(7, ref random);
        return $"{SyntheticNames.CenterShort(spec.Center + 1)}-{spec.Versions[0].At:yyyy}-{serial}";
    }

    static void AddLinks(Guid id, ProductSpec spec, RowBatch batch)
    {
        foreach (var sector in spec.Sectors)
        {
            batch.Add(new ProductSector { ProductId = id, SectorId = ReferenceRows.SectorId(sector) });
        }

        foreach (var topic in spec.Topics)
        {
            batch.Add(new ProductTopic { ProductId = id, TopicId = ReferenceRows.TopicId(topic) });
        }

        foreach (var code in spec.FipsCodes)
        {
            batch.Add(new ProductJurisdiction { ProductId = id, JurisdictionId = ReferenceRows.JurisdictionId(code) });
        }

        foreach (var discipline in spec.Disciplines)
        {
            batch.Add(new ProductDiscipline { ProductId = id, DisciplineId = ReferenceRows.DisciplineId(discipline) });
        }

        if (Lifelines.Of(spec.Sectors) is { } lifeline)
        {
            batch.Add(new ProductLifeline { ProductId = id, LifelineId = ReferenceRows.LifelineId(lifeline) });
        }
    }

    static (ProductVersion Version, Portion[] Portions) AddVersion(
        ProductSpec spec, Product product, VersionSpec made, Guid author, RowBatch batch)
    {
        var id = VersionId(spec, made);
        var index = ((long)spec.Index << 8) | (uint)made.Number;
        var keys = KeysOf(spec, made);
        var portions = made.Portions
            .Select((portion, ordinal) => PortionOf(product, id, index, portion, ordinal, keys[ordinal], made.At))
            .ToArray();
        var version = new ProductVersion
        {
            Id = id,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            Number = made.Number,
            State = made.State,
            ChangeKind = made.ChangeKind,
            TitlePortionId = portions[0].Id,
            SummaryPortionId = portions[1].Id,
            Urgency = spec.Urgency,
            IntendedUses = UsesOf(spec.Type),
            ValidFrom = made.IsReleased ? made.At : null,
            ValidUntil = made.ValidUntil,
            PublishedAt = made.IsReleased ? made.At : null,
            ContentHash = ContentDigest.Of(portions),
            Requires = portions[0].Requires,
            RequiresThroughout = portions.Aggregate(0L, (all, portion) => all | portion.Requires),
            DisclosesWithholding = VersionRecords.DisclosesWithholding(spec.Index),
            AnalystNotes = VersionRecords.NotesOf(index),
            IsPublicReleaseApproved = made.IsPublicReleaseApproved,
            SubmittedAt = made.State == VersionState.Draft ? null : RequestedAt(spec, made),
            PrivacyReviewedOn = !made.IsUnreviewed ? DateOnly.FromDateTime(ReviewedAt(made)) : null,
            CreatedAt = made.At.AddHours(-30),
            UpdatedAt = made.At,
        };
        batch.Add(version);
        foreach (var portion in portions)
        {
            batch.Add(portion);
        }

        batch.Add(new VersionAuthor
        {
            VersionId = id,
            PersonId = author,
            OriginatorId = product.OriginatorId,
        });
        VersionRecords.AddSources(index, portions, batch);
        var review = made.State == VersionState.Draft
            ? null
            : AddReview(spec, product, made, id, index, author, keys[2], batch);
        if (!made.IsReleased)
        {
            VersionRecords.AddDraft(product, version, index, spec, author, batch);
        }
        else
        {
            VersionRecords.AddApprovals(version, index, spec.Center, batch);
            AddPublication(spec, product, version, portions, index, batch);
            batch.Add(ReleaseClearance.Of(review!, Staff.Of(spec.Center, Staff.Supervisor), made.At));
        }

        return (version, portions);
    }

    // Numbered keys would tell where a portion is withheld. The second body of a version is that of the next, too.
    static string[] KeysOf(ProductSpec spec, VersionSpec made)
    {
        var seen = new Dictionary<PortionKind, uint>();
        return
        [
            .. made.Portions.Select((portion, ordinal) =>
            {
                var place = seen[portion.Kind] = seen.GetValueOrDefault(portion.Kind) + 1;
                return ordinal switch
                {
                    0 => "title",
                    1 => "summary",
                    _ => RandomKey(((long)spec.Index << 16) | ((uint)portion.Kind << 8) | place),
                };
            }),
        ];
    }

    static string RandomKey(long index)
    {
        var random = RowIds.Random(RowKind.PortionKey, index);
        return RandomSerial(8, ref random);
    }

    static string RandomSerial(int length, ref SeededRandom random)
    {
        var serial = new char[length];
        foreach (ref var character in serial.AsSpan())
        {
            character = random.Pick<char>(Serial);
        }

        return new string(serial);
    }

    static Portion PortionOf(
        Product product,
        Guid version,
        long versionIndex,
        PortionSpec portion,
        int ordinal,
        string key,
        DateTime at)
    {
        var marking = portion.Marking;
        var index = (versionIndex << 8) | (uint)ordinal;
        var isTearline = portion.Kind is PortionKind.ProtectiveMeasures or PortionKind.ReportingInstructions;
        return new Portion
        {
            Id = RowIds.Of(RowKind.Portion, index),
            VersionId = version,
            OriginatorId = product.OriginatorId,
            Ordinal = ordinal,
            Key = key,
            Kind = portion.Kind,
            Text = portion.Text,
            IsTearline = isTearline,
            Likelihood = portion.Likelihood,
            Confidence = portion.Confidence,
            Tlp = marking.Tlp,
            CuiBasic = marking.CuiBasic,
            CuiSpecified = marking.CuiSpecified,
            DisseminationControls = marking.DisseminationControls,
            ReleasableTo = marking.ReleasableTo,
            Sensitivities = marking.Sensitivities,
            LegacyMarkings = marking.LegacyMarkings,
            OriginatorControl = marking.OriginatorControl,
            DesignatedBy = marking.DesignatedBy,
            Purposes = VersionRecords.PurposesOf(index, isTearline),
            Requires = (long)MarkingRequirements.Of(marking),
            CreatedAt = at.AddHours(-30),
            UpdatedAt = at,
        };
    }

    static PrivacyReview AddReview(
        ProductSpec spec,
        Product product,
        VersionSpec made,
        Guid version,
        long index,
        Guid author,
        string portionKey,
        RowBatch batch)
    {
        var random = RowIds.Random(RowKind.PrivacyReview, index);
        var id = random.NextId();
        var isExpedited = spec.Urgency is Urgency.Immediate or Urgency.Urgent;
        var needsChanges = random.Chance(0.08);
        var requested = RequestedAt(spec, made);
        var isSigned = !made.IsUnreviewed;
        var review = new PrivacyReview
        {
            Id = id,
            VersionId = version,
            OriginatorId = product.OriginatorId,
            Kind = made.Number > 1 ? PrivacyReviewKind.ReReview
                : isExpedited ? PrivacyReviewKind.Expedited : PrivacyReviewKind.Standard,
            State = isSigned ? PrivacyReviewState.Completed
                : made.State == VersionState.InReview ? PrivacyReviewState.Assigned : PrivacyReviewState.InReview,
            Checklist = "P/CRCL checklist 3 (synthetic)",
            RequestedById = author,
            RequestedAt = requested,
            ReviewerId = Staff.Of(spec.Center, Staff.PrivacyOfficer),
            DueAt = requested.AddHours(isExpedited ? 6 : 72),
            Outcome = !isSigned ? null
                : needsChanges ? ReviewOutcome.ConcurWithChanges : ReviewOutcome.Concur,
            Rationale = isSigned ? "No personal information beyond what the purpose needs (synthetic)." : null,
            Notes = isSigned ? "Compared with the answers to the checklist (synthetic)." : null,
            SignedAt = isSigned ? ReviewedAt(made) : null,
            CreatedAt = requested,
            UpdatedAt = isSigned ? ReviewedAt(made) : requested,
        };
        batch.Add(review);
        if (isSigned && needsChanges)
        {
            batch.Add(new PrivacyFinding
            {
                Id = RowIds.Of(RowKind.PrivacyFinding, index),
                ReviewId = id,
                OriginatorId = product.OriginatorId,
                PortionKey = portionKey,
                Category = random.Pick<FindingCategory>(
                    [FindingCategory.PiiNotNecessary, FindingCategory.BehaviorNotIdentity, FindingCategory.Marking]),
                Severity = FindingSeverity.Minor,
                RequiredAction = "Say it without the detail (synthetic).",
                Resolution = "Removed before release (synthetic).",
                CreatedAt = requested.AddHours(1),
                UpdatedAt = ReviewedAt(made),
            });
        }

        return review;
    }

    static void AddPublication(
        ProductSpec spec,
        Product product,
        ProductVersion version,
        IReadOnlyCollection<Portion> portions,
        long index,
        RowBatch batch)
    {
        var audiences = new EntitlementRules.Audiences(
            RowIds.Of(RowKind.Publication, index), version.PublishedAt!.Value, spec.Lists, spec.Recipients, []);
        var rights = EntitlementRules.Of(product, version, portions, [audiences]).ToArray();
        batch.Add(new Publication
        {
            Id = audiences.PublicationId,
            ProductId = product.Id,
            VersionId = version.Id,
            OriginatorId = product.OriginatorId,
            EffectiveAt = audiences.EffectiveAt,
            ReleasedById = Staff.Of(spec.Center, Staff.Supervisor),
            ReasonForRelease = "The audience protects facilities or people that the product is about (synthetic).",
            AudienceSnapshotHash = ContentDigest.Of(rights.Select(right => right.AudienceId)),
            CreatedAt = audiences.EffectiveAt,
            UpdatedAt = audiences.EffectiveAt,
        });
        foreach (var list in spec.Lists)
        {
            batch.Add(new PublicationList { PublicationId = audiences.PublicationId, ListId = list.Id });
        }

        for (var i = 0; i < spec.Recipients.Count; i++)
        {
            batch.Add(new PublicationRecipient
            {
                Id = RowIds.Of(RowKind.PublicationRecipient, (index << 8) | (uint)i),
                PublicationId = audiences.PublicationId,
                PersonId = spec.Recipients[i],
            });
        }

        foreach (var right in rights)
        {
            batch.Add(right);
        }
    }

    static DateTime RequestedAt(ProductSpec spec, VersionSpec made) =>
        made.At.AddHours(spec.Urgency is Urgency.Immediate or Urgency.Urgent ? -5 : -28);

    static DateTime ReviewedAt(VersionSpec made) => made.At.AddHours(-2);

    static IntendedUse[] UsesOf(ProductType type) => type switch
    {
        ProductType.IntelligenceWarningBulletin => [IntendedUse.OfficerSafety, IntendedUse.FacilityProtection],
        ProductType.FormalReport or ProductType.RiskAssessment =>
            [IntendedUse.ResourcePrioritization, IntendedUse.FacilityProtection],
        ProductType.ThreatAssessment => [IntendedUse.ResourcePrioritization],
        ProductType.SituationalAwarenessProduct => [IntendedUse.EventPlanning],
        _ => [IntendedUse.FacilityProtection, IntendedUse.CommunityAwareness],
    };
}
