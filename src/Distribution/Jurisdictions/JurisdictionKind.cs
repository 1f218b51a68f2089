namespace GraphApi.Distribution.Jurisdictions;

/// <summary>What kind of jurisdiction it is.</summary>
enum JurisdictionKind
{
    /// <summary>One of the fifty states.</summary>
    State,

    /// <summary>The District of Columbia.</summary>
    District,

    /// <summary>A territory.</summary>
    Territory,
}
