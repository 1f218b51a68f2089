namespace GraphApi.Distribution.Recalls;

/// <summary>By which means a recipient of a recall gave an answer that staff record for him.</summary>
enum RecallAnswerMeans
{
    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By electronic mail.</summary>
    Email,

    /// <summary>In person.</summary>
    InPerson,

    /// <summary>In writing on paper.</summary>
    Letter,

    /// <summary>In another way: the note says which.</summary>
    Other,
}
