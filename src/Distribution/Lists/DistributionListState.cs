namespace GraphApi.Distribution.Lists;

/// <summary>Whether a list is in use.</summary>
enum DistributionListState
{
    /// <summary>In use; the only state that gives entitlements.</summary>
    Active,

    /// <summary>Not in use for now.</summary>
    Suspended,

    /// <summary>Over.</summary>
    Archived,
}
