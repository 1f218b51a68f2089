namespace GraphApi.Distribution.Explanations;

/// <summary>What a predicate of an access decision is about.</summary>
enum AccessPredicateKind
{
    /// <summary>The principal may act: an active person, a machine client in force.</summary>
    PrincipalActive,

    /// <summary>Its organization is active.</summary>
    OrganizationActive,

    /// <summary>Its organization has an agreement in force.</summary>
    AgreementValid,

    /// <summary>The product has a version that was released.</summary>
    Published,

    /// <summary>It receives from a list the version was published to.</summary>
    ListMembership,

    /// <summary>The publication names it, or its organization.</summary>
    ExplicitRecipient,

    /// <summary>It is on the staff of the center that made the product, or audits it.</summary>
    HomeCenter,

    /// <summary>An access grant opens the product to it.</summary>
    AccessGrant,

    /// <summary>The version was released to the public.</summary>
    PublicRelease,

    /// <summary>The time of release has come.</summary>
    ReleaseTime,

    /// <summary>The version is still valid.</summary>
    Validity,

    /// <summary>It may receive products of this type: a machine client may be limited to some.</summary>
    ProductType,

    /// <summary>It may receive the version's TLP.</summary>
    Tlp,

    /// <summary>It meets a limited dissemination control or a condition on persons.</summary>
    DisseminationControl,

    /// <summary>It meets what a sensitivity or category of information asks for.</summary>
    Sensitivity,

    /// <summary>It meets what the marking asks of persons, which is not told one by one but to an audit.</summary>
    Marking,
}
