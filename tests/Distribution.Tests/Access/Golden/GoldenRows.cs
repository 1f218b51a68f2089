using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>The personas of golden-access.md with all that makes them what they are, and their tokens.</summary>
sealed class GoldenRows
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;
    static readonly DateOnly Since = DateOnly.FromDateTime(Now.AddDays(-60));

    static readonly string[] Names =
    [
        "LE", "FI", "HO", "IS", "NU", "SU", "NP", "AH", "AO", "PO", "AD", "AU", "AC", "author", "supervisor",
        "center-administrator", "center-auditor", "LI", "LO",
    ];

    static readonly AttributeKind[] Officer = [AttributeKind.LawEnforcementOfficer, .. Cleared];

    static AttributeKind[] Cleared => [AttributeKind.PciiCertified, AttributeKind.UsPerson];

    readonly RowBatch _rows = new();
    readonly Dictionary<string, List<Claim>> _claims = [];

    /// <summary>The audit case of center 1 that is open to AC.</summary>
    public static Guid Case => Id('g', 1);

    public RowBatch Rows => _rows;

    public static Guid Id(char kind, int number) => new(number, (short)kind, 0, [1, 2, 3, 4, 5, 6, 7, 8]);

    public static Guid Center(int number) => Id('e', number);

    public static Guid Person(string name) => Id('u', Array.IndexOf(Names, name) + 1);

    /// <summary>Whose token a column is for: two of the columns have a person with a name of his own.</summary>
    static string NameOf(string persona) => persona switch
    {
        "AR" => "author",
        "SV" => "supervisor",
        _ => persona,
    };

    /// <summary>A word that stands in one product only.</summary>
    public static string Word(int number) => $"golden{number:D2}";

    /// <summary>The token of a persona; null: nobody.</summary>
    public ClaimsPrincipal? Principal(string persona) => persona == "AN"
        ? null
        : new ClaimsPrincipal(new ClaimsIdentity(_claims[NameOf(persona)], "golden"));

    public static GoldenRows Make()
    {
        var rows = new GoldenRows();
        rows.AddCenter(1);
        rows.AddCenter(2);
        rows.AddOrganization("police", 1, GovernmentLevel.Local);
        rows.AddOrganization("fire", 2, GovernmentLevel.Local);
        rows.AddOrganization("hospital", 3, GovernmentLevel.None);
        rows.AddOrganization("ISAC", 4, GovernmentLevel.None);
        rows.AddOrganization("company", 5, GovernmentLevel.None);
        rows._rows.Add(new OrganizationClient { OrganizationId = Id('n', 4), ClientId = Id('n', 3) });
        rows.AddPartner("LE", 1, Officer);
        rows.AddPartner("FI", 2, Cleared);
        rows.AddPartner("HO", 3, Cleared);
        rows.AddPartner("IS", 4, Cleared);
        rows.AddPartner("NU", 5, [AttributeKind.PciiCertified]);
        rows.AddPartner("SU", 1, Officer, PrincipalStatus.Suspended);
        rows.AddPartner("NP", 2, [AttributeKind.UsPerson]);
        rows.AddStaff("AH", PersonRole.Analyst, 1, "products.read");
        rows.AddStaff("AO", PersonRole.Analyst, 2, "products.read");
        rows.AddStaff("PO", PersonRole.PcrclOfficer, 1, "products.read reviews.write");
        rows.AddStaff("AD", PersonRole.Administrator, null, "products.read admin");
        rows.AddStaff("AU", PersonRole.Auditor, null, "products.read audit.read");
        rows.AddStaff("AC", PersonRole.Auditor, null, "products.read audit.read");
        rows.AddStaff("author", PersonRole.Analyst, 1, "products.read");
        rows.AddStaff("supervisor", PersonRole.Supervisor, 1, "products.read products.write");
        rows.AddStaff("center-administrator", PersonRole.Administrator, 1, "products.read admin");
        rows.AddStaff("center-auditor", PersonRole.Auditor, 1, "products.read audit.read");
        rows.AddPartner("LI", 1, []);
        rows.AddLiaison("LI", LiaisonKind.PartnerLiaison, 1);
        rows.AddStaff("LO", PersonRole.LiaisonOfficer, 1, "products.read");
        rows.AddLiaison("LO", LiaisonKind.FusionLiaisonOfficer, 1);
        var list = rows.AddList();
        rows.AddClient("MG", 2, Tlp.Green, [], list);
        rows.AddClient("MA", 4, Tlp.Amber, [AttributeKind.PciiCertified], list);
        new GoldenProducts(rows._rows, list).Add();
        return rows;
    }

    void AddCenter(int number) => _rows.Add(new FusionCenter
    {
        Id = Center(number),
        Name = $"Exercise Fusion Center {number:D2}",
        ShortName = $"EFC{number:D2}",
        Designation = FusionCenterDesignation.Primary,
        Scope = FusionCenterScope.State,
        MissionScopes = [],
        EngagementLevel = EngagementLevel.Full,
        RedressProcedure = "Write to the office (synthetic).",
        CreatedAt = Now.AddDays(-90),
        UpdatedAt = Now.AddDays(-90),
    });

    void AddOrganization(string name, int number, GovernmentLevel level)
    {
        _rows.Add(new Organization
        {
            Id = Id('n', number),
            LegalName = $"{name} (synthetic)",
            DisplayName = $"{name} (synthetic)",
            Kind = StakeholderKind.Other,
            GovernmentLevel = level,
            Status = OrganizationStatus.Active,
            CreatedAt = Now.AddDays(-90),
            UpdatedAt = Now.AddDays(-90),
        });
        _rows.Add(new SharingAgreement
        {
            Id = Id('m', number),
            OrganizationId = Id('n', number),
            CenterId = Center(1),
            Kind = AgreementKind.Mou,
            State = AgreementState.Active,
            OnwardSharing = OnwardSharing.ToClients,
            EffectiveOn = Since,
            CreatedAt = Now.AddDays(-90),
            UpdatedAt = Now.AddDays(-90),
        });
    }

    void AddPartner(
        string persona,
        int organization,
        AttributeKind[] attributes,
        PrincipalStatus status = PrincipalStatus.Active)
    {
        var isUsPerson = attributes.Contains(AttributeKind.UsPerson);
        AddPerson(persona, Id('n', organization), status, isUsPerson);
        foreach (var kind in attributes)
        {
            _rows.Add(new VerifiedAttribute
            {
                Id = Id('t', (Array.IndexOf(Names, persona) * 100) + (int)kind),
                PersonId = Person(persona),
                Kind = kind,
                VerifiedOn = Since,
                CreatedAt = Now.AddDays(-60),
                UpdatedAt = Now.AddDays(-60),
            });
        }

        Sign(persona, "products.read", "portal", [.. attributes.Select(OfAttribute)]);
    }

    void AddStaff(string persona, PersonRole role, int? center, string scope)
    {
        AddPerson(persona, null, PrincipalStatus.Active, isUsPerson: true);
        _rows.Add(new RoleAssignment
        {
            Id = Id('l', Array.IndexOf(Names, persona)),
            PersonId = Person(persona),
            Role = role,
            CenterId = center is { } number ? Center(number) : null,
            StartsOn = Since,
            CreatedAt = Now.AddDays(-60),
            UpdatedAt = Now.AddDays(-60),
        });
        _rows.Add(new TrainingRecord
        {
            Id = Id('t', Array.IndexOf(Names, persona)),
            PersonId = Person(persona),
            Course = TrainingCourse.PrivacyCivilRightsCivilLiberties,
            CompletedOn = Since,
            ExpiresOn = Since.AddDays(365),
            CreatedAt = Now.AddDays(-60),
            UpdatedAt = Now.AddDays(-60),
        });
        var claim = center is { } at ? $"FC:{Center(at)}:{EnumNames.Of(role)}" : EnumNames.Of(role);
        // Lately signed in with a key in hardware, without which no case opens anything.
        var signedIn = FixedTime.Now.AddMinutes(-1).ToUnixTimeSeconds().ToString(
            System.Globalization.CultureInfo.InvariantCulture);
        Sign(persona, scope, "portal", [
            new Claim(ClaimNames.Roles, claim),
            new Claim(ClaimNames.AuthenticationContext, "phr"),
            new Claim(ClaimNames.AuthenticatedAt, signedIn),
        ]);
    }

    void AddLiaison(string persona, LiaisonKind kind, int organization) => _rows.Add(new LiaisonAssignment
    {
        Id = Id('a', Array.IndexOf(Names, persona)),
        Kind = kind,
        PersonId = Person(persona),
        CenterId = Center(1),
        OrganizationId = Id('n', organization),
        State = LiaisonState.Active,
        StartsOn = Since,
        CreatedAt = Now.AddDays(-60),
        UpdatedAt = Now.AddDays(-60),
    });

    void AddPerson(string persona, Guid? organization, PrincipalStatus status, bool isUsPerson) => _rows.Add(new Person
    {
        Id = Person(persona),
        Subject = persona,
        DisplayName = $"Exercise User {persona}",
        OrganizationId = organization,
        Citizenship = isUsPerson ? CitizenshipClass.UsPerson : CitizenshipClass.NonUs,
        Status = status,
        CreatedAt = Now.AddDays(-90),
        UpdatedAt = Now.AddDays(-90),
    });

    DistributionList AddList()
    {
        var list = new DistributionList
        {
            Id = Id('d', 1),
            Name = "List 1 (synthetic)",
            OwnerId = Center(1),
            Purpose = "Everything (synthetic).",
            Kind = DistributionListKind.Static,
            TlpCeiling = Tlp.Red,
            CeilingSensitivities = [],
            ProductTypes = [],
            JoinPolicy = JoinPolicy.InviteOnly,
            MembershipVisibility = MembershipVisibility.OwnerOnly,
            RecertifyEveryDays = 365,
            State = DistributionListState.Active,
            ClientAudienceId = Id('d', 2),
            CreatedAt = Now.AddDays(-90),
            UpdatedAt = Now.AddDays(-90),
        };
        _rows.Add(list);
        foreach (var organization in new[] { 1, 2, 4, 5 })
        {
            _rows.Add(new ListMembership
            {
                Id = Id('h', organization),
                ListId = list.Id,
                CenterId = list.OwnerId,
                OrganizationId = Id('n', organization),
                Role = MembershipRole.Member,
                State = MembershipState.Active,
                Basis = "Partner (synthetic)",
                RequestedAt = Now.AddDays(-60),
                CreatedAt = Now.AddDays(-60),
                UpdatedAt = Now.AddDays(-60),
            });
        }

        return list;
    }

    void AddClient(string persona, int organization, Tlp ceiling, AttributeKind[] attributes, DistributionList list)
    {
        _rows.Add(new ServiceClient
        {
            Id = Id('k', organization),
            ClientId = persona,
            OrganizationId = Id('n', organization),
            SponsorId = Person("FI"),
            Purpose = "Sync (synthetic)",
            Scopes = ["products.read"],
            TlpCeiling = ceiling,
            Attributes = attributes,
            State = ClientState.Active,
            ExpiresAt = Now.AddDays(60),
            CreatedAt = Now.AddDays(-60),
            UpdatedAt = Now.AddDays(-60),
        });
        _rows.Add(new ServiceClientList { ServiceClientId = Id('k', organization), ListId = list.Id });
        Sign(persona, "products.read", persona, []);
    }

    void Sign(string persona, string scope, string client, Claim[] more) => _claims[persona] =
    [
        new Claim(ClaimNames.Subject, persona),
        new Claim(ClaimNames.ClientId, client),
        new Claim(ClaimNames.Scope, scope),
        .. more,
    ];

    static Claim OfAttribute(AttributeKind kind) => kind switch
    {
        AttributeKind.LawEnforcementOfficer => new Claim(ClaimNames.LawEnforcementOfficer, "true"),
        AttributeKind.PciiCertified => new Claim(ClaimNames.PciiCertification, "true"),
        AttributeKind.UsPerson => new Claim(ClaimNames.Citizenship, "US"),
        _ => new Claim(ClaimNames.Attributes, EnumNames.Of(kind)),
    };
}
