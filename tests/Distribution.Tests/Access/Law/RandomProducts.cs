using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// The products of a random database: each with its versions, portions under every marking, reviews, and the
/// publications that <see cref="EntitlementRules"/> makes rights of, as publishing does.
/// </summary>
sealed class RandomProducts(Draw draw, RowBatch rows)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    static readonly VersionState[] BeforeRelease =
    [
        VersionState.Draft, VersionState.InReview, VersionState.ChangesRequested, VersionState.Approved,
        VersionState.Cancelled,
    ];

    readonly List<Person> _people = [.. rows.Of<Person>()];
    readonly List<Organization> _organizations = [.. rows.Of<Organization>()];
    readonly List<DistributionList> _lists = [.. rows.Of<DistributionList>()];
    readonly List<FusionCenter> _centers = [.. rows.Of<FusionCenter>()];

    public void Add()
    {
        for (var i = draw.Between(40, 60); i > 0; i--)
        {
            AddProduct();
        }
    }

    void AddProduct()
    {
        // The current version last; a draft may follow it.
        var (state, current) = draw.Mostly(
            (ProductState.Current, VersionState.Published),
            0.7,
            (ProductState.InPreparation, VersionState.Scheduled),
            (ProductState.Recalled, VersionState.Recalled),
            (ProductState.Expired, VersionState.Expired),
            (ProductState.SupersededByNewer, VersionState.Superseded),
            (ProductState.InPreparation, draw.Pick(BeforeRelease)),
            (ProductState.InPreparation, draw.Pick(BeforeRelease)));
        var isReleased = !BeforeRelease.Contains(current);
        var states = new List<VersionState>();
        states.AddRange(Enumerable.Repeat(VersionState.Superseded, isReleased ? draw.Pick([0, 0, 0, 1, 2]) : 0));
        states.Add(current);
        if (isReleased && draw.Chance(0.15))
        {
            states.Add(draw.Pick([.. BeforeRelease, VersionState.Scheduled]));
        }

        var at = current == VersionState.Scheduled ? draw.Future() : draw.Mostly(draw.Past(), 0.95, Now);
        var versions = states.Select((_, index) => draw.Id()).ToList();
        var currentIndex = states.LastIndexOf(current);
        var validUntil = current == VersionState.Expired ? draw.Past() : draw.End();
        var product = new Product
        {
            Id = draw.Id(),
            PublicNumber = isReleased ? $"EFC-2026-{draw.Hash()[..7].ToUpperInvariant()}" : null,
            Type = draw.Pick<ProductType>(),
            OriginatorId = draw.Pick(_centers).Id,
            CurrentVersionId = isReleased ? versions[currentIndex] : null,
            State = state,
            RecallId = draw.Chance(isReleased ? 0.3 : 0.05) ? draw.Id() : null,
            Urgency = draw.Pick<Urgency>(),
            IsExercise = draw.Chance(0.2),
            PublishedAt = isReleased ? at : null,
            ValidUntil = isReleased ? validUntil : null,
            HazardScopes = [.. draw.Some(Enum.GetValues<HazardScope>(), 0, 2)],
            ExternalReference = draw.Hash(),
            OnBehalfOfId = draw.Chance(0.4) ? draw.Pick(_organizations).Id : null,
            SyntheticBatch = "law",
            CreatedAt = at.AddDays(-9),
            UpdatedAt = at,
        };
        rows.Add(product);
        foreach (var center in draw.Some(_centers, 0, 1).Where(center => center.Id != product.OriginatorId))
        {
            rows.Add(new ProductCoOriginator { ProductId = product.Id, CenterId = center.Id });
        }

        for (var i = 0; i < states.Count; i++)
        {
            AddVersion(product, versions[i], i + 1, states[i], at.AddDays(i - currentIndex));
        }
    }

    void AddVersion(Product product, Guid id, int number, VersionState state, DateTime at)
    {
        // What is scheduled beside the version in force waits for its release; alone it is under embargo.
        var isReleased = !BeforeRelease.Contains(state)
            && (state != VersionState.Scheduled || id == product.CurrentVersionId);
        var portions = Portions(product, id);
        var version = new ProductVersion
        {
            Id = id,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            Number = number,
            State = state,
            ChangeKind = draw.Pick<ChangeKind>(),
            TitlePortionId = portions[0].Id,
            SummaryPortionId = draw.Chance(0.9) ? portions[1].Id : null,
            Urgency = product.Urgency,
            IntendedUses = [.. draw.Some(Enum.GetValues<IntendedUse>(), 0, 2)],
            ValidFrom = isReleased ? at : null,
            ValidUntil = id == product.CurrentVersionId ? product.ValidUntil : draw.End(),
            ReleaseAt = draw.Chance(0.2) ? at : null,
            PublishedAt = isReleased ? at : null,
            ContentHash = draw.Hash(),
            Requires = portions[0].Requires,
            RequiresThroughout = portions.Aggregate(0L, (all, portion) => all | portion.Requires),
            DisclosesWithholding = draw.Chance(0.5),
            AnalystNotes = draw.Chance(0.5) ? draw.Text("Notes") : null,
            IsPublicReleaseApproved = draw.Chance(0.5),
            IsEmergencyRelease = draw.Chance(0.1),
            SubmittedAt = draw.Chance(0.5) ? at.AddDays(-1) : null,
            PrivacyReviewedOn = isReleased ? DateOnly.FromDateTime(at) : null,
            CreatedAt = at.AddDays(-8),
            UpdatedAt = at,
        };
        rows.Add(version);
        foreach (var portion in portions)
        {
            rows.Add(portion);
        }

        var authors = draw.Some(_people, 0, 4).ToList();
        foreach (var author in authors)
        {
            rows.Add(new VersionAuthor { VersionId = id, PersonId = author.Id, OriginatorId = product.OriginatorId });
        }

        AddIntended(id);
        foreach (var right in EntitlementRules.OfDraft(product, version, [.. authors.Select(author => author.Id)]))
        {
            rows.Add(right);
        }

        AddReviews(version);
        AddRecords(version, portions);
        AddPublications(product, version, portions, isReleased ? draw.Between(1, 2) : 0, at);
    }

    void AddIntended(Guid version)
    {
        foreach (var list in draw.Some(_lists, 0, 2))
        {
            rows.Add(new VersionList { VersionId = version, ListId = list.Id });
        }

        foreach (var person in draw.Some(_people, 0, 2))
        {
            rows.Add(new VersionRecipient { Id = draw.Id(), VersionId = version, PersonId = person.Id });
        }
    }

    List<Portion> Portions(Product product, Guid version)
    {
        // Half of the products are harmless throughout, so that some of them reach the public.
        var isHarmless = draw.Chance(0.3);
        var widest = draw.Pick([Tlp.Clear, Tlp.Green, Tlp.Green, Tlp.Amber]);
        return
        [
            .. Enumerable.Range(0, draw.Between(2, 5)).Select(ordinal =>
            {
                var marking = isHarmless ? PortionMarking.Plain(widest) : Marking(widest, isTitle: ordinal == 0);
                return new Portion
                {
                    Id = draw.Id(),
                    VersionId = version,
                    OriginatorId = product.OriginatorId,
                    Ordinal = ordinal,
                    Key = ordinal switch { 0 => "title", 1 => "summary", _ => draw.Hash()[..8].ToUpperInvariant() },
                    Kind = ordinal switch
                    {
                        0 => PortionKind.Title,
                        1 => PortionKind.Summary,
                        _ => draw.Pick<PortionKind>(),
                    },
                    Text = $"{draw.Pick(["harbor", "valve", "substation", "parade"])} {draw.Text("Portion")}",
                    IsTearline = draw.Chance(0.2),
                    ContainsUsPersonInformation = draw.Chance(0.2),
                    Likelihood = draw.Chance(0.3) ? draw.Pick<Likelihood>() : null,
                    Confidence = draw.Chance(0.3) ? draw.Pick<AnalyticConfidence>() : null,
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
                    CreatedAt = Now.AddDays(-80),
                    UpdatedAt = Now.AddDays(-80),
                };
            }),
        ];
    }

    PortionMarking Marking(Tlp widest, bool isTitle)
    {
        var odd = isTitle ? 0.06 : 0.2;
        T[] Rarely<T>()
            where T : struct, Enum => draw.Chance(odd) ? [.. draw.Some(Enum.GetValues<T>(), 1, 2)] : [];
        return new PortionMarking(
            draw.Chance(odd) ? draw.Pick<Tlp>() : widest,
            Rarely<CuiCategory>(),
            Rarely<CuiCategory>(),
            Rarely<LimitedDisseminationControl>(),
            Rarely<Sensitivity>(),
            Rarely<LegacyMarking>(),
            draw.Chance(0.2) ? ["CAN"] : [],
            draw.Mostly(OriginatorControl.None, 0.9, OriginatorControl.OriginatorConsentRequired),
            draw.Chance(0.1) ? "Exercise agency (synthetic)" : null,
            draw.Chance(0.3) ? [.. draw.Some(Enum.GetValues<PrivilegeAction>(), 0, 2), PrivilegeAction.Idsrc] : []);
    }

    void AddReviews(ProductVersion version)
    {
        for (var i = draw.Between(0, 2); i > 0; i--)
        {
            var people = draw.Some(_people, 2, 2);
            var isSigned = draw.Chance(0.6);
            var review = new PrivacyReview
            {
                Id = draw.Id(),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Kind = draw.Pick<PrivacyReviewKind>(),
                State = draw.Pick<PrivacyReviewState>(),
                Checklist = "P/CRCL checklist 3 (synthetic)",
                RequestedById = people[0].Id,
                RequestedAt = draw.Past(),
                ReviewerId = draw.Chance(0.8) ? people[1].Id : null,
                DueAt = draw.Future(),
                Outcome = isSigned ? draw.Pick<ReviewOutcome>() : null,
                Rationale = isSigned ? draw.Text("Rationale") : null,
                Notes = draw.Chance(0.5) ? draw.Text("Notes") : null,
                SignedAt = isSigned ? draw.Past() : null,
                CreatedAt = version.CreatedAt,
                UpdatedAt = version.CreatedAt,
            };
            rows.Add(review);
            AddReviewRecords(review);
            if (draw.Chance(0.5))
            {
                rows.Add(new PrivacyFinding
                {
                    Id = draw.Id(),
                    ReviewId = review.Id,
                    OriginatorId = version.OriginatorId,
                    PortionKey = draw.Chance(0.5) ? "title" : null,
                    Category = draw.Pick<FindingCategory>(),
                    Severity = draw.Pick<FindingSeverity>(),
                    RequiredAction = draw.Text("Action"),
                    Resolution = draw.Chance(0.5) ? draw.Text("Resolution") : null,
                    CreatedAt = version.CreatedAt,
                    UpdatedAt = version.CreatedAt,
                });
            }
        }
    }

    void AddReviewRecords(PrivacyReview review)
    {
        // The database takes no answers to a review that is signed.
        var isOpen = review.Outcome is null || review.State == PrivacyReviewState.Voided;
        foreach (var item in draw.Some(ReviewChecklist.Current.Items, 0, isOpen ? 2 : 0))
        {
            rows.Add(new ReviewAnswer
            {
                Id = draw.Id(),
                ReviewId = review.Id,
                OriginatorId = review.OriginatorId,
                Item = item.Key,
                Answer = draw.Pick<ChecklistAnswer>(),
                Comment = draw.Chance(0.5) ? draw.Text("Comment") : null,
                CreatedAt = review.CreatedAt,
                UpdatedAt = review.CreatedAt,
            });
        }

        for (var revision = draw.Between(0, 2); revision > 0; revision--)
        {
            rows.Add(new ReviewEvent
            {
                Id = draw.Id(),
                ReviewId = review.Id,
                OriginatorId = review.OriginatorId,
                Step = draw.Pick<ReviewStep>(),
                FromState = draw.Chance(0.8) ? draw.Pick<PrivacyReviewState>() : null,
                ToState = draw.Pick<PrivacyReviewState>(),
                Revision = revision,
                ActorId = review.RequestedById,
                ActorName = draw.Text("Actor"),
                Reason = draw.Chance(0.6) ? draw.Text("Reason") : null,
                OccurredAt = draw.Past(),
            });
        }
    }

    void AddRecords(ProductVersion version, List<Portion> portions)
    {
        foreach (var (portion, ordinal) in draw.Some(portions, 0, 3).Select((portion, ordinal) => (portion, ordinal)))
        {
            rows.Add(SourceReference.Of(draw.Id(), portion, ordinal, new SourceSpec(
                draw.Text("Report"),
                draw.Text("Agency"),
                draw.Pick<SourceKind>(),
                draw.Chance(0.7) ? draw.Pick<SourceReliability>() : null,
                draw.Chance(0.7) ? draw.Pick<InformationCredibility>() : null,
                draw.Pick<ThirdAgencyConsent>())));
        }

        if (draw.Chance(0.5))
        {
            rows.Add(new VersionApproval
            {
                Id = draw.Id(),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Kind = draw.Pick<ApprovalKind>(),
                ApprovedById = draw.Pick(_people).Id,
                ApprovedAt = draw.Past(),
                CreatedAt = version.CreatedAt,
                UpdatedAt = version.CreatedAt,
            });
        }
    }

    void AddPublications(Product product, ProductVersion version, List<Portion> portions, int count, DateTime at)
    {
        var publications = new List<EntitlementRules.Audiences>();
        for (var i = 0; i < count; i++)
        {
            var lists = draw.Some(_lists, 0, 3);
            var people = draw.Chance(0.4) ? draw.Some(_people, 1, 4) : [];
            var organizations = draw.Chance(0.2) ? draw.Some(_organizations, 1, 2) : [];
            var publication = new Publication
            {
                Id = draw.Id(),
                ProductId = product.Id,
                VersionId = version.Id,
                OriginatorId = product.OriginatorId,
                EffectiveAt = i == 0 ? at : at.AddDays(draw.Between(0, 9)),
                ReleasedById = draw.Pick(_people).Id,
                ReasonForRelease = draw.Text("Reason"),
                AudienceSnapshotHash = draw.Hash(),
                CreatedAt = at,
                UpdatedAt = at,
            };
            rows.Add(publication);
            foreach (var list in lists)
            {
                rows.Add(new PublicationList { PublicationId = publication.Id, ListId = list.Id });
            }

            foreach (var person in people)
            {
                AddRecipient(publication, person.Id, null);
            }

            foreach (var organization in organizations)
            {
                AddRecipient(publication, null, organization.Id);
            }

            publications.Add(new EntitlementRules.Audiences(
                publication.Id,
                publication.EffectiveAt,
                lists,
                [.. people.Select(person => person.Id)],
                [.. organizations.Select(organization => organization.Id)]));
        }

        foreach (var right in EntitlementRules.Of(product, version, portions, publications))
        {
            rows.Add(right);
        }
    }

    void AddRecipient(Publication publication, Guid? person, Guid? organization) =>
        rows.Add(new PublicationRecipient
        {
            Id = draw.Id(),
            PublicationId = publication.Id,
            PersonId = person,
            OrganizationId = organization,
        });
}
