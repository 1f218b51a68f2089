using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;

namespace GraphApi.Distribution.Access;

/// <summary>
/// What a token claims, read once. Claims are limits and hints: each counts only where the server's records confirm
/// it.
/// </summary>
sealed class TokenClaims
{
    TokenClaims(ClaimsPrincipal principal, string subject)
    {
        Subject = subject;
        var clientId = principal.FindFirst(ClaimNames.ClientId)?.Value;
        ClientId = clientId;
        IsServiceClient = clientId == subject;
        TokenId = principal.FindFirst(ClaimNames.TokenId)?.Value;
        ActorId = ReadActor(principal);
        var scopes = principal.FindAll(ClaimNames.Scope).SelectMany(c => c.Value.Split(' ', Trimmed)).ToList();
        Scopes = ScopeNames.Read(scopes) | (scopes.Count == 0 && !IsServiceClient ? Scopes.ReadProducts : Scopes.None);
        AuthenticatedAt = ReadTime(principal, ClaimNames.AuthenticatedAt);
        AuthenticationContext = principal.FindFirst(ClaimNames.AuthenticationContext)?.Value;
        AuthenticationMethods = [.. principal.FindAll(ClaimNames.AuthenticationMethods).Select(c => c.Value)];
        OrganizationId = principal.FindFirst(ClaimNames.OrganizationId)?.Value;
        Issuer = IssuerOf(principal);
        IdentityProvider = principal.FindFirst(ClaimNames.IdentityProvider)?.Value;
        Account = ReadAccount(principal);
        Sector = principal.FindFirst(ClaimNames.Sector)?.Value;
        Clearance = principal.FindFirst(ClaimNames.Clearance)?.Value;
        Assurance = new AssuranceLevels(
            ReadLevel(principal, ClaimNames.IdentityAssurance, "IAL"),
            ReadLevel(principal, ClaimNames.AuthenticatorAssurance, "AAL"),
            ReadLevel(principal, ClaimNames.FederationAssurance, "FAL"));
        GrantedLists = ReadGrantedLists(principal);
        Roles = [.. principal.FindAll(ClaimNames.Roles).Select(c => ReadRole(c.Value)).OfType<(PersonRole, Guid)>()];
        Attributes = [.. ReadAttributes(principal).Distinct()];
        Fingerprint = FingerprintOf(principal);
    }

    TokenClaims(
        string subject,
        bool isServiceClient,
        IEnumerable<(PersonRole Role, Guid CenterId)> roles,
        IEnumerable<AttributeKind> attributes)
    {
        Subject = subject;
        ClientId = isServiceClient ? subject : null;
        IsServiceClient = isServiceClient;
        Scopes = Enum.GetValues<Scopes>().Aggregate((all, one) => all | one);
        AuthenticationMethods = [];
        Assurance = new AssuranceLevels(3, 3, 3);
        Roles = [.. roles];
        Attributes = [.. attributes];
        IsAssumed = true;
    }

    // The end of the year 9998: what is added to a time must not pass the last there is.
    const long LastSecond = 253_370_764_799;

    const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>Whether there is no token: all that the records hold is taken for claimed and trusted.</summary>
    public bool IsAssumed { get; }

    /// <summary>Whether the token is a machine client's own.</summary>
    public bool IsServiceClient { get; }

    /// <summary>The application that asks; null: not claimed.</summary>
    public string? ClientId { get; }

    /// <summary>The id of the token; null: not claimed.</summary>
    public string? TokenId { get; }

    /// <summary>Who acts for the subject; null: itself.</summary>
    public string? ActorId { get; }

    /// <summary>
    /// The granted scopes. A person's token that says nothing of scopes may read products and nothing else; a machine
    /// client has what it names.
    /// </summary>
    public Scopes Scopes { get; }

    /// <summary>When the person signed in, UTC; null: not claimed.</summary>
    public DateTime? AuthenticatedAt { get; }

    /// <summary>Under which authentication context (<c>acr</c>); null: not claimed.</summary>
    public string? AuthenticationContext { get; }

    /// <summary>By which methods (<c>amr</c>).</summary>
    public ImmutableArray<string> AuthenticationMethods { get; }

    /// <summary>The id of the organization as written; null: not claimed.</summary>
    public string? OrganizationId { get; }

    /// <summary>The issuer of the token; null: not claimed.</summary>
    public string? Issuer { get; }

    /// <summary>The identity provider the user signed in at; null: not claimed.</summary>
    public string? IdentityProvider { get; }

    /// <summary>
    /// By what identity provider and identifier the person is known where the subject is not, as records link it; null:
    /// not claimed whole.
    /// </summary>
    public (string IdentityProvider, string Subject)? Account { get; }

    /// <summary>The sector that the user may take an interest in; null: not claimed.</summary>
    public string? Sector { get; }

    /// <summary>The clearance claimed, which opens nothing; null: none.</summary>
    public string? Clearance { get; }

    /// <summary>How sure it is who the user is.</summary>
    public AssuranceLevels Assurance { get; }

    /// <summary>The only lists the token may receive from; null: it is not limited to any.</summary>
    public ImmutableHashSet<Guid>? GrantedLists { get; }

    /// <summary>
    /// The roles, by center; the empty id stands for the whole network. What is no role of ours is left out.
    /// </summary>
    public ImmutableArray<(PersonRole Role, Guid CenterId)> Roles { get; }

    /// <summary>The attributes.</summary>
    public ImmutableArray<AttributeKind> Attributes { get; }

    /// <summary>Over all claims: two tokens of one subject with other claims are two viewers.</summary>
    public ClaimsFingerprint Fingerprint { get; }

    /// <summary>
    /// The claims of no token, but of one that would confirm everything that the records hold: for telling what a
    /// principal could see, never for answering him.
    /// </summary>
    public static TokenClaims Confirming(
        string subject,
        bool isServiceClient,
        IEnumerable<(PersonRole Role, Guid CenterId)> roles,
        IEnumerable<AttributeKind> attributes) =>
        new(subject, isServiceClient, roles, attributes);

    /// <summary>The claims of a principal; null where nobody is signed in.</summary>
    public static TokenClaims? Read(ClaimsPrincipal? principal) =>
        SubjectOf(principal) is { } subject ? new TokenClaims(principal!, subject) : null;

    /// <summary>The issuer and subject of a principal's token, as one text; empty where nobody is signed in.</summary>
    public static string NameOf(ClaimsPrincipal? principal) =>
        SubjectOf(principal) is { } subject ? $"{IssuerOf(principal!)}\n{subject}" : "";

    /// <summary>Reads the name of a role as tokens and the schema write it: <c>LIST_MANAGER</c>.</summary>
    public static bool TryReadRole(string text, out PersonRole role) => TryRead(text, out role);

    static string? SubjectOf(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated is true
        && principal.FindFirst(ClaimNames.Subject)?.Value is { Length: > 0 } subject
            ? subject
            : null;

    static string? IssuerOf(ClaimsPrincipal principal) => principal.FindFirst(ClaimNames.Issuer)?.Value;

    /// <summary><c>FC:id:ROLE</c> or <c>ROLE</c>; null where it is neither.</summary>
    static (PersonRole Role, Guid CenterId)? ReadRole(string text)
    {
        var parts = text.Split(':');
        return parts switch
        {
            ["FC", var center, var role] when Guid.TryParse(center, out var id) && TryRead(role, out PersonRole at) =>
                (at, id),
            [var role] when TryRead(role, out PersonRole network) => (network, Guid.Empty),
            _ => null,
        };
    }

    static IEnumerable<AttributeKind> ReadAttributes(ClaimsPrincipal principal)
    {
        if (IsTrue(principal, ClaimNames.LawEnforcementOfficer))
        {
            yield return AttributeKind.LawEnforcementOfficer;
        }

        if (IsTrue(principal, ClaimNames.PciiCertification))
        {
            yield return AttributeKind.PciiCertified;
        }

        if (IsTrue(principal, ClaimNames.PublicSafetyOfficer))
        {
            yield return AttributeKind.PublicSafetyOfficer;
        }

        if (IsTrue(principal, ClaimNames.CriminalIntelligenceCertification))
        {
            yield return AttributeKind.CriminalIntelligenceCertified;
        }

        if (IsTrue(principal, ClaimNames.IntelligenceAnalyst))
        {
            yield return AttributeKind.IntelligenceAnalyst;
        }

        if (principal.FindAll(ClaimNames.Citizenship).ToList() is [{ Value: "US" or "USA" }])
        {
            yield return AttributeKind.UsPerson;
        }

        foreach (var claim in principal.FindAll(ClaimNames.Attributes))
        {
            // What has a name in a registry is believed under that name only.
            if (TryRead(claim.Value, out AttributeKind kind)
                && kind is not AttributeKind.LawEnforcementOfficer
                and not AttributeKind.PciiCertified
                and not AttributeKind.UsPerson
                and not AttributeKind.PublicSafetyOfficer
                and not AttributeKind.CriminalIntelligenceCertified
                and not AttributeKind.IntelligenceAnalyst)
            {
                yield return kind;
            }
        }
    }

    /// <summary>The subject of the outermost actor, which is the current one.</summary>
    static string? ReadActor(ClaimsPrincipal principal)
    {
        if (principal.FindFirst(ClaimNames.Actor)?.Value is not { } text)
        {
            return null;
        }

        try
        {
            using var actor = JsonDocument.Parse(text);
            return actor.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(ClaimNames.Subject, out var subject)
                && subject.ValueKind == JsonValueKind.String
                    ? subject.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static (string, string)? ReadAccount(ClaimsPrincipal principal)
    {
        var provider = principal.FindFirst(ClaimNames.IdentityProvider)?.Value;
        var subject = principal.FindFirst(ClaimNames.UniqueSubject)?.Value;
        return provider is { Length: > 0 } && subject is { Length: > 0 } ? (provider, subject)
            : principal.FindFirst(ClaimNames.FederationId)?.Value is { Length: > 0 } federated ? ("", federated)
            : null;
    }

    /// <summary>A level as the registry writes it, <c>IAL2</c>; 0 where there is none or it is none.</summary>
    static int ReadLevel(ClaimsPrincipal principal, string claim, string prefix) =>
        ClaimNames.AssurancePrefixes.Select(version => principal.FindFirst(version + claim)?.Value)
            .FirstOrDefault(value => value is not null) is [.. var before, >= '1' and <= '3' and var level]
        && before == prefix
            ? level - '0'
            : 0;

    /// <summary>
    /// The lists of all grants together. A detail that cannot be read limits the token to nothing, since what it was
    /// meant to limit cannot be known.
    /// </summary>
    static ImmutableHashSet<Guid>? ReadGrantedLists(ClaimsPrincipal principal)
    {
        ImmutableHashSet<Guid>? lists = null;
        foreach (var claim in principal.FindAll(ClaimNames.AuthorizationDetails))
        {
            try
            {
                using var detail = JsonDocument.Parse(claim.Value);
                if (detail.RootElement.GetProperty("type").GetString() == ClaimNames.ListGrants)
                {
                    var granted = detail.RootElement.GetProperty("lists").EnumerateArray().Select(id => id.GetGuid());
                    lists = (lists ?? []).Union(granted);
                }
            }
            catch (Exception problem) when (problem
                is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return [];
            }
        }

        return lists;
    }

    static DateTime? ReadTime(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirst(claim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= LastSecond
            ? DateTime.UnixEpoch.AddSeconds(at)
            : null;

    static bool IsTrue(ClaimsPrincipal principal, string claim) =>
        principal.FindAll(claim).ToList() is [{ Value: "true" or "True" or "1" }];

    /// <summary>Reads <c>LIST_MANAGER</c> and <c>ListManager</c>, but no number.</summary>
    static bool TryRead<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return text.Length > 0
            && text.All(c => char.IsAsciiLetter(c) || c == '_')
            && Enum.TryParse(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out value);
    }

    static ClaimsFingerprint FingerprintOf(ClaimsPrincipal principal)
    {
        // The times and the id of a token differ with each renewal and give no right.
        var lines = principal.Claims
            .Where(claim => claim.Type is not ("exp" or "iat" or "nbf" or "jti"))
            .Select(claim => $"{claim.Type.Length}:{claim.Type}{claim.Value.Length}:{claim.Value}")
            .Order(StringComparer.Ordinal);
        return ClaimsFingerprint.Of(string.Concat(lines));
    }
}
