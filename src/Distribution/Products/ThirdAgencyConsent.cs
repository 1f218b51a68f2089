namespace GraphApi.Distribution.Products;

/// <summary>Whether the agency a source belongs to let its information be passed on.</summary>
enum ThirdAgencyConsent
{
    /// <summary>The information is of no third agency.</summary>
    NotNeeded,

    /// <summary>Asked for, not answered.</summary>
    Requested,

    /// <summary>Given.</summary>
    Given,

    /// <summary>Refused.</summary>
    Refused,
}
