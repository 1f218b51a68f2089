namespace GraphApi.Distribution.Access;

/// <summary>
/// A principal of one of the nine kinds with no more than its kind has, and an application that may ask for all of it,
/// for showing what the kind can read at all. It is nobody, and no request has its rights.
/// </summary>
/// <param name="Code">The short name of the kind.</param>
/// <param name="Name">The kind.</param>
/// <param name="Viewer">The principal.</param>
sealed record Exemplar(string Code, string Name, Viewer Viewer)
{
    /// <summary>What the kind's applications may ask for at most.</summary>
    const Scopes EveryScope = ~Scopes.None;

    static readonly Guid Somewhere = new("00000000-0000-4000-8000-00000000e001");

    /// <summary>The nine kinds, from the widest to the most special.</summary>
    public static IReadOnlyList<Exemplar> All { get; } =
    [
        new("AN", "Anonymous: nobody is signed in", Viewer.Anonymous(DateTime.UnixEpoch)),
        new("PU", "Partner user: a person of an active organization", Partner),
        new("PM", "Partner machine client: software that acts for an organization", Client),
        new("FA", "Fusion-center analyst", Staff(PersonRole.Analyst, isHome: true, overseesLists: false)),
        new("SV", "Supervisor or director", Staff(PersonRole.Supervisor, isHome: true, overseesLists: true) with
        {
            Roles = [(PersonRole.Supervisor, Somewhere), (PersonRole.CenterDirector, Somewhere)],
        }),
        new("PO", "Privacy officer (P/CRCL)", Staff(PersonRole.PcrclOfficer, isHome: true, overseesLists: true)),
        new("LO", "Liaison officer", Staff(PersonRole.LiaisonOfficer, isHome: false, overseesLists: false)),
        new("AD", "Administrator", Steward(PersonRole.Administrator) with { IsAdministrator = true }),
        new("AU", "Auditor", Steward(PersonRole.Auditor) with { IsAuditor = true }),
    ];

    static Viewer Partner => new()
    {
        Kind = PrincipalKind.Person,
        Scopes = EveryScope,
        PersonId = Somewhere,
        OrganizationId = Somewhere,
        Roles = [(PersonRole.PartnerUser, Guid.Empty)],
        AudienceIds = [Audience.Public, Somewhere],
        ListIds = [Somewhere],
        DirectoryCenterIds = [Somewhere],
        IsOrganizationLiaison = true,
        Holds = Requirement.AnyTlp,
        Now = DateTime.UnixEpoch,
    };

    static Viewer Client => new()
    {
        Kind = PrincipalKind.ServiceClient,
        Scopes = Scopes.ReadProducts | Scopes.ReadChanges,
        ServiceClientId = Somewhere,
        OrganizationId = Somewhere,
        AudienceIds = [Audience.Public, Somewhere],
        ListIds = [Somewhere],
        Holds = Requirement.TlpGreen,
        Now = DateTime.UnixEpoch,
    };

    static Viewer Staff(PersonRole role, bool isHome, bool overseesLists) => new()
    {
        Kind = PrincipalKind.Person,
        Scopes = EveryScope,
        PersonId = Somewhere,
        Roles = [(role, Somewhere)],
        AudienceIds = [Audience.Public, Somewhere],
        HomeCenterIds = isHome ? [Somewhere] : [],
        OversightCenterIds = isHome && overseesLists ? [Somewhere] : [],
        SupervisedCenterIds = role == PersonRole.Supervisor ? [Somewhere] : [],
        PrivacyCenterIds = role == PersonRole.PcrclOfficer ? [Somewhere] : [],
        AssignedOrganizationIds = role == PersonRole.LiaisonOfficer ? [Somewhere] : [],
        LiaisonCenterIds = role == PersonRole.LiaisonOfficer ? [Somewhere] : [],
        StaffCenterIds = [Somewhere],
        MembershipCenterIds = overseesLists ? [Somewhere] : [],
        Holds = Requirement.AnyTlp,
        Now = DateTime.UnixEpoch,
    };

    static Viewer Steward(PersonRole role) => new()
    {
        Kind = PrincipalKind.Person,
        Scopes = EveryScope,
        PersonId = Somewhere,
        Roles = [(role, Guid.Empty)],
        AudienceIds = [Audience.Public],
        Now = DateTime.UnixEpoch,
    };
}
