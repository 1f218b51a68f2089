using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Turns a principal into a <see cref="Viewer"/>: the claims of its token, each as far as the server's records
/// confirm it.
/// A principal that is unknown, suspended, expired or at odds with its own records gets what an anonymous caller gets,
/// never more. One that is in force and has lost everything that gave it rights gets the same, and the recalls of what
/// it was given. Results are kept a subject and set of claims (<see cref="KnownViewers.Kept"/>), so a
/// change takes that long at most.
/// </summary>
sealed class ViewerResolver(Database<AccessContext> database, DistributionOptions options)
{
    readonly KnownViewers _known = new(options.Time);

    // A principal is the same object while its token is remembered, and its claims are read once.
    readonly ConditionalWeakTable<ClaimsPrincipal, TokenClaims> _claims = [];

    /// <summary>
    /// The viewer behind a principal; null is an anonymous caller. Throws what the database throws when it is down.
    /// </summary>
    /// <param name="principal">The token's claims; null: nobody is signed in.</param>
    /// <param name="address">Where the request comes from; null: it is not known.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async ValueTask<Viewer> ResolveAsync(
        ClaimsPrincipal? principal, IPAddress? address, CancellationToken cancellationToken)
    {
        if (ClaimsOf(principal) is not { } claims)
        {
            return Viewer.Anonymous(options.Time.GetUtcNow().UtcDateTime);
        }

        var found = await _known.FindAsync(claims.Fingerprint, at => ReadAsync(claims, at), cancellationToken);
        var now = options.Time.GetUtcNow().UtcDateTime;
        return found.Admits(address)
            ? found.Viewer with { Now = now, TokenId = claims.TokenId, Address = address }
            : Viewer.Anonymous(now);
    }

    /// <summary>Grows with every change on this node that rights may depend on.</summary>
    public long Version => _known.Version;

    /// <summary>Forgets what is kept: after something was changed that rights depend on.</summary>
    public void Forget() => _known.Forget();

    /// <inheritdoc cref="KnownViewers.Forget(Guid)"/>
    public void Forget(Guid id) => _known.Forget(id);

    TokenClaims? ClaimsOf(ClaimsPrincipal? principal)
    {
        if (principal is null)
        {
            return null;
        }

        if (!_claims.TryGetValue(principal, out var claims) && TokenClaims.Read(principal) is { } read)
        {
            _claims.AddOrUpdate(principal, claims = read);
        }

        return claims;
    }

    async Task<FoundViewer> ReadAsync(TokenClaims claims, DateTime now)
    {
        await using var context = database.CreateContext();
        var record = await FindAsync(context, claims, now);
        var viewer = record is { IsActive: true } && IsOfOrganization(claims, record)
            ? WithRecalls(await ReadAsync(context, claims, record, now), record, claims.IsServiceClient)
            : Viewer.Anonymous(now);
        return new FoundViewer(
            viewer,
            [.. (record?.Networks ?? []).Select(IPNetwork.Parse)],
            record is null
                ? []
                : [record.Id, record.OrganizationId ?? Guid.Empty, record.SponsorId ?? Guid.Empty],
            EndOf(viewer));
    }

    /// <summary>
    /// The record of a principal: by the subject of its token, else by the account that its identity provider names.
    /// </summary>
    static async ValueTask<PrincipalRecord?> FindAsync(AccessContext context, TokenClaims claims, DateTime now)
    {
        if (claims.IsServiceClient)
        {
            return await PrincipalFacts.FindClientAsync(context, claims.Subject, now, CancellationToken.None);
        }

        var person = await PrincipalFacts.FindPersonAsync(context, claims.Subject, now, CancellationToken.None);
        return person is null
            && claims.Account is { } account
            && await PrincipalFacts.FindLinkedSubjectAsync(context, account, CancellationToken.None) is { } subject
                ? await PrincipalFacts.FindPersonAsync(context, subject, now, CancellationToken.None)
                : person;
    }

    /// <summary>
    /// The viewer that a person or machine client would be now, with a token that confirms everything the records hold
    /// and a sign-in that is good for everything; and the record he is made of, null where there is none.
    /// </summary>
    public async ValueTask<(Viewer Viewer, PrincipalRecord? Record)> AssumeAsync(
        Guid id, bool isServiceClient, DateTime now, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var record = isServiceClient
            ? await PrincipalFacts.FindClientAsync(context, client => client.Id == id, now, cancellationToken)
            : await PrincipalFacts.FindPersonAsync(context, person => person.Id == id, now, cancellationToken);
        if (record is not { IsActive: true })
        {
            return (Viewer.Anonymous(now), record);
        }

        var organization = record is { OrganizationIsInForce: true, OrganizationId: { } known } ? known : Guid.Empty;
        var facts = await PrincipalFacts.ReadAsync(
            context, id, organization, "", now, cancellationToken);
        var claims = TokenClaims.Confirming(
            $"{id}",
            isServiceClient,
            facts.Where(f => f.Kind == "Role").Select(f => (Enum.Parse<PersonRole>(f.Name), f.Id)),
            facts.Where(f => f.Kind == "Attribute").Select(f => Enum.Parse<AttributeKind>(f.Name)));
        if (isServiceClient)
        {
            return (WithRecalls(OfClient(claims, record, organization, facts, now), record, isServiceClient), record);
        }

        var viewer = WithRecalls(OfPerson(claims, record, organization, facts, now), record, isServiceClient);
        return Ids(facts, "Grant") is [_, ..] ids
            ? (ViewerGrant.Open(viewer, await PrincipalFacts.ReadGrantsAsync(context, ids, cancellationToken)), record)
            : (viewer, record);
    }

    /// <summary>Until when a viewer is kept: no longer than any access grant he reads by holds.</summary>
    static DateTime EndOf(Viewer viewer) => viewer.Grants.IsEmpty
        ? DateTime.MaxValue
        : new[] { viewer.Grants.Min(grant => grant.ExpiresAt), viewer.SteppedUpUntil ?? DateTime.MaxValue }.Min();

    async ValueTask<Viewer> ReadAsync(
        AccessContext context, TokenClaims claims, PrincipalRecord record, DateTime now)
    {
        var organization = record is { OrganizationIsInForce: true, OrganizationId: { } id } ? id : Guid.Empty;
        var facts = await PrincipalFacts.ReadAsync(
            context, record.Id, organization, claims.Sector ?? "", now, CancellationToken.None);
        if (claims.IsServiceClient)
        {
            return OfClient(claims, record, organization, facts, now);
        }

        var viewer = OfPerson(claims, record, organization, facts, now);
        return viewer.IsSteppedUp
            && viewer.Scopes.HasFlag(Scopes.ReadProducts)
            && claims.GrantedLists is null
            && Ids(facts, "Grant") is [_, ..] ids
            ? ViewerGrant.Open(viewer, await PrincipalFacts.ReadGrantsAsync(context, ids, CancellationToken.None))
            : viewer;
    }

    /// <summary>
    /// Whatever rights are left: what was given to a principal that can sign in is recalled from it all the same.
    /// </summary>
    static Viewer WithRecalls(Viewer viewer, PrincipalRecord record, bool isServiceClient) => isServiceClient
        ? viewer with { RecallClientId = record.Id }
        : viewer with { RecallPersonId = record.Id, RecallEmployerId = record.OrganizationId };

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
        // A token for some lists is for these alone: not for an office, and for nothing that comes with one.
        var isNarrowed = claims.GrantedLists is not null;
        var held = claims.Roles.Where(confirmed.Contains).Distinct().ToImmutableArray();
        var roles = isNarrowed ? [] : held;
        Guid[] Centers(params PersonRole[] any) =>
            [.. roles.Where(r => any.Contains(r.Role) && r.CenterId != Guid.Empty).Select(r => r.CenterId).Distinct()];
        PersonRole[] offices =
        [
            PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer,
            PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel,
        ];
        var isEmployed = held.Any(role => offices.Contains(role.Role) && role.CenterId != Guid.Empty);
        var training = facts.Where(f => f.Kind == "Training")
            .Select(f => Enum.Parse<TrainingCourse>(f.Name)).Distinct().Order().ToImmutableArray();
        var mayRead = claims.Scopes.HasFlag(Scopes.ReadProducts);
        var mayManage = claims.Scopes.HasFlag(Scopes.ManageLists);
        var staff = mayRead ? Centers(offices) : [];
        var liaison = mayRead ? Centers(PersonRole.LiaisonOfficer) : [];
        // What an organization has besides its lists: its liaison's office, the directory.
        var represented = mayRead && !isNarrowed ? organization : Guid.Empty;
        // Accounts and records are the whole network's: at one center these roles give nothing.
        var isAdministrator = claims.Scopes.HasFlag(Scopes.Administer)
            && roles.Contains((PersonRole.Administrator, Guid.Empty));
        var isAuditor = claims.Scopes.HasFlag(Scopes.ReadAudit)
            && roles.Contains((PersonRole.Auditor, Guid.Empty));
        if (organization == Guid.Empty && !isEmployed && !isAdministrator && !isAuditor)
        {
            return Viewer.Anonymous(now);
        }

        // Whoever belongs to an organization receives through it, and so only while it is in force.
        var receives = mayRead
            && (record.OrganizationId is null ? isEmployed : organization != Guid.Empty);
        var own = receives ? Granted(claims, Ids(facts, "OwnList")) : [];
        var lists = receives ? own.Union(Granted(claims, Ids(facts, "OrganizationList"))).ToArray() : [];
        Guid[] Homes(params PersonRole[] any) => mayRead
            ? Centers([.. any.Where(role => TrainingRules.CourseOf(role) is not { } c || training.Contains(c))])
            : [];
        var home = Homes(
            PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer);
        var supervised = Homes(PersonRole.Supervisor, PersonRole.CenterDirector);
        var privacy = Homes(PersonRole.PcrclOfficer);
        var attributes = AttributesOf(claims, record, facts);
        Guid[] drafts =
        [
            .. home.Select(center => Audience.Author(center, record.Id)),
            .. supervised.Select(Audience.Supervisors),
            .. privacy.Select(Audience.PrivacyOfficers),
        ];
        IEnumerable<Guid> audiences = [Audience.Public, .. home, .. drafts];
        if (receives && isNarrowed)
        {
            audiences = [.. audiences, .. lists];
        }
        else if (receives)
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
            SteppedUpUntil = options.StepUp.Until(claims, now),
            PersonId = record.Id,
            OrganizationId = organization == Guid.Empty ? null : organization,
            Roles = roles,
            AudienceIds = [.. audiences.Distinct()],
            DraftAudienceIds = drafts,
            ListIds = lists,
            OwnListIds = own,
            ManagedListIds = receives && mayManage
                ? Granted(claims, [.. facts.Where(f => f is { Kind: "OwnList", Name: "Manager" }).Select(f => f.Id)])
                : [],
            HomeCenterIds = home,
            OversightCenterIds = [.. supervised.Union(privacy)],
            SupervisedCenterIds = supervised,
            PrivacyCenterIds = privacy,
            AssignedOrganizationIds = liaison.Length > 0 ? [.. Ids(facts, "Liaison").Where(o => o != Guid.Empty)] : [],
            AssignedCenterIds = [.. liaison.Intersect(Ids(facts, "LiaisonOfAll"))],
            LiaisonCenterIds = Homes(PersonRole.LiaisonOfficer),
            StaffCenterIds = staff,
            ColleagueCenterIds = staff,
            MembershipCenterIds = mayManage
                ? Centers(
                    PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer, PersonRole.ListManager)
                : [],
            DirectoryCenterIds = represented != Guid.Empty && record.IsDirectoryListed ? Ids(facts, "Center") : [],
            TermIds = Ids(facts, "Term"),
            Training = training,
            Assurance = claims.Assurance,
            ClearanceClaimed = claims.Clearance,
            Attributes = attributes,
            TlpCeiling = receives || home.Length > 0 ? Tlp.Red : null,
            Holds = receives || home.Length > 0
                ? Assured(claims, Requirement.AnyTlp
                    | HeldRequirements.Of(
                        attributes, record, isEmployed, HeldRequirements.IsContractor(facts)))
                : Requirement.None,
            IsAdministrator = isAdministrator,
            IsAuditor = isAuditor,
            IsOrganizationLiaison = represented != Guid.Empty
                && facts.Contains(new PrincipalFact("Liaison", nameof(LiaisonKind.PartnerLiaison), represented)),
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
        var lists = Granted(
            claims, [.. own.Union(Ids(facts, "OrganizationList")).Intersect(Ids(facts, "GrantedList"))]);
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
            // Itself: no right is given to it by name, but what was recalled since it lost its own is told to it so.
            AudienceIds = claims.GrantedLists is null
                ? [Audience.Public, record.Id, .. lists]
                : [Audience.Public, .. lists],
            ListIds = lists,
            OwnListIds = [.. own.Intersect(lists)],
            TermIds = Ids(facts, "Term"),
            Attributes = [.. record.ClientAttributes],
            TlpCeiling = ceiling,
            ProductTypes = [.. record.ProductTypes],
            DailyQuota = record.DailyQuota,
            Holds = (MarkingRequirements.Of(ceiling) & ~Requirement.TlpRed)
                | HeldRequirements.Of(
                    [.. record.ClientAttributes],
                    record,
                    isStaff: false,
                    record.ClientAttributes.Contains(AttributeKind.FederalContractor)),
            Now = now,
        };
    }

    /// <summary>Those of some lists that the token is not kept from.</summary>
    static Guid[] Granted(TokenClaims claims, Guid[] lists) =>
        claims.GrantedLists is { } granted ? [.. lists.Where(granted.Contains)] : lists;

    /// <summary>Without the markings for which it is not sure enough who the user is.</summary>
    Requirement Assured(TokenClaims claims, Requirement holds) => options.MinimumAssurance
        .Where(rule => !rule.IsMetBy(claims.Assurance))
        .Aggregate(holds, (left, rule) => left & ~rule.Requirement);

    /// <summary>Claimed by one who is believed to know, and verified, both.</summary>
    ImmutableArray<AttributeKind> AttributesOf(
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

        return
        [
            .. claims.Attributes.Where(verified.Contains).Where(attribute =>
                claims.IsAssumed
                || options.TrustedAttributes.Count == 0
                || options.TrustedAttributes.Any(source => source.Covers(claims, attribute))),
        ];
    }

    static Guid[] Ids(List<PrincipalFact> facts, string kind) =>
        [.. facts.Where(f => f.Kind == kind).Select(f => f.Id).Distinct()];
}
