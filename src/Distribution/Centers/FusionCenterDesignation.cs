namespace GraphApi.Distribution.Centers;

/// <summary>How the federal government designates a center.</summary>
enum FusionCenterDesignation
{
    /// <summary>The statewide or territory-wide center its governor designated.</summary>
    Primary,

    /// <summary>A further center, usually of a major urban area.</summary>
    Recognized,
}
