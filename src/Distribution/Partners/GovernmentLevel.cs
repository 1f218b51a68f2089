namespace GraphApi.Distribution.Partners;

/// <summary>The level of government an organization belongs to.</summary>
enum GovernmentLevel
{
    /// <summary>Federal.</summary>
    Federal,

    /// <summary>State.</summary>
    State,

    /// <summary>Local.</summary>
    Local,

    /// <summary>Tribal.</summary>
    Tribal,

    /// <summary>Territorial.</summary>
    Territorial,

    /// <summary>Not government.</summary>
    None,
}
