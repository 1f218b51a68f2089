namespace GraphApi.Distribution.Lists;

/// <summary>How a list gets its members.</summary>
enum DistributionListKind
{
    /// <summary>Chosen one by one.</summary>
    Static,

    /// <summary>By a rule.</summary>
    RuleBased,

    /// <summary>For an event; it ends with it.</summary>
    Event,

    /// <summary>For one occasion.</summary>
    AdHoc,
}
