namespace GraphApi.Distribution.Partners;

/// <summary>Whether a person may act.</summary>
enum PrincipalStatus
{
    /// <summary>May act.</summary>
    Active,

    /// <summary>May not act for now.</summary>
    Suspended,

    /// <summary>Left the organization.</summary>
    Left,
}
