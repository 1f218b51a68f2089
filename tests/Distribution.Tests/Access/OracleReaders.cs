using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Works out, row by row, what the claims of a principal come to: each counts as far as a record in force confirms it.
/// </summary>
sealed class OracleReaders(RowBatch rows, DateTime now)
{
    static readonly PersonRole[] OverseeingRoles =
        [PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer];

    static readonly PersonRole[] ContentRoles = [PersonRole.Analyst, .. OverseeingRoles];

    static readonly PersonRole[] StaffRoles =
        [.. ContentRoles, PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel];

    static readonly PersonRole[] MembershipRoles = [.. OverseeingRoles, PersonRole.ListManager];

    readonly List<DistributionList> _lists = [.. rows.Of<DistributionList>()];
    readonly List<ListMembership> _memberships = [.. rows.Of<ListMembership>()];
    readonly List<Organization> _organizations = [.. rows.Of<Organization>()];

    DateOnly Today => DateOnly.FromDateTime(now);

    /// <summary>Who a principal is; without records that confirm it, nobody.</summary>
    public OracleReader Of(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirst(ClaimNames.Subject)?.Value is not { } subject)
        {
            return OracleReader.Nobody;
        }

        var isClient = principal.FindFirst(ClaimNames.ClientId)?.Value == subject;
        var organization = principal.FindFirst(ClaimNames.OrganizationId)?.Value;
        var scopes = principal.FindAll(ClaimNames.Scope).SelectMany(claim => claim.Value.Split(' ')).ToList();
        // A person's token without scopes reads products and does nothing else.
        if (!isClient && scopes.Count == 0)
        {
            scopes = ["products.read"];
        }

        bool Belongs(Guid? recorded) =>
            organization is null || (Guid.TryParse(organization, out var claimed) && claimed == recorded);
        if (isClient)
        {
            return rows.Of<ServiceClient>().SingleOrDefault(c => c.ClientId == subject) is { } client
                && Belongs(client.OrganizationId) && CanSignIn(client)
                ? (scopes.Contains("products.read") && IsInUse(client) ? OfClient(client) : OracleReader.Nobody)
                    with
                { RecallClient = client.Id }
                : OracleReader.Nobody;
        }

        return rows.Of<Person>().SingleOrDefault(p => p.Subject == subject) is { Status: PrincipalStatus.Active } person
            && Belongs(person.OrganizationId)
            ? OfPerson(person, principal, scopes)
                with
            { RecallPerson = person.Id, RecallEmployer = person.OrganizationId }
            : OracleReader.Nobody;
    }

    OracleReader OfPerson(Person person, ClaimsPrincipal principal, List<string> scopes)
    {
        var mayRead = scopes.Contains("products.read");
        var mayManage = scopes.Contains("lists.manage");
        var roles = RolesOf(person, principal);
        Guid[] Centers(PersonRole[] any) =>
            [.. roles.Where(role => any.Contains(role.Role)).Select(role => role.CenterId).OfType<Guid>().Distinct()];
        Guid? organization = person.OrganizationId is { } id && IsInForce(id) ? id : null;
        var staff = Centers(StaffRoles);
        var officer = mayRead ? Centers([PersonRole.LiaisonOfficer]) : [];
        var isAdministrator = scopes.Contains("admin")
            && roles.Any(role => role is { Role: PersonRole.Administrator, CenterId: null });
        var isAuditor = scopes.Contains("audit.read")
            && roles.Any(role => role is { Role: PersonRole.Auditor, CenterId: null });
        if (organization is null && staff.Length == 0 && !isAdministrator && !isAuditor)
        {
            return OracleReader.Nobody;
        }

        // What is the center's own is for those of its staff whose annual training is current.
        var mayReadHome = mayRead && rows.Of<TrainingRecord>().Any(record => record.PersonId == person.Id
            && record.Course == TrainingCourse.PrivacyCivilRightsCivilLiberties
            && record.CompletedOn <= Today
            && Today < record.ExpiresOn);
        var home = mayReadHome ? Centers(ContentRoles) : [];
        var receives = mayRead && (person.OrganizationId is null ? staff.Length > 0 : organization is not null);
        return new OracleReader
        {
            Self = person.Id,
            Organization = organization,
            Home = home,
            LiaisonCenters = officer,
            OversightCenters = mayReadHome ? Centers(OverseeingRoles) : [],
            SupervisedCenters = mayReadHome ? Centers([PersonRole.Supervisor, PersonRole.CenterDirector]) : [],
            PrivacyCenters = mayReadHome ? Centers([PersonRole.PcrclOfficer]) : [],
            AssignedOrganizations = officer.Length > 0
                ? [.. AssignmentsOf(person).Select(assignment => assignment.OrganizationId).OfType<Guid>()]
                : [],
            AssignedCenters =
            [
                .. AssignmentsOf(person).Where(assignment => assignment.OrganizationId is null)
                    .Select(assignment => assignment.CenterId)
                    .Intersect(officer),
            ],
            StaffCenters = mayRead ? staff : [],
            MembershipCenters = mayManage ? Centers(MembershipRoles) : [],
            ManagesLists = mayManage,
            DirectoryCenters = mayRead ? [.. DirectoryOf(organization)] : [],
            Person = receives ? person.Id : null,
            NamedOrganization = receives ? organization : null,
            Lists = receives ? ListsOf(m => m.PersonId == person.Id || IsOf(m, organization)) : [],
            ManagedLists = receives && mayManage
                ? ListsOf(m => m.PersonId == person.Id && m.Role == MembershipRole.Manager)
                : [],
            ListsOfProviders = receives ? ListsOfProviders(organization) : [],
            Ceiling = receives || home.Length > 0 ? Tlp.Red : Tlp.Clear,
            Attributes = receives || home.Length > 0 ? [.. AttributesOf(person, principal)] : [],
            IsContractor = VerifiedOf(person).Contains(AttributeKind.FederalContractor),
            IsGovernment = staff.Length > 0 || GovernmentOf(person.OrganizationId),
            IsAdministrator = isAdministrator,
            IsAuditor = isAuditor,
            LiaisonOrganization = mayRead && AssignmentsOf(person).Any(assignment =>
                assignment.OrganizationId == organization && assignment.Kind == LiaisonKind.PartnerLiaison)
                ? organization
                : null,
        };
    }

    OracleReader OfClient(ServiceClient client)
    {
        var granted = rows.Of<ServiceClientList>().Where(link => link.ServiceClientId == client.Id)
            .Select(link => link.ListId).ToHashSet();
        return new OracleReader
        {
            Client = client.Id,
            Organization = client.OrganizationId,
            Lists =
            [
                .. ListsOf(m => m.ServiceClientId == client.Id || IsOf(m, client.OrganizationId))
                    .Where(granted.Contains),
            ],
            Ceiling = client.TlpCeiling,
            Attributes = [.. client.Attributes],
            IsContractor = client.Attributes.Contains(AttributeKind.FederalContractor),
            IsGovernment = GovernmentOf(client.OrganizationId),
        };
    }

    bool CanSignIn(ServiceClient client) =>
        client.State == ClientState.Active
        && client.ExpiresAt > now
        && rows.Of<Person>().Single(person => person.Id == client.SponsorId).Status == PrincipalStatus.Active;

    bool IsInUse(ServiceClient client) =>
        client.Scopes.Contains("products.read") && IsInForce(client.OrganizationId);

    List<RoleAssignment> RolesOf(Person person, ClaimsPrincipal principal)
    {
        var claimed = principal.FindAll(ClaimNames.Roles).Select(claim => claim.Value).ToHashSet();
        return
        [
            .. rows.Of<RoleAssignment>().Where(role =>
                role.PersonId == person.Id
                && IsInTerm(role.StartsOn, role.EndsOn)
                && claimed.Contains(
                    role.CenterId is { } center ? $"FC:{center}:{Screaming(role.Role)}" : Screaming(role.Role))),
        ];
    }

    IEnumerable<LiaisonAssignment> AssignmentsOf(Person person) => rows.Of<LiaisonAssignment>().Where(assignment =>
        assignment.PersonId == person.Id
        && assignment.State == LiaisonState.Active
        && IsInTerm(assignment.StartsOn, assignment.EndsOn));

    IEnumerable<AttributeKind> AttributesOf(Person person, ClaimsPrincipal principal)
    {
        var claimed = TokenClaims.Read(principal)!.Attributes;
        return VerifiedOf(person)
            .Where(kind => claimed.Contains(kind))
            .Where(kind => kind != AttributeKind.UsPerson || person.Citizenship == CitizenshipClass.UsPerson);
    }

    IEnumerable<AttributeKind> VerifiedOf(Person person) => rows.Of<VerifiedAttribute>()
        .Where(attribute => attribute.PersonId == person.Id && IsInTerm(attribute.VerifiedOn, attribute.ExpiresOn))
        .Select(attribute => attribute.Kind);

    IEnumerable<Guid> DirectoryOf(Guid? organization) =>
        _organizations.Any(o => o.Id == organization && o.IsDirectoryListed)
            ? rows.Of<OrganizationCenter>().Where(link => link.OrganizationId == organization).Select(l => l.CenterId)
            : [];

    static string Screaming(PersonRole role) => role switch
    {
        PersonRole.PartnerUser => "PARTNER_USER",
        PersonRole.CenterDirector => "CENTER_DIRECTOR",
        PersonRole.PcrclOfficer => "PCRCL_OFFICER",
        PersonRole.LiaisonOfficer => "LIAISON_OFFICER",
        PersonRole.ListManager => "LIST_MANAGER",
        PersonRole.SecurityLiaison => "SECURITY_LIAISON",
        PersonRole.LegalCounsel => "LEGAL_COUNSEL",
        _ => role.ToString().ToUpperInvariant(),
    };

    bool GovernmentOf(Guid? organization) =>
        _organizations.SingleOrDefault(o => o.Id == organization) is { GovernmentLevel: not GovernmentLevel.None };

    static bool IsOf(ListMembership membership, Guid? organization) =>
        organization is not null && membership.OrganizationId == organization;

    HashSet<Guid> ListsOf(Func<ListMembership, bool> isMember) =>
    [
        .. _memberships
            .Where(m => m.State == MembershipState.Active
                && (m.ExpiresAt is not { } end || end > now)
                && (m.RecertifyBy is not { } last || Today <= last)
                && isMember(m))
            .Select(m => m.ListId)
            .Where(id => _lists.Single(list => list.Id == id).State == DistributionListState.Active),
    ];

    HashSet<Guid> ListsOfProviders(Guid? organization) =>
    [
        .. rows.Of<OrganizationClient>()
            .Where(link => link.ClientId == organization && IsInForce(link.OrganizationId))
            .Where(link => AgreementsOf(link.OrganizationId).Any(agreement =>
                agreement.OnwardSharing is OnwardSharing.ToClients or OnwardSharing.Community))
            .SelectMany(link => ListsOf(m => m.OrganizationId == link.OrganizationId))
            .Where(id => _lists.Single(list => list.Id == id).ClientAudienceId is not null),
    ];

    bool IsInForce(Guid organization) =>
        _organizations.Single(o => o.Id == organization).Status == OrganizationStatus.Active
        && AgreementsOf(organization).Any();

    IEnumerable<SharingAgreement> AgreementsOf(Guid organization) => rows.Of<SharingAgreement>().Where(agreement =>
        agreement.OrganizationId == organization
        && agreement.State == AgreementState.Active
        && IsInTerm(agreement.EffectiveOn, agreement.ExpiresOn));

    bool IsInTerm(DateOnly first, DateOnly? end) => first <= Today && (end is not { } day || day > Today);
}
