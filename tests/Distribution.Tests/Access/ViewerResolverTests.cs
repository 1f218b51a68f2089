using System.Linq.Expressions;
using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// What claims come to, given the records. A test that changes records has principals of its own.
/// </summary>
public sealed class ViewerResolverTests(ViewerResolverTests.Records records)
    : IClassFixture<ViewerResolverTests.Records>
{
    readonly Clock _clock = new();

    ViewerResolver Resolver => field ??= ResolverWith(options => options);

    [Fact]
    public async Task Nobody_and_a_subject_that_no_record_has_are_anonymous()
    {
        await AssertAnonymousAsync(null);
        await AssertAnonymousAsync(Principal("nobody-of-this-name"));
        await AssertAnonymousAsync(Principal("partner-hospital", with: [new(ClaimNames.ClientId, "partner-hospital")]));
        await AssertAnonymousAsync(Principal("PARTNER-HOSPITAL"));
    }

    [Theory]
    [InlineData("partner-suspended")]
    [InlineData("client-suspended")]
    public async Task Who_is_suspended_is_anonymous(string name) =>
        await AssertAnonymousAsync(DistributionHost.PrincipalOf(name));

    [Fact]
    public async Task Who_is_without_an_agreement_has_no_rights_and_the_recalls_of_what_he_had()
    {
        await AssertFormerAsync(DistributionHost.PrincipalOf("partner-lapsed"));
        var organization = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Lapsed);
        var viewer = await ResolveAsync(DistributionHost.PrincipalOf("partner-lapsed"));
        Assert.Equal(
            (NamedPartner.IdOf("partner-lapsed"), (Guid?)null, organization),
            (viewer.RecallPersonId, viewer.RecallClientId, viewer.RecallEmployerId));
        await AssertAnonymousAsync(Principal(
            "partner-lapsed", with: [new(ClaimNames.OrganizationId, Guid.NewGuid().ToString())]));
    }

    [Theory]
    [InlineData("partner-hospital")]
    [InlineData("analyst")]
    [InlineData("administrator")]
    [InlineData("client-portal")]
    public async Task Recalls_are_addressed_to_whoever_is_signed_in(string name)
    {
        var viewer = await ResolveAsync(DistributionHost.PrincipalOf(name));
        Assert.True(viewer.IsRecallRecipient);
        Assert.Equal(
            (viewer.PersonId, viewer.ServiceClientId, viewer.PersonId is null ? null : viewer.OrganizationId),
            (viewer.RecallPersonId, viewer.RecallClientId, viewer.RecallEmployerId));
        Assert.Equal([(viewer.PersonId ?? viewer.ServiceClientId)!.Value], viewer.RecallIds);
        Assert.False((await ResolveAsync(null)).IsRecallRecipient);
    }

    [Fact]
    public async Task A_token_that_names_another_organization_than_the_records_gives_nothing()
    {
        var police = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Police).ToString();
        var hospital = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Hospital);
        foreach (var claimed in new[] { police, Guid.Empty.ToString(), "not-an-id", "" })
        {
            await AssertAnonymousAsync(Principal("partner-hospital", with: [new(ClaimNames.OrganizationId, claimed)]));
        }

        var own = Principal("partner-hospital", with: [new(ClaimNames.OrganizationId, hospital.ToString())]);
        Assert.Equal(hospital, (await ResolveAsync(own)).OrganizationId);
        Assert.Equal(hospital, (await ResolveAsync(Principal("partner-hospital"))).OrganizationId);
    }

    [Fact]
    public async Task A_viewer_is_kept_for_less_than_thirty_seconds_and_asked_for_again_then()
    {
        var principal = DistributionHost.PrincipalOf("partner-tribal");
        var before = await ResolveAsync(principal);
        Assert.Equal(PrincipalKind.Person, before.Kind);
        await UpdatePersonAsync("partner-tribal", p => p.Status, PrincipalStatus.Suspended);

        Assert.InRange(KnownViewers.Kept, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(29));
        _clock.Advance(KnownViewers.Kept - TimeSpan.FromTicks(1));
        Assert.Equal(before with { Now = _clock.Now }, await ResolveAsync(principal));
        await AssertAnonymousAsync(Principal("partner-tribal"));
        _clock.Advance(TimeSpan.FromTicks(1));
        await AssertAnonymousAsync(principal);

        await UpdatePersonAsync("partner-tribal", p => p.Status, PrincipalStatus.Active);
        await AssertAnonymousAsync(principal);
        Resolver.Forget();
        Assert.Equivalent(before with { Now = _clock.Now }, await ResolveAsync(principal), strict: true);
    }

    [Fact]
    public async Task An_agreement_holds_until_the_day_it_expires_on()
    {
        var fire = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Fire);
        await using var context = records.Scratch.Open();
        await context.Set<SharingAgreement>().Where(a => a.OrganizationId == fire).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.ExpiresOn, new DateOnly(2026, 12, 1)),
            TestContext.Current.CancellationToken);
        var principal = DistributionHost.PrincipalOf("partner-fire");

        _clock.Now = new DateTime(2026, 11, 30, 23, 59, 29, DateTimeKind.Utc);
        Assert.Equal(fire, (await ResolveAsync(principal)).OrganizationId);
        _clock.Now = new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);
        await AssertFormerAsync(principal);
    }

    [Fact]
    public async Task An_attribute_counts_where_it_is_claimed_and_verified()
    {
        var both = await ResolveAsync(DistributionHost.PrincipalOf("partner-water"));
        Assert.Contains(AttributeKind.PciiCertified, both.Attributes);
        Assert.True(both.Holds.HasFlag(Requirement.Pcii));

        var verified = await ResolveAsync(Principal("partner-water"));
        Assert.Empty(verified.Attributes);
        Assert.False(verified.Holds.HasFlag(Requirement.Pcii));

        var claimed = await ResolveAsync(Principal(
            "partner-water",
            with: [new(ClaimNames.LawEnforcementOfficer, "true"), new(ClaimNames.Attributes, "SSI_CERTIFIED")]));
        Assert.Empty(claimed.Attributes);
        Assert.Equal(verified.Holds, claimed.Holds);
    }

    [Fact]
    public async Task Who_is_recorded_as_a_contractor_is_one_even_where_the_token_is_silent()
    {
        var principal = DistributionHost.PrincipalOf("partner-law-enforcement");
        var before = await ResolveAsync(principal);
        Assert.True(before.Holds.HasFlag(Requirement.NotContractor));
        await using var context = records.Scratch.Open();
        context.Add(new VerifiedAttribute
        {
            Id = new Guid("22222222-2222-4222-8222-222222222222"),
            PersonId = NamedPartner.IdOf("partner-law-enforcement"),
            Kind = AttributeKind.FederalContractor,
            VerifiedOn = new DateOnly(2026, 11, 1),
            CreatedAt = _clock.Now,
            UpdatedAt = _clock.Now,
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        Resolver.Forget();

        var after = await ResolveAsync(principal);
        Assert.Equal(before.Holds & ~Requirement.NotContractor, after.Holds);
        Assert.Equal(before.Attributes, after.Attributes);
        var business = await ResolveAsync(DistributionHost.PrincipalOf("partner-business"));
        Assert.False(business.Holds.HasFlag(Requirement.NotContractor));
    }

    [Fact]
    public async Task A_role_counts_where_it_is_claimed_and_held()
    {
        var center = RowIds.Center(0);
        var analyst = await ResolveAsync(DistributionHost.PrincipalOf("analyst"));
        Assert.Equal([(PersonRole.Analyst, center)], analyst.Roles);
        Assert.Equal([center], analyst.HomeCenterIds);
        Assert.Empty(analyst.OversightCenterIds);

        var other = RowIds.Center(1);
        Claim[] more = [new(ClaimNames.Roles, $"FC:{center}:SUPERVISOR"), new(ClaimNames.Roles, $"FC:{other}:ANALYST")];
        await AssertFormerAsync(Principal("analyst", with: more));
        await AssertFormerAsync(Principal("analyst"));
        var partner = await ResolveAsync(Principal("partner-energy", with: more));
        Assert.Empty(partner.Roles);
        Assert.False(partner.IsStaff);
    }

    [Fact]
    public async Task A_person_without_the_scope_is_known_and_receives_what_is_public()
    {
        var viewer = await ResolveAsync(Principal("partner-isac", with: [new(ClaimNames.Scope, "sync.read")]));
        Assert.Equal(PrincipalKind.Person, viewer.Kind);
        Assert.Equal([Audience.Public], viewer.AudienceIds);
        Assert.Empty(viewer.ListIds);
        Assert.Equal((Requirement.None, (Tlp?)null), (viewer.Holds, viewer.TlpCeiling));
    }

    [Fact]
    public async Task A_missing_scope_takes_away_what_the_role_would_give()
    {
        var auditor = await ResolveAsync(DistributionHost.PrincipalOf("auditor"));
        Assert.True(auditor.IsAuditor);
        await AssertFormerAsync(Scoped("auditor", "products.read"));
        var administrator = await ResolveAsync(DistributionHost.PrincipalOf("administrator"));
        Assert.True(administrator.IsAdministrator);
        await AssertFormerAsync(Scoped("administrator", "products.read audit.read"));

        var supervisor = await ResolveAsync(DistributionHost.PrincipalOf("supervisor"));
        Assert.Equal([RowIds.Center(0)], supervisor.MembershipCenterIds);
        var reader = await ResolveAsync(Scoped("supervisor", "products.read"));
        Assert.Empty(reader.MembershipCenterIds);
        Assert.Equal(supervisor.OversightCenterIds, reader.OversightCenterIds);
        var manager = await ResolveAsync(Scoped("supervisor", "lists.manage"));
        Assert.Equal(supervisor.MembershipCenterIds, manager.MembershipCenterIds);
        Assert.Equal((0, 0), (manager.HomeCenterIds.Length, manager.OversightCenterIds.Length));
        Assert.Equal([Audience.Public], manager.AudienceIds);
        Assert.Equal((0, 0), (manager.StaffCenterIds.Length, manager.ColleagueCenterIds.Length));
        Assert.False(manager.IsStaff);
        Assert.Equal([RowIds.Center(0)], reader.StaffCenterIds);

        var silent = DistributionHost.PrincipalOf("liaison")!.Claims.Where(claim => claim.Type != ClaimNames.Scope);
        var officer = await ResolveAsync(new ClaimsPrincipal(new ClaimsIdentity(silent, "test")));
        Assert.Single(officer.StaffCenterIds);
        Assert.NotEqual(0, officer.AssignedOrganizationIds.Length + officer.AssignedCenterIds.Length);
        var synchronizer = await ResolveAsync(Scoped("liaison", "sync.read lists.manage"));
        Assert.Equal(PrincipalKind.Person, synchronizer.Kind);
        Assert.Equal(
            (0, 0, 0),
            (
                synchronizer.StaffCenterIds.Length,
                synchronizer.AssignedOrganizationIds.Length,
                synchronizer.AssignedCenterIds.Length));
    }

    [Theory]
    [InlineData("phr", null, 0, true)]
    [InlineData("phrh", null, 899, true)]
    [InlineData("phr", null, 900, false)]
    [InlineData("pwd", null, 0, false)]
    [InlineData(null, "hwk", 0, true)]
    [InlineData("pwd", "swk", 0, true)]
    [InlineData(null, "mfa", 0, false)]
    [InlineData(null, null, 0, false)]
    public async Task A_sign_in_counts_for_fifteen_minutes_where_it_cannot_be_phished(
        string? acr, string? amr, int seconds, bool isSteppedUp)
    {
        var start = _clock.Now;
        List<Claim> claims = [new(ClaimNames.AuthenticatedAt, $"{new DateTimeOffset(start).ToUnixTimeSeconds()}")];
        if (acr is not null)
        {
            claims.Add(new(ClaimNames.AuthenticationContext, acr));
        }

        if (amr is not null)
        {
            claims.AddRange([new(ClaimNames.AuthenticationMethods, "pin"), new(ClaimNames.AuthenticationMethods, amr)]);
        }

        // The records are asked once: the time counts, not the age of what is kept.
        _clock.Now = start.AddSeconds(seconds - 20);
        await ResolveAsync(Principal("partner-isac", with: [.. claims]));
        _clock.Now = start.AddSeconds(seconds);
        var viewer = await ResolveAsync(Principal("partner-isac", with: [.. claims]));
        Assert.Equal((isSteppedUp, PrincipalKind.Person), (viewer.IsSteppedUp, viewer.Kind));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(86_400, false)]
    public async Task A_sign_in_of_the_future_is_none(int seconds, bool counts)
    {
        var at = new DateTimeOffset(_clock.Now).ToUnixTimeSeconds() + seconds;
        var viewer = await ResolveAsync(Principal(
            "partner-isac",
            with: [new(ClaimNames.AuthenticatedAt, $"{at}"), new(ClaimNames.AuthenticationContext, "phr")]));
        Assert.Equal(counts, viewer.SteppedUpUntil is not null);
        Assert.Equal(PrincipalKind.Person, viewer.Kind);
    }

    [Fact]
    public async Task A_machine_client_never_signs_in() => Assert.Null(
        (await ResolveAsync(Principal(
            "client-portal",
            with:
            [
                new(ClaimNames.ClientId, "client-portal"),
                new(ClaimNames.Scope, "products.read"),
                new(ClaimNames.AuthenticationContext, "phrh"),
                new(ClaimNames.AuthenticatedAt, $"{new DateTimeOffset(_clock.Now).ToUnixTimeSeconds()}"),
            ]))).SteppedUpUntil);

    [Fact]
    public async Task What_names_the_token_is_of_the_request_and_not_of_what_is_kept()
    {
        Claim[] Token(string id) =>
        [
            new(ClaimNames.ClientId, "portal"),
            new(ClaimNames.Actor, """{"sub":"desk"}"""),
            new(ClaimNames.TokenId, id),
        ];
        foreach (var id in new[] { "1", "2" })
        {
            var viewer = await ResolveAsync(Principal("partner-isac", with: Token(id)));
            Assert.Equal(("portal", "desk", id), (viewer.ClientId, viewer.ActorId, viewer.TokenId));
        }
    }

    [Theory]
    [InlineData("partner-hospital", "PartnerUser")]
    [InlineData("partner-suspended", "Anonymous")]
    [InlineData("client-hsin", "MachineClient")]
    [InlineData("analyst", "Analyst")]
    [InlineData("supervisor", "Supervisor")]
    [InlineData("director", "Supervisor")]
    [InlineData("privacy-officer", "PrivacyOfficer")]
    [InlineData("liaison", "LiaisonOfficer")]
    [InlineData("administrator", "Administrator")]
    [InlineData("auditor", "Auditor")]
    public async Task Each_sort_of_principal_is_there(string name, string principal) => Assert.Equal(
        [Enum.Parse<Principal>(principal)],
        (await ResolveAsync(DistributionHost.PrincipalOf(name))).Principals);

    [Fact]
    public async Task A_machine_client_has_its_ceiling_its_granted_lists_and_an_end()
    {
        var principal = DistributionHost.PrincipalOf("client-portal");
        var viewer = await ResolveAsync(principal);
        Assert.Equal((PrincipalKind.ServiceClient, (Guid?)null), (viewer.Kind, viewer.PersonId));
        Assert.Equal(Tlp.Green, viewer.TlpCeiling);
        Assert.False(viewer.Holds.HasFlag(Requirement.TlpRed));
        Assert.Equal([Audience.Public, viewer.ServiceClientId!.Value, .. viewer.ListIds], viewer.AudienceIds);
        await AssertFormerAsync(Principal("client-portal", with: [new(ClaimNames.ClientId, "client-portal")]));

        _clock.Advance(TimeSpan.FromDays(366));
        await AssertAnonymousAsync(principal);
    }

    static ClaimsPrincipal Scoped(string name, string scope) => new(new ClaimsIdentity(
        [
            .. DistributionHost.PrincipalOf(name)!.Claims.Where(claim => claim.Type != ClaimNames.Scope),
            new Claim(ClaimNames.Scope, scope),
        ],
        "test"));

    static ClaimsPrincipal Principal(string subject, params ReadOnlySpan<Claim> with) =>
        new(new ClaimsIdentity([new Claim(ClaimNames.Subject, subject), .. with], "test"));

    ViewerResolver ResolverWith(Func<DistributionOptions, DistributionOptions> configure) => new(
        records.Scratch.Database,
        configure(new DistributionOptions { ConnectionString = "", CursorKeys = [], Time = _clock }));

    ValueTask<Viewer> ResolveAsync(ClaimsPrincipal? principal) =>
        Resolver.ResolveAsync(principal, address: null, TestContext.Current.CancellationToken);

    async Task AssertAnonymousAsync(ClaimsPrincipal? principal) =>
        Assert.Equivalent(Viewer.Anonymous(_clock.Now), await ResolveAsync(principal), strict: true);

    // Signed in, with no rights but to the recalls of what he was given.
    async Task AssertFormerAsync(ClaimsPrincipal? principal)
    {
        var viewer = await ResolveAsync(principal);
        Assert.True(viewer.IsRecallRecipient);
        Assert.Equivalent(
            Viewer.Anonymous(_clock.Now),
            viewer with { RecallPersonId = null, RecallClientId = null, RecallEmployerId = null },
            strict: true);
    }

    async Task UpdatePersonAsync<T>(string subject, Expression<Func<Person, T>> property, T value)
    {
        await using var context = records.Scratch.Open();
        await context.Set<Person>().Where(p => p.Subject == subject)
            .ExecuteUpdateAsync(p => p.SetProperty(property, value), TestContext.Current.CancellationToken);
    }

    sealed class Clock : TimeProvider
    {
        public DateTime Now { get; set; } = FixedTime.Now.UtcDateTime;

        public void Advance(TimeSpan time) => Now += time;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }

    public sealed class Records : IAsyncLifetime
    {
        internal ScratchDatabase Scratch { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Scratch = await ScratchDatabase.CreateAsync(postgres: false);
            await using var context = Scratch.Open();
            await new Seeder(context, new FixedTime(), progress: null)
                .SeedAsync(SeedSize.S, replace: false, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => Scratch.DisposeAsync();
    }
}
