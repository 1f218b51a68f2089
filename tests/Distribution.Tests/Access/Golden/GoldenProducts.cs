using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>The products of golden-access.md, a line each.</summary>
sealed class GoldenProducts(RowBatch rows, DistributionList list)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    public void Add()
    {
        Add(1, Tlp.Clear, isApproved: true);
        Add(2, Tlp.Clear);
        Add(3, Tlp.Clear, isApproved: true, isExercise: true);
        Add(4, Tlp.Clear, Pcii(Tlp.Clear), isApproved: true);
        Add(5, Tlp.Green);
        Add(6, Tlp.Green, Les(Tlp.Green));
        Add(7, Tlp.Green, Les(Tlp.Green), isThroughout: true);
        Add(8, Tlp.Green, Pcii(Tlp.Green));
        Add(9, Tlp.Green, Pcii(Tlp.Green), isThroughout: true);
        Add(10, Tlp.Green, Control(Tlp.Green, LimitedDisseminationControl.Noforn));
        Add(11, Tlp.Green, Control(Tlp.Green, LimitedDisseminationControl.Noforn), isThroughout: true);
        Add(12, Tlp.Green, Control(Tlp.Green, LimitedDisseminationControl.DlOnly));
        Add(13, Tlp.Green, state: VersionState.Scheduled);
        Add(14, Tlp.Green, state: VersionState.Superseded);
        Add(15, Tlp.Green, state: VersionState.Recalled);
        Add(16, Tlp.Green, validUntil: Now.AddHours(-1));
        Add(17, Tlp.Green, state: VersionState.Draft);
        Add(18, Tlp.Green, isExercise: true);
        Add(19, Tlp.Amber);
        Add(20, Tlp.Amber, Pcii(Tlp.Amber));
        Add(21, Tlp.AmberStrict);
        Add(22, Tlp.AmberStrict, Les(Tlp.AmberStrict), isThroughout: true);
        Add(23, Tlp.Red, recipients: [GoldenRows.Person("LE"), GoldenRows.Person("FI")]);
        Add(24, Tlp.Red);
        Add(25, Tlp.Clear, isApproved: true, state: VersionState.InReview);
        Add(26, Tlp.Green, Les(Tlp.Green), isThroughout: true, state: VersionState.ChangesRequested);
        Add(27, Tlp.Amber, state: VersionState.Approved);
    }

    static PortionMarking Les(Tlp tlp) => PortionMarking.Plain(tlp) with { Sensitivities = [Sensitivity.Les] };

    static PortionMarking Pcii(Tlp tlp) => PortionMarking.Plain(tlp) with { Sensitivities = [Sensitivity.Pcii] };

    static PortionMarking Control(Tlp tlp, LimitedDisseminationControl control) =>
        PortionMarking.Plain(tlp) with { DisseminationControls = [control] };

    void Add(
        int number,
        Tlp tlp,
        PortionMarking? more = null,
        bool isThroughout = false,
        bool isApproved = false,
        bool isExercise = false,
        VersionState state = VersionState.Published,
        DateTime? validUntil = null,
        Guid[]? recipients = null)
    {
        var isReleased = state is not (VersionState.Draft or VersionState.InReview or VersionState.ChangesRequested
            or VersionState.Approved);
        var at = state == VersionState.Scheduled ? Now.AddDays(2) : Now.AddDays(-30).AddMinutes(number);
        var version = GoldenRows.Id('v', number);
        var product = new Product
        {
            Id = GoldenRows.Id('p', number),
            PublicNumber = isReleased ? $"EFC01-2026-{number:D2}" : null,
            Type = ProductType.Bulletin,
            OriginatorId = GoldenRows.Center(1),
            CurrentVersionId = isReleased ? version : null,
            State = state switch
            {
                VersionState.Published => ProductState.Current,
                VersionState.Superseded => ProductState.SupersededByNewer,
                VersionState.Recalled => ProductState.Recalled,
                _ => ProductState.InPreparation,
            },
            Urgency = Urgency.Routine,
            IsExercise = isExercise,
            PublishedAt = isReleased ? at : null,
            ValidUntil = validUntil,
            HazardScopes = [],
            CreatedAt = Now.AddDays(-40),
            UpdatedAt = Now.AddDays(-40),
        };
        rows.Add(product);
        var portions = Portions(number, version, tlp, more ?? PortionMarking.Plain(tlp), isThroughout);
        var row = new ProductVersion
        {
            Id = version,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            Number = 1,
            State = state,
            ChangeKind = ChangeKind.Initial,
            TitlePortionId = portions[0].Id,
            SummaryPortionId = portions[1].Id,
            Urgency = Urgency.Routine,
            IntendedUses = [],
            ValidUntil = validUntil,
            ReleaseAt = state == VersionState.Scheduled ? at : null,
            PublishedAt = isReleased ? at : null,
            ContentHash = new string('a', 64),
            AnalystNotes = isReleased ? null : "Notes (synthetic)",
            Requires = portions[0].Requires,
            RequiresThroughout = portions.Aggregate(0L, (all, portion) => all | portion.Requires),
            IsPublicReleaseApproved = isApproved,
            PrivacyReviewedOn = isReleased ? DateOnly.FromDateTime(Now.AddDays(-31)) : null,
            CreatedAt = Now.AddDays(-40),
            UpdatedAt = Now.AddDays(-40),
        };
        rows.Add(row);
        portions.ForEach(rows.Add);
        AddRecords(number, row, portions, isReleased);
        if (isReleased)
        {
            Publish(number, product, row, portions, recipients ?? [], at);
            return;
        }

        foreach (var right in EntitlementRules.OfDraft(product, row, [GoldenRows.Person("author")]))
        {
            rows.Add(right);
        }
    }

    static List<Portion> Portions(int number, Guid version, Tlp tlp, PortionMarking more, bool isThroughout)
    {
        PortionKind[] kinds = [PortionKind.Title, PortionKind.Summary, PortionKind.Body, PortionKind.Outlook];
        return
        [
            .. kinds.Select((kind, ordinal) =>
            {
                var marking = isThroughout || ordinal == 3 ? more : PortionMarking.Plain(tlp);
                return new Portion
                {
                    Id = GoldenRows.Id('o', (number * 10) + ordinal),
                    VersionId = version,
                    OriginatorId = GoldenRows.Center(1),
                    Ordinal = ordinal,
                    Key = ordinal switch { 0 => "title", 1 => "summary", 2 => "body", _ => "more" },
                    Kind = kind,
                    Text = $"{kind}{GoldenRows.Word(number)} (synthetic)",
                    Tlp = marking.Tlp,
                    CuiBasic = marking.CuiBasic,
                    CuiSpecified = marking.CuiSpecified,
                    DisseminationControls = marking.DisseminationControls,
                    ReleasableTo = marking.ReleasableTo,
                    Sensitivities = marking.Sensitivities,
                    LegacyMarkings = marking.LegacyMarkings,
                    OriginatorControl = marking.OriginatorControl,
                    DesignatedBy = marking.DesignatedBy,
                    Purposes = marking.Purposes,
                    Requires = (long)MarkingRequirements.Of(marking),
                    CreatedAt = Now.AddDays(-40),
                    UpdatedAt = Now.AddDays(-40),
                };
            }),
        ];
    }

    void AddRecords(int number, ProductVersion version, List<Portion> portions, bool isReleased)
    {
        var (author, reviewer) = (GoldenRows.Person("author"), GoldenRows.Person("PO"));
        var source = new SourceSpec(
            "Report 1 (synthetic)",
            "Agency (synthetic)",
            SourceKind.OpenSource,
            null,
            null,
            ThirdAgencyConsent.NotNeeded);
        rows.Add(SourceReference.Of(GoldenRows.Id('s', number), portions[2], 0, source));
        rows.Add(new VersionAuthor { VersionId = version.Id, PersonId = author, OriginatorId = version.OriginatorId });
        rows.Add(new VersionApproval
        {
            Id = GoldenRows.Id('a', number),
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Kind = ApprovalKind.Supervisor,
            ApprovedById = GoldenRows.Person("supervisor"),
            ApprovedAt = version.CreatedAt,
            CreatedAt = version.CreatedAt,
            UpdatedAt = version.CreatedAt,
        });
        var review = new PrivacyReview
        {
            Id = GoldenRows.Id('r', number),
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Kind = PrivacyReviewKind.Standard,
            State = PrivacyReviewState.Completed,
            Checklist = "P/CRCL checklist 3 (synthetic)",
            RequestedById = author,
            RequestedAt = version.CreatedAt,
            ReviewerId = reviewer,
            DueAt = version.CreatedAt,
            Outcome = ReviewOutcome.Concur,
            Rationale = "Nothing found (synthetic).",
            SignedAt = version.CreatedAt,
            CreatedAt = version.CreatedAt,
            UpdatedAt = version.CreatedAt,
        };
        rows.Add(review);
        if (isReleased)
        {
            rows.Add(ReleaseClearance.Of(review, GoldenRows.Person("supervisor"), version.CreatedAt));
        }

        rows.Add(new PrivacyFinding
        {
            Id = GoldenRows.Id('f', number),
            ReviewId = GoldenRows.Id('r', number),
            OriginatorId = version.OriginatorId,
            Category = FindingCategory.Marking,
            Severity = FindingSeverity.Note,
            RequiredAction = "None (synthetic).",
            CreatedAt = version.CreatedAt,
            UpdatedAt = version.CreatedAt,
        });
    }

    void Publish(
        int number,
        Product product,
        ProductVersion version,
        List<Portion> portions,
        Guid[] recipients,
        DateTime at)
    {
        var publication = GoldenRows.Id('b', number);
        rows.Add(new Publication
        {
            Id = publication,
            ProductId = product.Id,
            VersionId = version.Id,
            OriginatorId = product.OriginatorId,
            EffectiveAt = at,
            ReleasedById = GoldenRows.Person("supervisor"),
            ReasonForRelease = "To protect (synthetic).",
            AudienceSnapshotHash = new string('b', 64),
            CreatedAt = at,
            UpdatedAt = at,
        });
        var isToList = recipients.Length == 0;
        if (isToList)
        {
            rows.Add(new PublicationList { PublicationId = publication, ListId = list.Id });
        }

        for (var i = 0; i < recipients.Length; i++)
        {
            rows.Add(new PublicationRecipient
            {
                Id = GoldenRows.Id('c', (number * 10) + i),
                PublicationId = publication,
                PersonId = recipients[i],
            });
        }

        var audiences = new EntitlementRules.Audiences(publication, at, isToList ? [list] : [], recipients, []);
        foreach (var right in EntitlementRules.Of(product, version, portions, [audiences]))
        {
            rows.Add(right);
        }
    }
}
