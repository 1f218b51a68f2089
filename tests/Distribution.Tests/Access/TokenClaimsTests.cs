using System.Globalization;
using System.Security.Claims;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Tests.Access;

public sealed class TokenClaimsTests
{
    static readonly Guid Center = new("11111111-1111-4111-8111-111111111111");

    [Fact]
    public void Nobody_signed_in_claims_nothing()
    {
        Assert.Null(TokenClaims.Read(null));
        Assert.Null(TokenClaims.Read(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "a")]))));
        Assert.Null(TokenClaims.Read(Principal()));
        Assert.Null(TokenClaims.Read(Principal(("sub", ""))));
    }

    [Fact]
    public void Roles_are_read_by_center_or_for_the_network_and_anything_else_is_left_out()
    {
        var claims = TokenClaims.Read(Principal(
            ("sub", "a"),
            ("roles", $"FC:{Center}:ANALYST"),
            ("roles", $"FC:{Center}:LIST_MANAGER"),
            ("roles", "AUDITOR"),
            ("roles", "FC:not-a-guid:ANALYST"),
            ("roles", $"FC:{Center}:EMPEROR"),
            ("roles", $"XX:{Center}:ANALYST"),
            ("roles", $"FC:{Center}:ANALYST:MORE"),
            ("roles", $"FC:{Center}:1"),
            ("roles", "1"),
            ("roles", "")))!;
        Assert.Equal(
            [(PersonRole.Analyst, Center), (PersonRole.ListManager, Center), (PersonRole.Auditor, Guid.Empty)],
            claims.Roles);
    }

    [Fact]
    public void Attributes_with_a_name_in_a_registry_are_believed_under_that_name_only()
    {
        var claims = TokenClaims.Read(Principal(
            ("sub", "a"),
            (ClaimNames.Attributes, "LAW_ENFORCEMENT_OFFICER"),
            (ClaimNames.Attributes, "PCII_CERTIFIED"),
            (ClaimNames.Attributes, "US_PERSON"),
            (ClaimNames.Attributes, "SSI_CERTIFIED"),
            ("gfipm:2.0:user:SwornLawEnforcementOfficerIndicator", "true")))!;
        Assert.Equal([AttributeKind.SsiCertified], claims.Attributes);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    [InlineData("yes", false)]
    public void An_indicator_counts_where_it_says_so(string value, bool counts) => Assert.Equal(
        counts,
        TokenClaims.Read(Principal(("sub", "a"), (ClaimNames.LawEnforcementOfficer, value)))!
            .Attributes.Contains(AttributeKind.LawEnforcementOfficer));

    [Fact]
    public void An_indicator_that_says_both_counts_as_neither() => Assert.Empty(TokenClaims.Read(Principal(
        ("sub", "a"),
        (ClaimNames.LawEnforcementOfficer, "true"),
        (ClaimNames.LawEnforcementOfficer, "false")))!.Attributes);

    [Fact]
    public void Two_citizenships_are_not_one() => Assert.Empty(TokenClaims.Read(Principal(
        ("sub", "a"),
        (ClaimNames.Citizenship, "USA"),
        (ClaimNames.Citizenship, "CAN")))!.Attributes);

    [Fact]
    public void A_machine_client_is_its_own_subject()
    {
        Assert.True(TokenClaims.Read(Principal(("sub", "c"), ("client_id", "c")))!.IsServiceClient);
        Assert.False(TokenClaims.Read(Principal(("sub", "person"), ("client_id", "c")))!.IsServiceClient);
        Assert.False(TokenClaims.Read(Principal(("sub", "person")))!.IsServiceClient);
    }

    [Theory]
    [InlineData("c", "", (int)Scopes.None)]
    [InlineData("c", "sync.read products.read", (int)(Scopes.ReadChanges | Scopes.ReadProducts))]
    [InlineData("portal", "", (int)Scopes.ReadProducts)]
    [InlineData("portal", "rfi.write", (int)Scopes.WriteRequests)]
    [InlineData("portal", "openid profile", (int)Scopes.None)]
    [InlineData("portal", "PRODUCTS.READ admin  audit.read,", (int)Scopes.Administer)]
    public void A_machine_client_has_the_scopes_it_names_and_a_silent_token_of_a_person_may_read(
        string clientId, string scope, int scopes)
    {
        Assert.Equal(
            (Scopes)scopes,
            TokenClaims.Read(Principal(("sub", "c"), ("client_id", clientId), ("scope", scope)))!.Scopes);
        Assert.Equal(
            (Scopes)scopes,
            TokenClaims.Read(Principal(
                [("sub", "c"), ("client_id", clientId), .. scope.Split(' ').Select(one => ("scope", one))]))!.Scopes);
    }

    [Theory]
    [InlineData("""{"sub":"portal","act":{"sub":"another"}}""", "portal")]
    [InlineData("""{"sub":7}""", null)]
    [InlineData("""{"client_id":"portal"}""", null)]
    [InlineData("""["portal"]""", null)]
    [InlineData("portal", null)]
    [InlineData("", null)]
    public void The_actor_is_the_outermost_one_that_has_a_subject(string claim, string? actor) =>
        Assert.Equal(actor, TokenClaims.Read(Principal(("sub", "a"), ("act", claim)))!.ActorId);

    [Theory]
    [InlineData("1793370600", "2026-10-30T14:30:00Z")]
    [InlineData("253370764799", "9998-12-31T23:59:59Z")]
    [InlineData("253370764800", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("-1", null)]
    [InlineData("1e9", null)]
    [InlineData("", null)]
    public void The_time_of_the_sign_in_is_a_number_of_seconds(string claim, string? at) => Assert.Equal(
        at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).UtcDateTime,
        TokenClaims.Read(Principal(("sub", "a"), ("auth_time", claim)))!.AuthenticatedAt);

    [Fact]
    public void The_fingerprint_does_not_change_with_the_times_of_a_token_and_does_with_anything_else()
    {
        var first = Fingerprint(("sub", "a"), ("roles", "AUDITOR"), ("exp", "1"), ("jti", "x"));
        Assert.Equal(first, Fingerprint(("jti", "y"), ("roles", "AUDITOR"), ("exp", "2"), ("sub", "a")));
        Assert.NotEqual(first, Fingerprint(("sub", "a"), ("roles", "AUDITOR"), ("auth_time", "1")));
        Assert.NotEqual(first, Fingerprint(("sub", "a"), ("roles", "ADMINISTRATOR"), ("exp", "1"), ("jti", "x")));
        Assert.NotEqual(first, Fingerprint(("sub", "aroles"), ("AUDITOR", ""), ("exp", "1"), ("jti", "x")));
        Assert.NotEqual(Fingerprint(("sub", "a"), ("x", "bc")), Fingerprint(("sub", "a"), ("xb", "c")));
    }

    static ClaimsFingerprint Fingerprint(params (string, string)[] claims) =>
        TokenClaims.Read(Principal(claims))!.Fingerprint;

    static ClaimsPrincipal Principal(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(c => new Claim(c.Type, c.Value)), "test"));
}
