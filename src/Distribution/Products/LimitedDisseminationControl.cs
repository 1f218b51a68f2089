namespace GraphApi.Distribution.Products;

/// <summary>
/// The limited dissemination controls of the CUI registry. Only the designating agency applies them.
/// </summary>
enum LimitedDisseminationControl
{
    /// <summary>NOFORN. Not to foreign nationals.</summary>
    Noforn,

    /// <summary>FED ONLY. Federal employees.</summary>
    FedOnly,

    /// <summary>FEDCON. Federal employees and contractors.</summary>
    Fedcon,

    /// <summary>NOCON. Not to contractors.</summary>
    Nocon,

    /// <summary>DL ONLY. Only the named lists; it supersedes the other controls.</summary>
    DlOnly,

    /// <summary>RELIDO. Release decided by a disclosure official.</summary>
    Relido,

    /// <summary>REL TO. The listed countries.</summary>
    RelTo,

    /// <summary>DISPLAY ONLY. Shown to the listed countries, not handed over.</summary>
    DisplayOnly,

    /// <summary>Attorney-client privilege.</summary>
    AttorneyClient,

    /// <summary>Attorney work product.</summary>
    AttorneyWp,
}
