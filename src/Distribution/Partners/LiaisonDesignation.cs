namespace GraphApi.Distribution.Partners;

/// <summary>What a partner says of a liaison to the center.</summary>
enum LiaisonDesignation
{
    /// <summary>It has named one.</summary>
    Designated,

    /// <summary>It is willing to name one.</summary>
    Willing,

    /// <summary>It names none.</summary>
    No,
}
