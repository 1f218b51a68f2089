using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>Who a principal is to the <see cref="Oracle"/>, and what that gives.</summary>
sealed record OracleReader
{
    public static readonly OracleReader Nobody = new();

    /// <summary>The centers whose content the principal sees as its staff.</summary>
    public IReadOnlyCollection<Guid> Home { get; init; } = [];

    /// <summary>The person, where he receives what is addressed to him.</summary>
    public Guid? Person { get; init; }

    /// <summary>The organization, where what names it reaches the principal.</summary>
    public Guid? NamedOrganization { get; init; }

    public IReadOnlyCollection<Guid> Lists { get; init; } = [];

    public IReadOnlyCollection<Guid> ListsOfProviders { get; init; } = [];

    public Tlp Ceiling { get; init; } = Tlp.Clear;

    public IReadOnlyCollection<AttributeKind> Attributes { get; init; } = [];

    public bool IsGovernment { get; init; }

    /// <summary>Recorded as a contractor, whether the token says so or not: this one takes something away.</summary>
    public bool IsContractor { get; init; }

    /// <summary>The person, where somebody with rights is one; whether or not he receives anything.</summary>
    public Guid? Self { get; init; }

    /// <summary>The machine client, where it has rights.</summary>
    public Guid? Client { get; init; }

    /// <summary>The person who can sign in, with rights or without: what was recalled from him he is told.</summary>
    public Guid? RecallPerson { get; init; }

    /// <summary>The machine client that can sign in, as <see cref="RecallPerson"/>.</summary>
    public Guid? RecallClient { get; init; }

    /// <summary>The organization of the person who can sign in, in force or not.</summary>
    public Guid? RecallEmployer { get; init; }

    /// <summary>The organization in force that the principal belongs to or acts for.</summary>
    public Guid? Organization { get; init; }

    /// <summary>The centers where the principal holds any role of staff.</summary>
    public IReadOnlyCollection<Guid> StaffCenters { get; init; } = [];

    /// <summary>The centers whose liaison officer the principal is.</summary>
    public IReadOnlyCollection<Guid> LiaisonCenters { get; init; } = [];

    /// <summary>The centers where the principal supervises, directs or reviews.</summary>
    public IReadOnlyCollection<Guid> OversightCenters { get; init; } = [];

    /// <summary>The centers the principal supervises or directs.</summary>
    public IReadOnlyCollection<Guid> SupervisedCenters { get; init; } = [];

    /// <summary>The centers whose privacy officer the principal is.</summary>
    public IReadOnlyCollection<Guid> PrivacyCenters { get; init; } = [];

    /// <summary>The organizations the principal, a liaison officer, is assigned to by name.</summary>
    public IReadOnlyCollection<Guid> AssignedOrganizations { get; init; } = [];

    /// <summary>The centers to all of whose organizations the principal, a liaison officer, is assigned.</summary>
    public IReadOnlyCollection<Guid> AssignedCenters { get; init; } = [];

    /// <summary>The centers where the principal may know who is on the lists.</summary>
    public IReadOnlyCollection<Guid> MembershipCenters { get; init; } = [];

    /// <summary>Whether the token lets who is on a list be asked.</summary>
    public bool ManagesLists { get; init; }

    /// <summary>The centers whose directory the principal's organization takes part in.</summary>
    public IReadOnlyCollection<Guid> DirectoryCenters { get; init; } = [];

    /// <summary>The lists the principal manages.</summary>
    public IReadOnlyCollection<Guid> ManagedLists { get; init; } = [];

    public bool IsAdministrator { get; init; }

    public bool IsAuditor { get; init; }

    /// <summary>The organization that the principal is the liaison of, which is his own.</summary>
    public Guid? LiaisonOrganization { get; init; }

    /// <summary>Whether the principal is a person of a partner organization in force.</summary>
    public bool IsPartnerPerson => Self is not null && Organization is not null;

    public bool IsStaff => StaffCenters.Count > 0;

    /// <summary>Administers or audits the network: directories, no content.</summary>
    public bool IsSteward => IsAdministrator || IsAuditor;

    /// <summary>Whether each control of a portion's marking lets the principal read it.</summary>
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
                || (IsGovernment && !IsContractor))
            && (!isPrivileged || Has(AttributeKind.LegalPrivilege));
    }
}
