using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Claims;
using GraphApi.Data.Databases;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Turns a principal into a <see cref="Viewer"/>: the claims of its token, each as far as the server's records
/// confirm it.
/// A principal that is unknown, suspended, expired or at odds with its own records gets what an anonymous caller gets,
/// never more. Results are kept for 30 seconds a subject and set of claims, so a change takes that long at most.
/// </summary>
sealed class ViewerResolver(Database<AccessContext> database, TimeProvider time, StepUpRule stepUp)
{
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    const int MostKept = 10_000;

    readonly ConcurrentDictionary<string, (Viewer Viewer, DateTime Until)> _known = new();

    /// <summary>
    /// The viewer behind a principal; null is an anonymous caller. Throws what the database throws when it is down.
    /// </summary>
    public async ValueTask<Viewer> ResolveAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (TokenClaims.Read(principal) is not { } claims)
        {
            return Viewer.Anonymous(now);
        }

        if (_known.TryGetValue(claims.Fingerprint, out var known) && now < known.Until)
        {
            return known.Viewer with { Now = now, TokenId = claims.TokenId };
        }

        var viewer = await ReadAsync(claims, now, cancellationToken);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[claims.Fingerprint] = (viewer, EndOf(viewer, now + Kept));
        return viewer;
    }

    /// <summary>Until when a viewer is kept: no longer than any access grant he reads by holds.</summary>
    static DateTime EndOf(Viewer viewer, DateTime latest) =>
        viewer.Grants.IsEmpty
            ? latest
            : new[] { latest, viewer.Grants.Min(grant => grant.ExpiresAt), viewer.SteppedUpUntil ?? latest }.Min();

    /// <summary>Forgets what is kept: after something was changed that rights depend on.</summary>
    public void Forget() => _known.Clear();

    async ValueTask<Viewer> ReadAsync(TokenClaims claims, DateTime now, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var record = claims.IsServiceClient
            ? await PrincipalFacts.FindClientAsync(context, claims.Subject, now, cancellationToken)
            : await PrincipalFacts.FindPersonAsync(context, claims.Subject, now, cancellationToken);
        if (record is not { IsActive: true } || !IsOfOrganization(claims, record))
        {
            return Viewer.Anonymous(now);
        }

        var organization = record is { OrganizationIsInForce: true, OrganizationId: { } id } ? id : Guid.Empty;
        var facts = await PrincipalFacts.ReadAsync(context, record.Id, organization, now, cancellationToken);
        if (claims.IsServiceClient)
        {
            return OfClient(claims, record, organization, facts, now);
        }

        var viewer = OfPerson(claims, record, organization, facts, now);
        return viewer.IsSteppedUp && viewer.Scopes.HasFlag(Scopes.ReadProducts) && Ids(facts, "Grant") is [_, ..] ids
            ? WithGrants(viewer, await PrincipalFacts.ReadGrantsAsync(context, ids, cancellationToken))
            : viewer;
    }

    /// <summary>
    /// What access grants open, to one who still holds the office they were given to. It is the content as the
    /// center's staff see it, whatever the marking, and for an audit also the records that the center's overseers see.
    /// </summary>
    static Viewer WithGrants(Viewer viewer, ImmutableArray<ViewerGrant> all)
    {
        var grants = all.Where(grant => AccessGrantRules.MayRequest(viewer, grant.Kind)).ToImmutableArray();
        var centers = grants.Where(grant => grant.ProductId is null).Select(grant => grant.OriginatorId).ToArray();
        var audits = grants.Where(grant => grant.Kind == AccessGrantKind.Audit).ToArray();
        return viewer with
        {
            Grants = grants,
            GrantedVersionIds = [.. grants.SelectMany(grant => grant.VersionIds).Distinct()],
            AuditedVersionIds = [.. audits.SelectMany(grant => grant.VersionIds).Distinct()],
            AudienceIds = [.. viewer.AudienceIds.Union(centers).Union(grants.Select(grant => grant.Id))],
            HomeCenterIds = [.. viewer.HomeCenterIds.Union(centers)],
            OversightCenterIds = [.. viewer.OversightCenterIds.Union(centers)],
            MembershipCenterIds = [.. viewer.MembershipCenterIds.Union(centers)],
            ColleagueCenterIds = [.. viewer.ColleagueCenterIds.Union(audits.Select(grant => grant.OriginatorId))],
        };
    }

    /// <summary>A token that names an organization must name the one the records have.</summary>
    static bool IsOfOrganization(TokenClaims claims, PrincipalRecord record) =>
        claims.OrganizationId is null
        || (Guid.TryParse(claims.OrganizationId, out var claimed) && claimed == record.OrganizationId);

    Viewer OfPerson(
        TokenClaims claims,
        PrincipalRecord record,
        Guid organization,
        List<PrincipalFact> facts,
        DateTime now)
    {
        var confirmed = facts.Where(f => f.Kind == "Role")
            .Select(f => (Enum.Parse<PersonRole>(f.Name), f.Id)).ToHashSet();
        var roles = claims.Roles.Where(confirmed.Contains).Distinct().ToImmutableArray();
        Guid[] Centers(params PersonRole[] any) =>
            [.. roles.Where(r => any.Contains(r.Role) && r.CenterId != Guid.Empty).Select(r => r.CenterId).Distinct()];
        var staff = Centers(
            PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer,
            PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel);
        var liaison = Centers(PersonRole.LiaisonOfficer);
        var mayRead = claims.Scopes.HasFlag(Scopes.ReadProducts);
        var mayManage = claims.Scopes.HasFlag(Scopes.ManageLists);
        // Accounts and records are the whole network's: at one center these roles give nothing.
        var isAdministrator = claims.Scopes.HasFlag(Scopes.Administer)
            && roles.Contains((PersonRole.Administrator, Guid.Empty));
        var isAuditor = claims.Scopes.HasFlag(Scopes.ReadAudit)
            && roles.Contains((PersonRole.Auditor, Guid.Empty));
        if (organization == Guid.Empty && staff.Length == 0 && !isAdministrator && !isAuditor)
        {
            return Viewer.Anonymous(now);
        }

        // Whoever belongs to an organization receives through it, and so only while it is in force.
        var receives = mayRead
            && (record.OrganizationId is null ? staff.Length > 0 : organization != Guid.Empty);
        var own = receives ? Ids(facts, "OwnList") : [];
        var lists = receives ? own.Union(Ids(facts, "OrganizationList")).ToArray() : [];
        var home = mayRead
            ? Centers(PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer)
            : [];
        var supervised = mayRead ? Centers(PersonRole.Supervisor, PersonRole.CenterDirector) : [];
        var privacy = mayRead ? Centers(PersonRole.PcrclOfficer) : [];
        var attributes = AttributesOf(claims, record, facts);
        IEnumerable<Guid> audiences = [Audience.Public, .. home];
        if (receives)
        {
            audiences = [.. audiences, record.Id, .. lists, .. Ids(facts, "ClientsOfList")];
            audiences = organization == Guid.Empty ? audiences : audiences.Append(organization);
        }

        return new Viewer
        {
            Kind = PrincipalKind.Person,
            ClientId = claims.ClientId,
            ActorId = claims.ActorId,
            TokenId = claims.TokenId,
            Scopes = claims.Scopes,
            SteppedUpUntil = stepUp.Until(claims),
            PersonId = record.Id,
            OrganizationId = organization == Guid.Empty ? null : organization,
            Roles = roles,
            AudienceIds = [.. audiences.Distinct()],
            ListIds = lists,
            OwnListIds = own,
            ManagedListIds = receives && mayManage
                ? [.. facts.Where(f => f is { Kind: "OwnList", Name: "Manager" }).Select(f => f.Id)]
                : [],
            HomeCenterIds = home,
            OversightCenterIds = [.. supervised.Union(privacy)],
            SupervisedCenterIds = supervised,
            PrivacyCenterIds = privacy,
            AssignedOrganizationIds = liaison.Length > 0 ? [.. Ids(facts, "Liaison").Where(o => o != Guid.Empty)] : [],
            AssignedCenterIds = [.. liaison.Intersect(Ids(facts, "LiaisonOfAll"))],
            StaffCenterIds = staff,
            ColleagueCenterIds = staff,
            MembershipCenterIds = mayManage
                ? Centers(
                    PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer, PersonRole.ListManager)
                : [],
            DirectoryCenterIds = organization != Guid.Empty && record.IsDirectoryListed ? Ids(facts, "Center") : [],
            TermIds = Ids(facts, "Term"),
            Attributes = attributes,
            TlpCeiling = receives || home.Length > 0 ? Tlp.Red : null,
            Holds = receives || home.Length > 0
                ? Requirement.AnyTlp | Held(attributes, record, staff.Length > 0, IsContractor(facts))
                : Requirement.None,
            IsAdministrator = isAdministrator,
            IsAuditor = isAuditor,
            IsOrganizationLiaison = organization != Guid.Empty
                && facts.Contains(new PrincipalFact("Liaison", nameof(LiaisonKind.PartnerLiaison), organization)),
            Now = now,
        };
    }

    static Viewer OfClient(
        TokenClaims claims,
        PrincipalRecord record,
        Guid organization,
        List<PrincipalFact> facts,
        DateTime now)
    {
        var scopes = claims.Scopes & ScopeNames.Read(record.ClientScopes);
        if (organization == Guid.Empty || !scopes.HasFlag(Scopes.ReadProducts))
        {
            return Viewer.Anonymous(now);
        }

        // Both limits hold: what it or its organization is on, and what it was granted. It acts for an organization, so
        // what names persons or reaches the organization in another way is not for it.
        var own = Ids(facts, "OwnList");
        var lists = own.Union(Ids(facts, "OrganizationList")).Intersect(Ids(facts, "GrantedList")).ToArray();
        var ceiling = record.TlpCeiling!.Value;
        return new Viewer
        {
            Kind = PrincipalKind.ServiceClient,
            ClientId = claims.ClientId,
            ActorId = claims.ActorId,
            TokenId = claims.TokenId,
            Scopes = scopes,
            ServiceClientId = record.Id,
            OrganizationId = organization,
            AudienceIds = [Audience.Public, .. lists],
            ListIds = lists,
            OwnListIds = [.. own.Intersect(lists)],
            TermIds = Ids(facts, "Term"),
            Attributes = [.. record.ClientAttributes],
            TlpCeiling = ceiling,
            Holds = (MarkingRequirements.Of(ceiling) & ~Requirement.TlpRed)
                | Held(
                    [.. record.ClientAttributes],
                    record,
                    isStaff: false,
                    record.ClientAttributes.Contains(AttributeKind.FederalContractor)),
            Now = now,
        };
    }

    /// <summary>Claimed and verified, both.</summary>
    static ImmutableArray<AttributeKind> AttributesOf(
        TokenClaims claims,
        PrincipalRecord record,
        List<PrincipalFact> facts)
    {
        var verified = facts.Where(f => f.Kind == "Attribute")
            .Select(f => Enum.Parse<AttributeKind>(f.Name)).ToHashSet();
        if (!record.IsUsPerson)
        {
            verified.Remove(AttributeKind.UsPerson);
        }

        return [.. claims.Attributes.Where(verified.Contains)];
    }

    /// <summary>Recorded as a contractor, whether the token says so or not: this one takes something away.</summary>
    static bool IsContractor(List<PrincipalFact> facts) =>
        facts.Any(f => f is { Kind: "Attribute", Name: nameof(AttributeKind.FederalContractor) });

    static Requirement Held(
        ImmutableArray<AttributeKind> attributes,
        PrincipalRecord record,
        bool isStaff,
        bool isContractor)
    {
        var holds = Requirement.None;
        foreach (var attribute in attributes)
        {
            holds |= attribute switch
            {
                AttributeKind.LawEnforcementOfficer => Requirement.LawEnforcement,
                AttributeKind.PciiCertified => Requirement.Pcii,
                AttributeKind.SsiCertified => Requirement.Ssi,
                AttributeKind.CviCertified => Requirement.Cvi,
                AttributeKind.CeiiCertified => Requirement.Ceii,
                AttributeKind.SgiCertified => Requirement.Sgi,
                AttributeKind.UsPerson => Requirement.UsPerson,
                AttributeKind.FederalEmployee => Requirement.FederalEmployee | Requirement.FederalOrContractor,
                AttributeKind.FederalContractor => Requirement.FederalOrContractor,
                AttributeKind.ProprietaryHandling => Requirement.Proprietary,
                AttributeKind.LegalPrivilege => Requirement.LegalPrivilege,
                _ => Requirement.None,
            };
        }

        // Employees of a government are no contractors, unless they are recorded as such.
        var isGovernment = isStaff || record.GovernmentLevel is not (null or GovernmentLevel.None);
        return isGovernment && !isContractor
            ? holds | Requirement.NotContractor
            : holds;
    }

    static Guid[] Ids(List<PrincipalFact> facts, string kind) =>
        [.. facts.Where(f => f.Kind == kind).Select(f => f.Id).Distinct()];
}
