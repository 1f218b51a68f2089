using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Products;

public sealed class EntitlementRulesTests
{
    static readonly DateTime Then = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);
    static readonly Guid Center = Id(1);
    static readonly Guid ListId = Id(2);
    static readonly Guid ClientAudience = Id(3);
    static readonly Guid Person = Id(4);
    static readonly Guid Organization = Id(5);
    static readonly Guid PublicationId = Id(6);
    static readonly Guid ProductId = Id(7);
    static readonly Guid VersionId = Id(8);

    [Fact]
    public void A_published_version_reaches_its_lists_their_clients_its_recipients_and_its_own_center() => Assert.Equal(
        [
            (ListId, EntitlementKind.List, true),
            (ClientAudience, EntitlementKind.ListClients, true),
            (Person, EntitlementKind.ExplicitRecipient, true),
            (Organization, EntitlementKind.ExplicitRecipient, true),
            (Center, EntitlementKind.Home, true),
        ],
        Rights(portions: Tlp.Amber));

    [Fact]
    public void Requirements_and_times_are_those_of_the_version_and_nothing_binds_the_center()
    {
        var version = Version() with { Requires = 7, ValidUntil = Then.AddDays(3) };
        var rights = Of(Product(), version.Build(), Portions(Tlp.Amber)).ToDictionary(right => right.AudienceId);
        Assert.Equal(
            (7L | TypeRequirements.Of(ProductType.Bulletin), Then, Then.AddDays(3), PublicationId),
            (rights[ListId].Requires,
                rights[ListId].EffectiveAt,
                rights[ListId].ExpiresAt,
                rights[ListId].PublicationId));
        Assert.Equal((0L, Then, null), (rights[Center].Requires, rights[Center].EffectiveAt, rights[Center].ExpiresAt));
    }

    [Fact]
    public void AMBER_STRICT_does_not_reach_clients() => Assert.Equal(
        [ListId, Person, Organization, Center],
        Rights(portions: Tlp.AmberStrict).Select(right => right.Item1));

    [Fact]
    public void RED_reaches_named_persons_only() =>
        Assert.Equal([Person, Center], Rights(portions: Tlp.Red).Select(right => right.Item1));

    [Fact]
    public void One_RED_portion_makes_the_audience_of_the_whole() => Assert.Equal(
        [Person, Center],
        Rights(portions: [Tlp.Clear, Tlp.Red, Tlp.Green]).Select(right => right.Item1));

    [Fact]
    public void DL_ONLY_reaches_the_named_lists_only()
    {
        var portions = Portions(Tlp.Green, LimitedDisseminationControl.DlOnly);
        Assert.Equal([ListId, Center], Of(Product(), Version().Build(), portions).Select(right => right.AudienceId));
    }

    [Fact]
    public void RED_and_DL_ONLY_together_reach_nobody_outside()
    {
        var portions = Portions(Tlp.Red, LimitedDisseminationControl.DlOnly);
        Assert.Equal([Center], Of(Product(), Version().Build(), portions).Select(right => right.AudienceId));
    }

    [Fact]
    public void CLEAR_reaches_the_public_once_that_is_approved()
    {
        Assert.DoesNotContain(Audience.Public, Rights(portions: Tlp.Clear).Select(right => right.Item1));
        var approved = Version() with { IsPublicReleaseApproved = true };
        Assert.Contains(
            (Audience.Public, EntitlementKind.Public),
            Of(Product(), approved.Build(), Portions(Tlp.Clear)).Select(right => (right.AudienceId, right.Kind)));
    }

    [Fact]
    public void An_exercise_never_reaches_the_public()
    {
        var approved = Version() with { IsPublicReleaseApproved = true };
        var rights = Of(Product(isExercise: true), approved.Build(), Portions(Tlp.Clear));
        Assert.DoesNotContain(Audience.Public, rights.Select(right => right.AudienceId));
    }

    [Fact]
    public void What_is_controlled_in_any_portion_never_reaches_the_public()
    {
        var approved = (Version() with { IsPublicReleaseApproved = true }).Build();
        Portion[] controlled =
        [
            .. Enum.GetValues<LimitedDisseminationControl>().Select(control => Portion(Tlp.Clear, control)),
            Portion(Tlp.Green),
            Portion(Tlp.Clear, cui: CuiCategory.Water),
            Portion(Tlp.Clear, legacy: LegacyMarking.Fouo),
            Portion(Tlp.Clear, sensitivity: Sensitivity.Pii),
            Portion(Tlp.Clear, requires: 1L << 40),
        ];
        foreach (var portion in controlled)
        {
            var rights = Of(Product(), approved, [Portion(Tlp.Clear), portion]);
            Assert.DoesNotContain(Audience.Public, rights.Select(right => right.AudienceId));
        }
    }

    [Theory]
    [InlineData(VersionState.Draft)]
    [InlineData(VersionState.InReview)]
    [InlineData(VersionState.ChangesRequested)]
    [InlineData(VersionState.Approved)]
    [InlineData(VersionState.Cancelled)]
    [InlineData(VersionState.Archived)]
    [InlineData(VersionState.Purged)]
    public void What_was_not_released_or_is_put_away_gives_no_right(object state) =>
        Assert.Empty(Of(Product(), (Version() with { State = (VersionState)state }).Build(), Portions(Tlp.Clear)));

    [Theory]
    [InlineData(VersionState.Superseded)]
    [InlineData(VersionState.Recalled)]
    [InlineData(VersionState.Expired)]
    public void What_is_no_longer_in_force_stays_with_the_center(object state) => Assert.Equal(
        [(Center, EntitlementKind.Home, true)],
        Of(Product(), (Version() with { State = (VersionState)state }).Build(), Portions(Tlp.Clear))
            .Select(right => (right.AudienceId, right.Kind, right.IsCurrent)));

    [Fact]
    public void A_version_that_is_not_the_current_one_gives_its_center_a_right_that_is_not_current() => Assert.Equal(
        [(Center, EntitlementKind.Home, false)],
        Of(Product(currentVersion: Id(99)), Version().Build(), Portions(Tlp.Clear))
            .Select(right => (right.AudienceId, right.Kind, right.IsCurrent)));

    [Fact]
    public void A_draft_is_for_its_authors_and_its_supervisors() => Assert.Equal(
        [
            (Audience.Author(Center, Person), EntitlementKind.Draft, 0L, true),
            (Audience.Author(Center, Id(5)), EntitlementKind.Draft, 0L, true),
            (Audience.Supervisors(Center), EntitlementKind.Draft, 0L, true),
        ],
        Drafts(Version() with { State = VersionState.Draft }, isFirst: true));

    [Theory]
    [InlineData(VersionState.InReview, false)]
    [InlineData(VersionState.ChangesRequested, false)]
    [InlineData(VersionState.Approved, false)]
    [InlineData(VersionState.Draft, true)]
    [InlineData(VersionState.Cancelled, true)]
    public void Once_given_to_review_it_is_for_the_privacy_officers_as_well(object state, bool wasSubmitted)
    {
        var version = Version() with
        {
            State = (VersionState)state,
            SubmittedAt = wasSubmitted ? Then : null,
        };
        Assert.Contains(
            (Audience.PrivacyOfficers(Center), EntitlementKind.Draft, 0L, true), Drafts(version, isFirst: true));
    }

    [Fact]
    public void A_draft_beside_a_released_version_does_not_show_the_product() => Assert.All(
        Drafts(Version() with { State = VersionState.InReview }, isFirst: false), right => Assert.False(right.Item4));

    [Fact]
    public void What_waits_for_its_release_is_shown_to_those_who_saw_the_draft() =>
        Assert.NotEmpty(Drafts(Version() with { State = VersionState.Scheduled }, isFirst: true));

    [Theory]
    [InlineData(VersionState.Published)]
    [InlineData(VersionState.Superseded)]
    [InlineData(VersionState.Recalled)]
    [InlineData(VersionState.Expired)]
    [InlineData(VersionState.Archived)]
    [InlineData(VersionState.Purged)]
    public void The_rights_of_a_draft_end_with_its_release(object state) =>
        Assert.Empty(Drafts(Version() with { State = (VersionState)state }, isFirst: true));

    [Fact]
    public void Audiences_of_drafts_differ_by_office_center_and_person()
    {
        Guid[] audiences =
        [
            .. new[] { Center, Person }.SelectMany(center => new[]
            {
                Audience.Supervisors(center),
                Audience.PrivacyOfficers(center),
                Audience.Author(center, Id(9)),
                Audience.Author(center, Id(10)),
            }),
        ];
        Assert.Equal(audiences.Distinct(), audiences);
        Assert.Equal(Audience.Supervisors(Center), Audience.Supervisors(Center));
        Assert.All(audiences, audience => Assert.Equal(8, audience.Version));
    }

    static List<(Guid, EntitlementKind, long, bool)> Drafts(VersionDraft version, bool isFirst) =>
    [
        .. EntitlementRules.OfDraft(
                Product(currentVersion: isFirst ? null : Id(99), hasCurrent: !isFirst),
                version.Build(),
                [Person, Id(5), Person])
            .Select(right => (right.AudienceId, right.Kind, right.Requires, right.IsCurrent)),
    ];

    [Fact]
    public void An_audience_named_twice_has_one_right()
    {
        var twice = Publication() with { PersonIds = [Person, Person], Lists = [List(), List()] };
        var rights = EntitlementRules.Of(Product(), Version().Build(), Portions(Tlp.Green), [twice, twice]).ToList();
        Assert.Equal(rights.Select(right => right.AudienceId).Distinct(), rights.Select(right => right.AudienceId));
    }

    static List<(Guid, EntitlementKind, bool)> Rights(params Tlp[] portions) =>
    [
        .. Of(Product(), Version().Build(), [.. portions.Select(tlp => Portion(tlp))])
            .Select(right => (right.AudienceId, right.Kind, right.IsCurrent)),
    ];

    static IEnumerable<Entitlement> Of(
        Product product,
        ProductVersion version,
        IReadOnlyCollection<Portion> portions) =>
        EntitlementRules.Of(product, version, portions, [Publication()]);

    static EntitlementRules.Audiences Publication() =>
        new(PublicationId, Then, [List()], [Person], [Organization]);

    static DistributionList List() => new()
    {
        Id = ListId,
        Name = "List",
        OwnerId = Center,
        Purpose = "",
        Kind = DistributionListKind.Static,
        TlpCeiling = Tlp.Red,
        CeilingSensitivities = [],
        ProductTypes = [],
        JoinPolicy = JoinPolicy.InviteOnly,
        MembershipVisibility = MembershipVisibility.OwnerOnly,
        State = DistributionListState.Active,
        ClientAudienceId = ClientAudience,
        CreatedAt = Then,
        UpdatedAt = Then,
    };

    static Product Product(bool isExercise = false, Guid? currentVersion = null, bool hasCurrent = true) => new()
    {
        Id = ProductId,
        Type = ProductType.Bulletin,
        OriginatorId = Center,
        CurrentVersionId = hasCurrent ? currentVersion ?? VersionId : null,
        State = ProductState.Current,
        Urgency = Urgency.Routine,
        IsExercise = isExercise,
        HazardScopes = [],
        CreatedAt = Then,
        UpdatedAt = Then,
    };

    static VersionDraft Version() => new();

    static Portion[] Portions(Tlp tlp, params LimitedDisseminationControl[] controls) => [Portion(tlp, controls)];

    static Portion Portion(Tlp tlp, params LimitedDisseminationControl[] controls) =>
        Portion(tlp, null, controls: controls);

    static Portion Portion(
        Tlp tlp,
        CuiCategory? cui = null,
        LegacyMarking? legacy = null,
        Sensitivity? sensitivity = null,
        long requires = 0,
        params LimitedDisseminationControl[] controls) => new()
        {
            Id = Id(9),
            VersionId = VersionId,
            OriginatorId = Center,
            Key = "body",
            Kind = PortionKind.Body,
            Text = "",
            Tlp = tlp,
            CuiBasic = cui is { } category ? [category] : [],
            CuiSpecified = [],
            DisseminationControls = controls,
            ReleasableTo = [],
            Sensitivities = sensitivity is { } sensitive ? [sensitive] : [],
            LegacyMarkings = legacy is { } marking ? [marking] : [],
            OriginatorControl = OriginatorControl.None,
            Purposes = [],
            Requires = requires,
            CreatedAt = Then,
            UpdatedAt = Then,
        };

    static Guid Id(byte number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    sealed record VersionDraft
    {
        public VersionState State { get; init; } = VersionState.Published;

        public long Requires { get; init; }

        public DateTime? ValidUntil { get; init; }

        public DateTime? SubmittedAt { get; init; }

        public bool IsPublicReleaseApproved { get; init; }

        public ProductVersion Build() => new()
        {
            Id = VersionId,
            ProductId = ProductId,
            OriginatorId = Center,
            Number = 1,
            State = State,
            ChangeKind = ChangeKind.Initial,
            Urgency = Urgency.Routine,
            IntendedUses = [],
            ValidUntil = ValidUntil,
            SubmittedAt = SubmittedAt,
            PublishedAt = Then,
            ContentHash = "",
            Requires = Requires,
            IsPublicReleaseApproved = IsPublicReleaseApproved,
            CreatedAt = Then,
            UpdatedAt = Then,
        };
    }
}
