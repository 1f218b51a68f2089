namespace GraphApi.Distribution.Centers;

/// <summary>Which hazards something is about.</summary>
enum HazardScope
{
    /// <summary>Crime of any kind.</summary>
    AllCrimes,

    /// <summary>Hazards of any kind.</summary>
    AllHazards,

    /// <summary>Terrorism.</summary>
    Terrorism,

    /// <summary>Hazards of nature.</summary>
    NaturalHazard,

    /// <summary>Hazards made by people.</summary>
    ManMadeHazard,
}
