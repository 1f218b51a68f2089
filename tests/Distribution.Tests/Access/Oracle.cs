using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Who may see what, worked out the long way: row by row in memory, from publications, lists, memberships, agreements
/// and
/// markings, without the rows, bits and queries that the server decides by.
/// </summary>
sealed class Oracle
{
    static readonly PersonRole[] ContentRoles =
        [PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer];

    readonly DateTime _now;
    readonly List<Product> _products;
    readonly ILookup<Guid, Portion> _portions;
    readonly Dictionary<Guid, ProductVersion> _versions;
    readonly List<Publication> _publications;
    readonly List<DistributionList> _lists;
    readonly List<ListMembership> _memberships;
    readonly List<Person> _people;
    readonly List<ServiceClient> _clients;
    readonly List<Organization> _organizations;
    readonly List<OrganizationClient> _clientsOf;

    Oracle(DbContext db, DateTime now)
    {
        _now = now;
        _products = [.. db.Set<Product>()];
        _portions = db.Set<Portion>().ToLookup(portion => portion.VersionId);
        _versions = db.Set<ProductVersion>().ToDictionary(version => version.Id);
        _publications = [.. db.Set<Publication>().Include(p => p.Lists).Include(p => p.Recipients)];
        _lists = [.. db.Set<DistributionList>()];
        _memberships = [.. db.Set<ListMembership>()];
        _people = [.. db.Set<Person>().Include(p => p.Roles).Include(p => p.Attributes)];
        _clients = [.. db.Set<ServiceClient>().Include(c => c.Lists).Include(c => c.Sponsor)];
        _organizations = [.. db.Set<Organization>().Include(o => o.Agreements)];
        _clientsOf = [.. db.Set<OrganizationClient>()];
    }

    DateOnly Today => DateOnly.FromDateTime(_now);

    public IReadOnlyList<Product> Products => _products;

    public static Oracle Read(DistributionModule module, DateTime now)
    {
        using var db = module.AccessDatabase.CreateContext();
        return new Oracle(db, now);
    }

    /// <summary>
    /// What a principal sees: the products, newest first, each with the keys of the portions he sees, in order.
    /// </summary>
    public IReadOnlyList<(Guid Product, string[] Portions)> Seen(ClaimsPrincipal? principal)
    {
        var reader = ReaderOf(principal);
        return
        [
            .. _products
                .Where(product => IsSeen(product, reader))
                .OrderByDescending(product => product.PublishedAt)
                .ThenByDescending(product => product.Id.ToString("N"), StringComparer.Ordinal)
                .Select(product => (product.Id, PortionsSeen(product, reader))),
        ];
    }

    string[] PortionsSeen(Product product, Reader reader) =>
    [
        .. _portions[product.CurrentVersionId!.Value]
            .Where(portion => reader.Home.Contains(product.OriginatorId) || reader.Meets(portion))
            .OrderBy(portion => portion.Ordinal)
            .Select(portion => portion.Key),
    ];

    bool IsSeen(Product product, Reader reader)
    {
        if (product.CurrentVersionId is not { } versionId)
        {
            return false;
        }

        var version = _versions[versionId];
        if (reader.Home.Contains(product.OriginatorId))
        {
            return version.State is VersionState.Scheduled or VersionState.Published or VersionState.Superseded
                or VersionState.Recalled or VersionState.Expired;
        }

        var portions = _portions[versionId].ToList();
        return version.State is VersionState.Published or VersionState.Scheduled
            && (version.ValidUntil is not { } end || end > _now)
            && reader.Meets(portions.Single(portion => portion.Id == version.TitlePortionId))
            && _publications.Any(publication =>
                publication.VersionId == versionId
                && publication.EffectiveAt <= _now
                && IsReached(product, version, portions, publication, reader));
    }

    static bool IsReached(
        Product product,
        ProductVersion version,
        List<Portion> portions,
        Publication publication,
        Reader reader)
    {
        var listsOnly = portions.Any(p => p.DisseminationControls.Contains(LimitedDisseminationControl.DlOnly));
        var isNamed = !listsOnly && publication.Recipients.Any(recipient =>
            recipient.PersonId == reader.Person && reader.Person is not null);
        if (portions.Any(portion => portion.Tlp == Tlp.Red))
        {
            return isNamed;
        }

        var toOrganization = !listsOnly && publication.Recipients.Any(recipient =>
            recipient.OrganizationId == reader.NamedOrganization && reader.NamedOrganization is not null);
        var onList = publication.Lists.Any(link => reader.Lists.Contains(link.ListId));
        var asClient = !listsOnly
            && portions.All(portion => portion.Tlp != Tlp.AmberStrict)
            && publication.Lists.Any(link => reader.ListsOfProviders.Contains(link.ListId));
        var toPublic = version.IsPublicReleaseApproved && !product.IsExercise && portions.All(portion =>
            portion.Tlp == Tlp.Clear && Reader.Nobody.Meets(portion)
            && portion.CuiBasic.Length + portion.CuiSpecified.Length + portion.DisseminationControls.Length
                + portion.Sensitivities.Length + portion.LegacyMarkings.Length == 0
            && portion.OriginatorControl == OriginatorControl.None);
        return isNamed || toOrganization || onList || asClient || toPublic;
    }

    Reader ReaderOf(ClaimsPrincipal? principal)
    {
        var subject = principal?.FindFirst(ClaimNames.Subject)?.Value;
        var claimed = principal is null ? [] : TokenClaims.Read(principal)!.Attributes;
        if (_clients.SingleOrDefault(client => client.ClientId == subject) is { } client)
        {
            return client.State == ClientState.Active && client.ExpiresAt > _now && IsInForce(client.OrganizationId)
                && client.Sponsor.Status == PrincipalStatus.Active
                ? ReaderOf(client)
                : Reader.Nobody;
        }

        var person = _people.SingleOrDefault(p => p.Subject is not null && p.Subject == subject);
        if (person is not { Status: PrincipalStatus.Active })
        {
            return Reader.Nobody;
        }

        var roles = principal!.FindAll(ClaimNames.Roles).Select(claim => claim.Value).ToHashSet();
        bool Holds(RoleAssignment role, params PersonRole[] any) =>
            any.Contains(role.Role) && role.StartsOn <= Today && (role.EndsOn is not { } end || end > Today)
            && roles.Contains($"FC:{role.CenterId}:{Screaming(role.Role)}");
        Guid[] home = [.. person.Roles.Where(role => Holds(role, ContentRoles)).Select(role => role.CenterId!.Value)];
        var isStaff = home.Length > 0
            || person.Roles.Any(role =>
                Holds(role, PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel));
        var receives = person.OrganizationId is { } organization ? IsInForce(organization) : isStaff;
        return new Reader
        {
            Home = home,
            Person = receives ? person.Id : null,
            NamedOrganization = receives ? person.OrganizationId : null,
            Lists = receives ? ListsOf(m => m.PersonId == person.Id || IsOf(m, person.OrganizationId)) : [],
            ListsOfProviders = receives ? ListsOfProviders(person.OrganizationId) : [],
            Ceiling = receives || home.Length > 0 ? Tlp.Red : Tlp.Clear,
            Attributes =
            [
                .. person.Attributes
                    .Where(a => a.VerifiedOn <= Today && (a.ExpiresOn is not { } end || end > Today))
                    .Select(a => a.Kind)
                    .Where(kind => claimed.Contains(kind))
                    .Where(kind => kind != AttributeKind.UsPerson || person.Citizenship == CitizenshipClass.UsPerson),
            ],
            IsGovernment = isStaff || GovernmentOf(person.OrganizationId),
        };
    }

    Reader ReaderOf(ServiceClient client) => new()
    {
        Lists =
        [
            .. ListsOf(m => m.ServiceClientId == client.Id || IsOf(m, client.OrganizationId))
                .Intersect(client.Lists.Select(link => link.ListId)),
        ],
        Ceiling = client.TlpCeiling,
        Attributes = [.. client.Attributes],
        IsGovernment = GovernmentOf(client.OrganizationId),
    };

    static string Screaming(PersonRole role) => role switch
    {
        PersonRole.CenterDirector => "CENTER_DIRECTOR",
        PersonRole.PcrclOfficer => "PCRCL_OFFICER",
        PersonRole.LiaisonOfficer => "LIAISON_OFFICER",
        PersonRole.ListManager => "LIST_MANAGER",
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
            .Where(m => m.State == MembershipState.Active && (m.ExpiresAt is not { } end || end > _now) && isMember(m))
            .Select(m => m.ListId)
            .Where(id => _lists.Single(list => list.Id == id).State == DistributionListState.Active),
    ];

    HashSet<Guid> ListsOfProviders(Guid? organization) =>
    [
        .. _clientsOf
            .Where(link => link.ClientId == organization && IsInForce(link.OrganizationId))
            .Where(link => _organizations.Single(o => o.Id == link.OrganizationId).Agreements.Any(agreement =>
                Holds(agreement) && agreement.OnwardSharing is OnwardSharing.ToClients or OnwardSharing.Community))
            .SelectMany(link => ListsOf(m => m.OrganizationId == link.OrganizationId))
            .Where(id => _lists.Single(list => list.Id == id).ClientAudienceId is not null),
    ];

    bool IsInForce(Guid organization) =>
        _organizations.Single(o => o.Id == organization) is { Status: OrganizationStatus.Active } active
        && active.Agreements.Any(Holds);

    bool Holds(SharingAgreement agreement) =>
        agreement.State == AgreementState.Active
        && agreement.EffectiveOn <= Today
        && (agreement.ExpiresOn is not { } end || end > Today);

    sealed record Reader
    {
        public static readonly Reader Nobody = new();

        public IReadOnlyCollection<Guid> Home { get; init; } = [];

        public Guid? Person { get; init; }

        public Guid? NamedOrganization { get; init; }

        public IReadOnlyCollection<Guid> Lists { get; init; } = [];

        public IReadOnlyCollection<Guid> ListsOfProviders { get; init; } = [];

        public Tlp Ceiling { get; init; } = Tlp.Clear;

        public IReadOnlyCollection<AttributeKind> Attributes { get; init; } = [];

        public bool IsGovernment { get; init; }

        public bool Meets(Portion portion)
        {
            bool Has(AttributeKind kind) => Attributes.Contains(kind);
            bool Marked(params CuiCategory[] any) => portion.CuiBasic.Concat(portion.CuiSpecified).Any(any.Contains);
            bool Controlled(LimitedDisseminationControl control) => portion.DisseminationControls.Contains(control);
            bool Sensitive(Sensitivity sensitivity) => portion.Sensitivities.Contains(sensitivity);
            bool Legacy(LegacyMarking marking) => portion.LegacyMarkings.Contains(marking);
            var isLes = Sensitive(Sensitivity.Les) || Legacy(LegacyMarking.Les) || Legacy(LegacyMarking.NofornLes)
                || Marked(CuiCategory.Chri, CuiCategory.Inf, CuiCategory.Wit, CuiCategory.Trace, CuiCategory.Lscrn)
                || portion.CuiSpecified.Any(c => c is CuiCategory.Lei or CuiCategory.Inv or CuiCategory.Juv);
            var isForUsPersons = Controlled(LimitedDisseminationControl.Noforn) || Legacy(LegacyMarking.NofornLes)
                || Controlled(LimitedDisseminationControl.RelTo) || Controlled(LimitedDisseminationControl.DisplayOnly);
            var isPrivileged = Controlled(LimitedDisseminationControl.AttorneyClient)
                || Controlled(LimitedDisseminationControl.AttorneyWp);
            return portion.Tlp <= Ceiling
                && (!isLes || Has(AttributeKind.LawEnforcementOfficer))
                && (!(Sensitive(Sensitivity.Pcii) || Marked(CuiCategory.Pcii)) || Has(AttributeKind.PciiCertified))
                && (!(Legacy(LegacyMarking.Ssi) || Marked(CuiCategory.Ssi)) || Has(AttributeKind.SsiCertified))
                && (!Marked(CuiCategory.Cvi) || Has(AttributeKind.CviCertified))
                && (!Marked(CuiCategory.Ceii) || Has(AttributeKind.CeiiCertified))
                && (!Marked(CuiCategory.Sgi) || Has(AttributeKind.SgiCertified))
                && (!(Sensitive(Sensitivity.Pr) || Marked(CuiCategory.Propin))
                    || Has(AttributeKind.ProprietaryHandling))
                && (!isForUsPersons || Has(AttributeKind.UsPerson))
                && (!Controlled(LimitedDisseminationControl.FedOnly) || Has(AttributeKind.FederalEmployee))
                && (!Controlled(LimitedDisseminationControl.Fedcon)
                    || Has(AttributeKind.FederalEmployee) || Has(AttributeKind.FederalContractor))
                && (!Controlled(LimitedDisseminationControl.Nocon)
                    || (IsGovernment && !Has(AttributeKind.FederalContractor)))
                && (!isPrivileged || Has(AttributeKind.LegalPrivilege));
        }
    }
}
