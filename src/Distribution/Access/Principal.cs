namespace GraphApi.Distribution.Access;

/// <summary>
/// The sorts of principal that access is described by. One person may be several. They are worked out from the roles
/// that count, and no rule is made of them.
/// </summary>
enum Principal
{
    /// <summary>AN: nobody is signed in, or the one who is has no rights here.</summary>
    Anonymous,

    /// <summary>PU: a person of a partner organization in force.</summary>
    PartnerUser,

    /// <summary>PM: software that acts for a partner organization.</summary>
    MachineClient,

    /// <summary>FA: an analyst of a fusion center.</summary>
    Analyst,

    /// <summary>SV: one who approves and releases: a supervisor, or the director.</summary>
    Supervisor,

    /// <summary>PO: a privacy, civil rights and civil liberties officer.</summary>
    PrivacyOfficer,

    /// <summary>LO: a liaison officer.</summary>
    LiaisonOfficer,

    /// <summary>AD: one who administers accounts and settings, and reads no content.</summary>
    Administrator,

    /// <summary>AU: one who reads records and logs; content only inside an opened audit.</summary>
    Auditor,
}
