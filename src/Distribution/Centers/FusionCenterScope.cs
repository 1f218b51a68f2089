namespace GraphApi.Distribution.Centers;

/// <summary>What kind of area a center serves.</summary>
enum FusionCenterScope
{
    /// <summary>A state.</summary>
    State,

    /// <summary>A major urban area.</summary>
    MajorUrbanArea,

    /// <summary>A territory or the District of Columbia.</summary>
    Territory,
}
