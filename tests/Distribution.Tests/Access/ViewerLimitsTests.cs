using System.Net;
using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// What takes rights away that lists, roles and attributes would give. Each test has records of its own.
/// </summary>
public sealed class ViewerLimitsTests : IAsyncLifetime
{
    ScratchDatabase _scratch = null!;

    public async ValueTask InitializeAsync()
    {
        _scratch = await ScratchDatabase.CreateAsync(postgres: false);
        await using var context = _scratch.Open();
        await new Seeder(context, new FixedTime(), progress: null)
            .SeedAsync(SeedSize.S, replace: false, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _scratch.DisposeAsync();

    [Fact]
    public async Task Staff_without_current_training_keep_the_role_and_lose_the_centers_content()
    {
        var before = await ResolveAsync("supervisor");
        Assert.Equal([TrainingCourse.PrivacyCivilRightsCivilLiberties], before.Training);
        await using var context = _scratch.Open();
        foreach (var (completed, expires, isCurrent) in new[]
        {
            (FixedTime.Now.AddDays(-365), FixedTime.Now, false),
            (FixedTime.Now.AddDays(-364), FixedTime.Now.AddDays(1), true),
            (FixedTime.Now.AddDays(1), FixedTime.Now.AddDays(366), false),
        })
        {
            await context.Set<TrainingRecord>().Where(r => r.PersonId == before.PersonId).ExecuteUpdateAsync(
                r => r.SetProperty(x => x.CompletedOn, DateOnly.FromDateTime(completed.UtcDateTime))
                    .SetProperty(x => x.ExpiresOn, DateOnly.FromDateTime(expires.UtcDateTime)),
                Cancellation);
            var after = await ResolveAsync("supervisor");
            Assert.Equal(before.Roles, after.Roles);
            Assert.Equal(before.StaffCenterIds, after.StaffCenterIds);
            Assert.Equal(isCurrent ? before.HomeCenterIds : [], after.HomeCenterIds);
            Assert.Equal(isCurrent ? before.OversightCenterIds : [], after.OversightCenterIds);
            Assert.Equal(isCurrent, after.AudienceIds.Contains(RowIds.Center(0)));
        }
    }

    [Fact]
    public async Task Another_course_does_not_stand_in_and_a_liaison_needs_none()
    {
        await using var context = _scratch.Open();
        await context.Set<TrainingRecord>().ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Course, TrainingCourse.CriminalIntelligence), Cancellation);
        Assert.Empty((await ResolveAsync("analyst")).HomeCenterIds);
        Assert.Equal([RowIds.Center(0)], (await ResolveAsync("liaison")).StaffCenterIds);
    }

    [Fact]
    public async Task A_membership_that_was_not_confirmed_in_time_gives_nothing()
    {
        var before = await ResolveAsync("partner-hospital");
        var list = before.ListIds[0];
        await using var context = _scratch.Open();
        foreach (var (day, counts) in new[] { (0, true), (-1, false) })
        {
            await context.Set<ListMembership>().Where(m => m.ListId == list).ExecuteUpdateAsync(
                m => m.SetProperty(x => x.RecertifyBy, DateOnly.FromDateTime(FixedTime.Now.UtcDateTime).AddDays(day)),
                Cancellation);
            var after = await ResolveAsync("partner-hospital");
            Assert.Equal(counts ? before.ListIds : before.ListIds.Where(id => id != list), after.ListIds);
            Assert.Equal(counts, after.AudienceIds.Contains(list));
        }
    }

    [Fact]
    public async Task A_machine_client_of_a_sponsor_who_left_has_no_rights()
    {
        Assert.Equal(PrincipalKind.ServiceClient, (await ResolveAsync("client-portal")).Kind);
        await using var context = _scratch.Open();
        var sponsor = await context.Set<ServiceClient>()
            .Where(c => c.ClientId == "client-portal").Select(c => c.SponsorId).SingleAsync(Cancellation);
        await context.Set<Person>().Where(p => p.Id == sponsor).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.Status, PrincipalStatus.Left), Cancellation);
        Assert.Equal(PrincipalKind.Anonymous, (await ResolveAsync("client-portal")).Kind);
    }

    [Fact]
    public async Task A_machine_client_may_be_kept_to_networks_and_to_types_and_to_a_quota()
    {
        var before = await ResolveAsync("client-portal");
        Assert.Equal((0, (int?)null), (before.ProductTypes.Length, before.DailyQuota));
        Assert.Equal(0, before.Lacks & TypeRequirements.All);
        await using var context = _scratch.Open();
        await context.Set<ServiceClient>().Where(c => c.ClientId == "client-portal").ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Networks, ["192.0.2.0/24", "2001:db8::/32"])
                .SetProperty(x => x.ProductTypes, [ProductType.Bulletin, ProductType.RiskAssessment])
                .SetProperty(x => x.DailyQuota, 500),
            Cancellation);

        Assert.Equal(PrincipalKind.Anonymous, (await ResolveAsync("client-portal")).Kind);
        Assert.Equal(
            PrincipalKind.Anonymous, (await ResolveAsync("client-portal", from: IPAddress.Parse("192.0.3.1"))).Kind);
        var after = await ResolveAsync("client-portal", from: IPAddress.Parse("192.0.2.1"));
        Assert.Equal([ProductType.Bulletin, ProductType.RiskAssessment], after.ProductTypes);
        Assert.Equal(500, after.DailyQuota);
        Assert.Equal(before.ListIds, after.ListIds);
        Assert.Equal(
            [ProductType.Bulletin, ProductType.RiskAssessment],
            Enum.GetValues<ProductType>().Where(type => (TypeRequirements.Of(type) & after.Lacks) == 0));
    }

    [Fact]
    public async Task A_token_for_some_lists_receives_from_these_alone()
    {
        var whole = await ResolveAsync("client-portal");
        var list = whole.ListIds[0];
        var one = await ResolveAsync("client-portal", with: [Grant(list)]);
        Assert.Equal([list], one.ListIds);
        Assert.Equal([Audience.Public, list], one.AudienceIds);
        var two = await ResolveAsync("client-portal", with: [Grant(list), Grant(whole.ListIds[1])]);
        Assert.Equal(whole.ListIds[..2], two.ListIds);
        Assert.Empty((await ResolveAsync("client-portal", with: [Grant(Guid.NewGuid())])).ListIds);
        Assert.Equal(
            whole.ListIds, (await ResolveAsync("client-portal", with: [Detail("""{"type":"other"}""")])).ListIds);
        foreach (var bad in new[] { "{}", "[]", "x", "7", $$"""{"type":"{{ClaimNames.ListGrants}}"}""",
            $$"""{"type":"{{ClaimNames.ListGrants}}","lists":["x"]}""" })
        {
            Assert.Empty((await ResolveAsync("client-portal", with: [Detail(bad)])).ListIds);
        }

        var person = await ResolveAsync("partner-hospital", with: [Grant(list)]);
        Assert.Equal([Audience.Public, list], person.AudienceIds);
        Assert.Empty((await ResolveAsync("analyst", with: [Grant(list)])).HomeCenterIds);
    }

    [Theory]
    [InlineData("director")]
    [InlineData("supervisor")]
    [InlineData("privacy-officer")]
    [InlineData("liaison")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    [InlineData("partner-hospital")]
    public async Task A_token_for_some_lists_holds_no_office(string name)
    {
        await using var context = _scratch.Open();
        await context.Set<LiaisonAssignment>()
            .Where(a => a.OrganizationId == RowIds.Of(RowKind.Organization, (int)NamedOrganization.Hospital))
            .Take(1)
            .ExecuteUpdateAsync(
                a => a.SetProperty(x => x.PersonId, NamedPartner.IdOf("partner-hospital"))
                    .SetProperty(x => x.Kind, LiaisonKind.PartnerLiaison)
                    .SetProperty(x => x.State, LiaisonState.Active),
                Cancellation);
        var whole = await ResolveAsync(name);
        Assert.True(OfficesOf(whole) > 0);
        Assert.Equal(0, OfficesOf(await ResolveAsync(name, with: [Grant(Guid.NewGuid())])));
        Assert.Equal(0, OfficesOf(await ResolveAsync(name, with: [Detail("x")])));
    }

    [Fact]
    public async Task A_token_for_some_lists_manages_none_but_these()
    {
        var all = (await ResolveAsync("partner-hospital")).OwnListIds;
        await using var context = _scratch.Open();
        await context.Set<ListMembership>().Where(m => m.PersonId == NamedPartner.IdOf("partner-hospital"))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Role, MembershipRole.Manager), Cancellation);
        Claim scopes = new(ClaimNames.Scope, "products.read lists.manage");
        Assert.Equivalent(all, (await ResolveAsync("partner-hospital", with: [scopes])).ManagedListIds, strict: true);
        Assert.Equal(
            [all[0]], (await ResolveAsync("partner-hospital", with: [scopes, Grant(all[0])])).ManagedListIds);
        Assert.Empty((await ResolveAsync("partner-hospital", with: [scopes, Grant(Guid.NewGuid())])).ManagedListIds);
    }

    [Fact]
    public async Task A_token_for_some_lists_reads_by_no_access_grant()
    {
        var auditor = (await ResolveAsync("auditor")).PersonId!.Value;
        var director = (await ResolveAsync("director")).PersonId!.Value;
        var now = FixedTime.Now.UtcDateTime;
        await using var context = _scratch.Open();
        var grant = new AccessGrant
        {
            Id = Guid.NewGuid(),
            Kind = AccessGrantKind.Audit,
            State = AccessGrantState.Requested,
            GranteeId = auditor,
            GranteeName = "Synthetic auditor",
            OriginatorId = RowIds.Center(0),
            Reason = "A synthetic audit for the test of tokens.",
            Minutes = 60,
            RequestedAt = now,
            ExpiresAt = now.AddHours(1),
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.Add(grant);
        await context.SaveChangesAsync(Cancellation);
        await context.Set<AccessGrant>().Where(g => g.Id == grant.Id).ExecuteUpdateAsync(
            g => g.SetProperty(x => x.State, AccessGrantState.Open)
                .SetProperty(x => x.StartsAt, now)
                .SetProperty(x => x.DecidedById, director)
                .SetProperty(x => x.DecidedByName, "Synthetic director")
                .SetProperty(x => x.Revision, 2),
            Cancellation);
        Claim[] signedIn =
        [
            new(ClaimNames.AuthenticationContext, "phr"),
            new(ClaimNames.AuthenticatedAt, $"{FixedTime.Now.ToUnixTimeSeconds()}"),
        ];
        Assert.Equal(grant.Id, Assert.Single((await ResolveAsync("auditor", with: signedIn)).Grants).Id);
        var narrowed = await ResolveAsync("auditor", with: [.. signedIn, Grant(Guid.NewGuid())]);
        Assert.Equal((0, 0), (narrowed.Grants.Length, narrowed.HomeCenterIds.Length));
    }

    static int OfficesOf(Viewer viewer) =>
        viewer.Roles.Length + viewer.HomeCenterIds.Length + viewer.OversightCenterIds.Length
        + viewer.SupervisedCenterIds.Length + viewer.PrivacyCenterIds.Length + viewer.StaffCenterIds.Length
        + viewer.ColleagueCenterIds.Length + viewer.MembershipCenterIds.Length + viewer.AssignedCenterIds.Length
        + viewer.AssignedOrganizationIds.Length + viewer.DirectoryCenterIds.Length + viewer.ManagedListIds.Length
        + (viewer.IsAdministrator ? 1 : 0) + (viewer.IsAuditor ? 1 : 0) + (viewer.IsOrganizationLiaison ? 1 : 0);

    [Fact]
    public async Task A_person_may_be_known_by_a_linked_account()
    {
        Claim[] account =
        [
            new(ClaimNames.IdentityProvider, "https://idp.example"), new(ClaimNames.UniqueSubject, "u-17"),
        ];
        Claim[] stranger = [new(ClaimNames.Subject, "not-of-the-records"), .. account];
        Assert.Equal(PrincipalKind.Anonymous, (await ResolveAsync(stranger)).Kind);
        await LinkAsync("https://idp.example", "u-17", "partner-hospital");
        await LinkAsync("", "GFIPM:IDP:EXAMPLE:USER:17", "partner-water");

        var expected = NamedPartner.IdOf("partner-hospital");
        Assert.Equal(expected, (await ResolveAsync(stranger)).PersonId);
        Assert.Null((await ResolveAsync([stranger[0], stranger[1]])).PersonId);
        Assert.Null((await ResolveAsync([stranger[0], stranger[2]])).PersonId);
        Assert.Null((await ResolveAsync(
            [stranger[0], new(ClaimNames.IdentityProvider, "https://other.example"), stranger[2]])).PersonId);
        Assert.Equal(
            NamedPartner.IdOf("partner-water"),
            (await ResolveAsync([stranger[0], new(ClaimNames.FederationId, "GFIPM:IDP:EXAMPLE:USER:17")])).PersonId);
        // Whom the subject names, no link makes another; and a machine client is nobody's account.
        Assert.Equal(
            NamedPartner.IdOf("partner-fire"),
            (await ResolveAsync([new(ClaimNames.Subject, "partner-fire"), .. account])).PersonId);
        Assert.Equal(
            PrincipalKind.Anonymous,
            (await ResolveAsync([.. stranger, new(ClaimNames.ClientId, "not-of-the-records")])).Kind);
    }

    [Fact]
    public async Task An_attribute_counts_from_one_who_is_trusted_for_it()
    {
        TrustedAttributes[] trusted =
        [
            new("https://issuer.example", null, ["UsPerson"]),
            new(null, "https://idp.example", ["PciiCertified", "LawEnforcementOfficer"]),
        ];
        foreach (var (with, attributes) in new (Claim[], AttributeKind[])[]
        {
            ([], []),
            ([new(ClaimNames.Issuer, "https://issuer.example")], [AttributeKind.UsPerson]),
            ([new(ClaimNames.IdentityProvider, "https://idp.example")], [AttributeKind.PciiCertified]),
            ([new(ClaimNames.Issuer, "https://issuer.example/"), new(ClaimNames.IdentityProvider, "other")], []),
        })
        {
            var viewer = await ResolveAsync(
                "partner-water", with: with, options: o => o with { TrustedAttributes = trusted });
            Assert.Equal(attributes, viewer.Attributes.Order());
        }
    }

    [Fact]
    public async Task A_marking_may_ask_for_assurance()
    {
        AssuranceRule[] rules = [new("Pcii", 2, 2, 0), new("TlpRed", 0, 3, 0)];
        foreach (var (ial, aal, pcii, red) in new[]
        {
            ("IAL2", "AAL2", true, false), ("IAL1", "AAL3", false, true), ("IAL3", "AAL3", true, true),
            ("2", "AAL2", false, false), ("IAL2", "IAL2", false, false), ("IAL9", "AAL2", false, false),
        })
        {
            foreach (var version in ClaimNames.AssurancePrefixes)
            {
                var viewer = await ResolveAsync(
                    "partner-water",
                    with:
                    [
                        new(version + ClaimNames.IdentityAssurance, ial),
                        new(version + ClaimNames.AuthenticatorAssurance, aal),
                    ],
                    options: o => o with { MinimumAssurance = rules });
                Assert.Equal(
                    (pcii, red),
                    (viewer.Holds.HasFlag(Requirement.Pcii), viewer.Holds.HasFlag(Requirement.TlpRed)));
                Assert.True(viewer.Holds.HasFlag(Requirement.TlpAmberStrict | Requirement.UsPerson));
            }
        }
    }

    [Fact]
    public async Task A_claimed_sector_is_a_matter_of_interest_and_a_claimed_clearance_of_none()
    {
        var before = await ResolveAsync("partner-hospital");
        var after = await ResolveAsync(
            "partner-hospital", with: [new(ClaimNames.Sector, "Energy"), new(ClaimNames.Clearance, "TOP SECRET")]);
        Assert.Single(after.TermIds.Except(before.TermIds));
        Assert.Equal("TOP SECRET", after.ClearanceClaimed);
        Assert.Equivalent(
            before with { TermIds = [], ClearanceClaimed = null },
            after with { TermIds = [], ClearanceClaimed = null },
            strict: true);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Claim Grant(Guid list) => Detail($$"""{"type":"{{ClaimNames.ListGrants}}","lists":["{{list}}"]}""");

    static Claim Detail(string json) => new(ClaimNames.AuthorizationDetails, json);

    ValueTask<Viewer> ResolveAsync(
        string name,
        Claim[]? with = null,
        IPAddress? from = null,
        Func<DistributionOptions, DistributionOptions>? options = null) =>
        ResolveAsync([.. DistributionHost.PrincipalOf(name)!.Claims, .. with ?? []], from, options);

    ValueTask<Viewer> ResolveAsync(
        Claim[] claims, IPAddress? from = null, Func<DistributionOptions, DistributionOptions>? options = null)
    {
        var made = new DistributionOptions { ConnectionString = "", CursorKeys = [], Time = new FixedTime() };
        return new ViewerResolver(_scratch.Database, options?.Invoke(made) ?? made).ResolveAsync(
            new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), from, Cancellation);
    }

    async Task LinkAsync(string provider, string subject, string person)
    {
        await using var context = _scratch.Open();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO account_links (identity_provider, subject, person_id, created_at)
            VALUES ({provider}, {subject}, {NamedPartner.IdOf(person)}, {FixedTime.Now.UtcDateTime})
            """,
            Cancellation);
    }
}
