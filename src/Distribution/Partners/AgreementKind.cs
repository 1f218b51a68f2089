namespace GraphApi.Distribution.Partners;

/// <summary>What was agreed.</summary>
enum AgreementKind
{
    /// <summary>A memorandum of understanding.</summary>
    Mou,

    /// <summary>A nondisclosure agreement.</summary>
    Nda,

    /// <summary>Rules of behavior.</summary>
    RulesOfBehavior,

    /// <summary>Access to protected critical infrastructure information.</summary>
    PciiAccess,

    /// <summary>A liaison agreement.</summary>
    LiaisonAgreement,

    /// <summary>An agreement between agencies.</summary>
    InteragencyAgreement,
}
