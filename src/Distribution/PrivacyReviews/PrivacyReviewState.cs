namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Where a review stands.</summary>
enum PrivacyReviewState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Somebody has it.</summary>
    Assigned,

    /// <summary>Under way.</summary>
    InReview,

    /// <summary>Signed with an outcome.</summary>
    Completed,

    /// <summary>Under decision after nonconcurrence.</summary>
    Escalated,

    /// <summary>Decided after escalation.</summary>
    Resolved,

    /// <summary>The version changed; it counts no more.</summary>
    Voided,
}
