namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What a review came to.</summary>
enum ReviewOutcome
{
    /// <summary>No objection.</summary>
    Concur,

    /// <summary>No objection once the changes are made.</summary>
    ConcurWithChanges,

    /// <summary>Objection.</summary>
    Nonconcur,

    /// <summary>No objection, after escalation.</summary>
    ResolvedConcur,

    /// <summary>Objection, after escalation.</summary>
    ResolvedNonconcur,

    /// <summary>Released already; recall is recommended.</summary>
    RecallRecommended,
}
