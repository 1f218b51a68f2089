namespace GraphApi.Distribution.Partners;

/// <summary>Where an assignment stands.</summary>
enum LiaisonState
{
    /// <summary>Proposed.</summary>
    Nominated,

    /// <summary>Trained, not active yet.</summary>
    Trained,

    /// <summary>In force.</summary>
    Active,

    /// <summary>Over.</summary>
    Ended,
}
