namespace GraphApi.Distribution.Access;

/// <summary>
/// What a marking asks of a reader, one bit each. A reader may see what is marked where he holds every bit it requires:
/// requirements are combined, never ordered. The numbers are stored: append, never renumber.
/// </summary>
[Flags]
enum Requirement : long
{
    /// <summary>Nothing: anyone the publication reaches.</summary>
    None = 0,

    /// <summary>TLP:GREEN and narrower.</summary>
    TlpGreen = 1L << 0,

    /// <summary>TLP:AMBER and narrower.</summary>
    TlpAmber = 1L << 1,

    /// <summary>TLP:AMBER+STRICT and narrower.</summary>
    TlpAmberStrict = 1L << 2,

    /// <summary>TLP:RED.</summary>
    TlpRed = 1L << 3,

    /// <summary>Law enforcement sensitive: a sworn law enforcement officer.</summary>
    LawEnforcement = 1L << 4,

    /// <summary>Protected critical infrastructure information: certified for it.</summary>
    Pcii = 1L << 5,

    /// <summary>Sensitive security information: cleared for it.</summary>
    Ssi = 1L << 6,

    /// <summary>Chemical-terrorism vulnerability information: trained for it.</summary>
    Cvi = 1L << 7,

    /// <summary>Critical energy infrastructure information: cleared for it.</summary>
    Ceii = 1L << 8,

    /// <summary>Safeguards information: cleared for it.</summary>
    Sgi = 1L << 9,

    /// <summary>NOFORN, REL TO, DISPLAY ONLY: a United States person.</summary>
    UsPerson = 1L << 10,

    /// <summary>FED ONLY: an employee of the federal government.</summary>
    FederalEmployee = 1L << 11,

    /// <summary>FEDCON: an employee or contractor of the federal government.</summary>
    FederalOrContractor = 1L << 12,

    /// <summary>NOCON: not a contractor of the federal government.</summary>
    NotContractor = 1L << 13,

    /// <summary>Proprietary information: bound to protect it.</summary>
    Proprietary = 1L << 14,

    /// <summary>Attorney-client and attorney work product: inside the privilege.</summary>
    LegalPrivilege = 1L << 15,

    /// <summary>All of TLP.</summary>
    AnyTlp = TlpGreen | TlpAmber | TlpAmberStrict | TlpRed,
}
