namespace GraphApi.Distribution.Partners;

/// <summary>The type of a fusion liaison officer by FEMA's position qualifications.</summary>
enum FusionLiaisonOfficerType
{
    /// <summary>Type 1.</summary>
    Type1,

    /// <summary>Type 2.</summary>
    Type2,
}
