namespace GraphApi.Distribution.Access;

/// <summary>What somebody may do.</summary>
enum PersonRole
{
    /// <summary>A user of a partner organization.</summary>
    PartnerUser,

    /// <summary>Writes products of a center.</summary>
    Analyst,

    /// <summary>Approves and releases products of a center.</summary>
    Supervisor,

    /// <summary>Directs a center.</summary>
    CenterDirector,

    /// <summary>Reviews privacy, civil rights and civil liberties for a center.</summary>
    PcrclOfficer,

    /// <summary>Bridges a center and its partners.</summary>
    LiaisonOfficer,

    /// <summary>Manages distribution lists of a center.</summary>
    ListManager,

    /// <summary>A subject-matter expert.</summary>
    Sme,

    /// <summary>Manages accounts and settings; reads no content.</summary>
    Administrator,

    /// <summary>Reads records; content only inside an opened audit.</summary>
    Auditor,

    /// <summary>A security liaison.</summary>
    SecurityLiaison,

    /// <summary>Legal counsel.</summary>
    LegalCounsel,
}
