using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Who asks, and what that gives: the token's claims as far as the server's own records confirm them, at one moment.
/// Every row rule is a comparison with this. Immutable; made by <see cref="ViewerResolver"/>. What is missing is false.
/// </summary>
sealed record Viewer
{
    /// <summary>No rights at all, not even to what is public: what a context has before it is given a viewer.</summary>
    public static readonly Viewer Nobody = new() { Now = DateTime.UnixEpoch };

    /// <summary>The rights of one who is not signed in, or whose token gives none: what is public.</summary>
    public static Viewer Anonymous(DateTime now) => new() { AudienceIds = [Audience.Public], Now = now };

    /// <summary>What stands behind the request.</summary>
    public PrincipalKind Kind { get; init; }

    /// <summary>The person; null: the principal is none, or has no rights here.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client; null: the principal is none, or has no rights here.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The active partner organization the principal belongs to or acts for; null: none.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>
    /// The person who is signed in, also one who has no rights here, or none any more: recalls of what he was given are
    /// addressed to him still, and nothing else is his by this. Null: the principal is none, or cannot sign in.
    /// </summary>
    public Guid? RecallPersonId { get => field ?? PersonId; init; }

    /// <summary>The machine client, as <see cref="RecallPersonId"/> is the person.</summary>
    public Guid? RecallClientId { get => field ?? ServiceClientId; init; }

    /// <summary>
    /// The organization that the person who is signed in belongs to now, in force or not: what is recalled from it he
    /// is told as one of its people. Null: none, or no person.
    /// </summary>
    public Guid? RecallEmployerId { get => field ?? (PersonId is null ? null : OrganizationId); init; }

    /// <summary>Whether recalls can be addressed to the viewer, whatever rights he has.</summary>
    public bool IsRecallRecipient => RecallPersonId is not null || RecallClientId is not null;

    /// <summary>
    /// What recalls are addressed to that reach the viewer in person: the person or machine client itself. Empty: he is
    /// none.
    /// </summary>
    public Guid[] RecallIds =>
        (RecallPersonId ?? RecallClientId) is { } id ? [id] : [];

    /// <summary>The application that asks, as the token names it; null: the token names none.</summary>
    public string? ClientId { get; init; }

    /// <summary>Who acts for the principal (<c>act.sub</c>), such as a portal; null: itself.</summary>
    public string? ActorId { get; init; }

    /// <summary>The id of the token (<c>jti</c>) that came with this very request; null: it has none.</summary>
    public string? TokenId { get; init; }

    /// <summary>Where this very request came from; null: it is not known.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The scopes that count: the token's, of a machine client as far as its record has them.</summary>
    public Scopes Scopes { get; init; }

    /// <summary>
    /// Until when the way in which the person signed in is good enough for what asks for a step-up, UTC; null: it is
    /// not.
    /// </summary>
    public DateTime? SteppedUpUntil { get; init; }

    /// <summary>
    /// Whether the person signed in lately with a method that cannot be phished (<see cref="StepUpRule"/>).
    /// </summary>
    public bool IsSteppedUp => SteppedUpUntil is { } end && Now < end;

    /// <summary>The roles held, by center; the empty id stands for roles of the whole network.</summary>
    public ImmutableArray<(PersonRole Role, Guid CenterId)> Roles { get; init; } = [];

    /// <summary>
    /// The audiences the viewer is in: lists, clients of lists, himself, his organization, his centers, the public, and
    /// those of drafts.
    /// </summary>
    public Guid[] AudienceIds { get; init; } = [];

    /// <summary>
    /// Those of <see cref="AudienceIds"/> that only drafts are for: the viewer as an author of his centers, and the
    /// offices he holds there.
    /// </summary>
    public Guid[] DraftAudienceIds { get; init; } = [];

    /// <summary>Those of <see cref="AudienceIds"/> that released versions are for: a feed is made of them.</summary>
    public Guid[] FeedAudienceIds =>
        DraftAudienceIds.Length == 0 ? AudienceIds : [.. AudienceIds.Except(DraftAudienceIds)];

    /// <summary>The lists the viewer has an active membership of, by himself or through his organization.</summary>
    public Guid[] ListIds { get; init; } = [];

    /// <summary>Those of <see cref="ListIds"/> that the viewer has a membership of by himself.</summary>
    public Guid[] OwnListIds { get; init; } = [];

    /// <summary>The lists the viewer manages.</summary>
    public Guid[] ManagedListIds { get; init; } = [];

    /// <summary>The centers whose content the viewer may see as its staff.</summary>
    public Guid[] HomeCenterIds { get; init; } = [];

    /// <summary>
    /// The home centers where the viewer supervises, directs or reviews: findings and members are shown there.
    /// </summary>
    public Guid[] OversightCenterIds { get; init; } = [];

    /// <summary>The home centers the viewer supervises or directs.</summary>
    public Guid[] SupervisedCenterIds { get; init; } = [];

    /// <summary>The home centers whose privacy, civil rights and civil liberties officer the viewer is.</summary>
    public Guid[] PrivacyCenterIds { get; init; } = [];

    /// <summary>The organizations the viewer, a liaison officer, is assigned to by name.</summary>
    public Guid[] AssignedOrganizationIds { get; init; } = [];

    /// <summary>
    /// The centers all of whose organizations the viewer, a liaison officer, is assigned to.
    /// </summary>
    public Guid[] AssignedCenterIds { get; init; } = [];

    /// <summary>
    /// The centers whose liaison officer the viewer is: their recalls are shown, their content is not by this.
    /// </summary>
    public Guid[] LiaisonCenterIds { get; init; } = [];

    /// <summary>
    /// The centers whose staff the viewer is in any role: their lists are shown, their content is not by this.
    /// </summary>
    public Guid[] StaffCenterIds { get; init; } = [];

    /// <summary>The centers whose staff the viewer may know by name: his own, and those that he audits.</summary>
    public Guid[] ColleagueCenterIds { get; init; } = [];

    /// <summary>The centers where the viewer may know who is on the lists.</summary>
    public Guid[] MembershipCenterIds { get; init; } = [];

    /// <summary>The centers whose partner directory the viewer's organization takes part in.</summary>
    public Guid[] DirectoryCenterIds { get; init; } = [];

    /// <summary>
    /// The access grants in force that the viewer reads by. A center that an audit opens is among
    /// <see cref="HomeCenterIds"/>, <see cref="OversightCenterIds"/> and <see cref="MembershipCenterIds"/> as well,
    /// since those say what may be read; what may be done, <see cref="Roles"/> say alone.
    /// </summary>
    public ImmutableArray<ViewerGrant> Grants { get; init; } = [];

    /// <summary>The versions whose content access grants for single products open.</summary>
    public Guid[] GrantedVersionIds { get; init; } = [];

    /// <summary>The centers that are opened for an audit as a whole.</summary>
    public Guid[] AuditedCenterIds { get; init; } = [];

    /// <summary>
    /// Those of <see cref="GrantedVersionIds"/> that are opened for an audit, their records included.
    /// </summary>
    public Guid[] AuditedVersionIds { get; init; } = [];

    /// <summary>The products that are opened for an audit one by one.</summary>
    public Guid[] AuditedProductIds { get; init; } = [];

    /// <summary>The notices of recalls of <see cref="AuditedProductIds"/>.</summary>
    public Guid[] AuditedRecallIds { get; init; } = [];

    /// <summary>The access grant that opens a version to the viewer, for the record of a read; null: none.</summary>
    /// <param name="version">The version.</param>
    /// <param name="originator">The center that made it.</param>
    public ViewerGrant? GrantFor(Guid version, Guid originator) =>
        Grants.FirstOrDefault(grant => grant.Covers(version, originator));

    /// <summary>The requirements of markings the viewer meets.</summary>
    public Requirement Holds { get; init; }

    /// <summary>The types of product a machine client may have; empty: all.</summary>
    public ImmutableArray<ProductType> ProductTypes { get; init; } = [];

    /// <summary>
    /// What the viewer does not meet of what rights and portions ask for: bits of <see cref="Requirement"/> and of
    /// <see cref="TypeRequirements"/>.
    /// </summary>
    public long Lacks => ((long)~Holds & ~TypeRequirements.All) | TypeRequirements.LackedBy(ProductTypes);

    /// <summary>How many contents a machine client may pull a day, UTC; null: there is no bound.</summary>
    public int? DailyQuota { get; init; }

    /// <summary>The courses whose training is current.</summary>
    public ImmutableArray<TrainingCourse> Training { get; init; } = [];

    /// <summary>How sure it is who the user is.</summary>
    public AssuranceLevels Assurance { get; init; }

    /// <summary>The clearance the token claims, for arranging a briefing. It opens nothing. Null: none.</summary>
    public string? ClearanceClaimed { get; init; }

    /// <summary>The verified attributes that count.</summary>
    public ImmutableArray<AttributeKind> Attributes { get; init; } = [];

    /// <summary>The narrowest TLP the viewer may receive; null: none but what is public.</summary>
    public Tlp? TlpCeiling { get; init; }

    /// <summary>The sectors, disciplines and jurisdictions of the viewer's organization, by id.</summary>
    public Guid[] TermIds { get; init; } = [];

    /// <summary>What sorts of principal the viewer is, in the order of <see cref="Principal"/>.</summary>
    public ImmutableArray<Principal> Principals => [.. Enum.GetValues<Principal>().Where(Is)];

    /// <summary>Whether somebody is signed in who has rights here.</summary>
    public bool IsAuthenticated => Kind != PrincipalKind.Anonymous;

    /// <summary>Whether the viewer is staff of a center.</summary>
    public bool IsStaff => StaffCenterIds.Length > 0;

    /// <summary>Whether the viewer is an active principal of a partner organization in force.</summary>
    public bool IsPartner => OrganizationId is not null;

    /// <summary>Whether the viewer administers accounts and settings. It gives no content.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether the viewer audits records. It gives no content.</summary>
    public bool IsAuditor { get; init; }

    /// <summary>
    /// Whether the viewer may read access records of others now: an auditor whose sign-in is recent.
    /// </summary>
    public bool AuditsRecords => IsAuditor && IsSteppedUp;

    /// <summary>Whether the viewer is the liaison of his own organization.</summary>
    public bool IsOrganizationLiaison { get; init; }

    /// <summary>The moment the request is answered for, UTC.</summary>
    public required DateTime Now { get; init; }

    bool Is(Principal principal) => principal switch
    {
        Principal.Anonymous => !IsAuthenticated,
        Principal.PartnerUser => Kind == PrincipalKind.Person && IsPartner,
        Principal.MachineClient => Kind == PrincipalKind.ServiceClient,
        Principal.Analyst => IsAtCenter(PersonRole.Analyst),
        Principal.Supervisor => IsAtCenter(PersonRole.Supervisor) || IsAtCenter(PersonRole.CenterDirector),
        Principal.PrivacyOfficer => IsAtCenter(PersonRole.PcrclOfficer),
        Principal.LiaisonOfficer => IsAtCenter(PersonRole.LiaisonOfficer),
        Principal.Administrator => IsAdministrator,
        Principal.Auditor => IsAuditor,
        _ => throw new UnreachableException(),
    };

    bool IsAtCenter(PersonRole role) => Roles.Any(held => held.Role == role && held.CenterId != Guid.Empty);
}
