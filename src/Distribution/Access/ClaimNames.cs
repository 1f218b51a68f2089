namespace GraphApi.Distribution.Access;

/// <summary>
/// The claims of an access token that are read here: those of RFC 9068, the formal names of the GFIPM and NIEF
/// attribute
/// registries, and, where no registry has one, names under our own namespace.
/// </summary>
static class ClaimNames
{
    /// <summary>The subject: a person's, or for client credentials the client's.</summary>
    public const string Subject = "sub";

    /// <summary>The application that asks; equal to the subject for client credentials.</summary>
    public const string ClientId = "client_id";

    /// <summary>The issuer of the token.</summary>
    public const string Issuer = "iss";

    /// <summary>
    /// What the token is for, in detail (RFC 9396): objects, of which those of type <see cref="ListGrants"/> are read.
    /// </summary>
    public const string AuthorizationDetails = "authorization_details";

    /// <summary>
    /// The type of authorization details that name the only lists the token may receive from, in <c>lists</c>, by their
    /// ids.
    /// </summary>
    public const string ListGrants = "https://graphapi.example/authorization/lists";

    /// <summary>The token's id.</summary>
    public const string TokenId = "jti";

    /// <summary>Who acts for the subject (RFC 8693): an object with a <c>sub</c> of its own.</summary>
    public const string Actor = "act";

    /// <summary>When the user signed in, in seconds since 1970 (OpenID Connect).</summary>
    public const string AuthenticatedAt = "auth_time";

    /// <summary>The authentication context class (OpenID Connect).</summary>
    public const string AuthenticationContext = "acr";

    /// <summary>The authentication methods, one a claim (RFC 8176).</summary>
    public const string AuthenticationMethods = "amr";

    /// <summary>The granted scopes, separated by spaces.</summary>
    public const string Scope = "scope";

    /// <summary>
    /// The roles, one a claim: <c>FC:&lt;center id&gt;:ANALYST</c>, or <c>AUDITOR</c> for the whole network.
    /// </summary>
    public const string Roles = "roles";

    /// <summary>The id of the partner organization the token was issued for.</summary>
    public const string OrganizationId = "https://graphapi.example/claims/org_id";

    /// <summary>
    /// Attributes without a name in a registry, one a claim: the names of <see cref="AttributeKind"/>.
    /// </summary>
    public const string Attributes = "https://graphapi.example/claims/attributes";

    /// <summary>The scope without which a token reads no products.</summary>
    public const string ReadProducts = "products.read";

    /// <summary>
    /// Sworn officer in person; the GFIPM indicator may be delegated to support staff and does not count.
    /// </summary>
    public const string LawEnforcementOfficer = "nief:1.0:user:UnitedStatesLawEnforcementOfficerIndicator";

    /// <summary>Certified for protected critical infrastructure information.</summary>
    public const string PciiCertification = "gfipm:2.0:user:PCIICertificationIndicator";

    /// <summary>A public safety officer.</summary>
    public const string PublicSafetyOfficer = "gfipm:2.0:user:PublicSafetyOfficerIndicator";

    /// <summary>Certified for 28 CFR Part 23.</summary>
    public const string CriminalIntelligenceCertification = "gfipm:2.0:user:28CFRCertificationIndicator";

    /// <summary>An intelligence analyst.</summary>
    public const string IntelligenceAnalyst = "nief:1.0:user:IntelligenceAnalystIndicator";

    /// <summary>The identity provider that the user signed in at.</summary>
    public const string IdentityProvider = "nief:1.0:user:IdentityProviderId";

    /// <summary>By what that identity provider knows the user.</summary>
    public const string UniqueSubject = "nief:1.0:user:UniqueSubjectId";

    /// <summary>By what the federation knows the user; it holds the identity provider.</summary>
    public const string FederationId = "gfipm:2.0:user:FederationId";

    /// <summary>The sector of the user's employer, by its name in the list of eighteen: a hint.</summary>
    public const string Sector = "gfipm:2.0:user:NIPPSectorCode";

    /// <summary>The clearance the user says to have. It never opens anything.</summary>
    public const string Clearance = "gfipm:2.0:user:SecurityClearanceLevelCode";

    /// <summary>How the identity was proven: IAL1 to IAL3.</summary>
    public const string IdentityAssurance = "IdentityAssuranceLevel";

    /// <summary>How the user signed in: AAL1 to AAL3.</summary>
    public const string AuthenticatorAssurance = "AuthenticatorAssuranceLevel";

    /// <summary>How the sign-in was handed on: FAL1 to FAL3.</summary>
    public const string FederationAssurance = "FederationAssuranceLevel";

    /// <summary>What stands before the names of assurance levels, in the versions of the registry.</summary>
    public static readonly string[] AssurancePrefixes = ["nief:1.1:user:", "nief:1.0:user:"];

    /// <summary>Citizenship, ISO 3166-1 alpha-2 or alpha-3.</summary>
    public const string Citizenship = "gfipm:2.0:user:CitizenshipCode";
}
