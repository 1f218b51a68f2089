namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What can be done with a review in its life.</summary>
enum ReviewStep
{
    /// <summary>It is asked for, with the version that is given to review.</summary>
    Request,

    /// <summary>Somebody is made its reviewer.</summary>
    Assign,

    /// <summary>The reviewer answers items of the checklist.</summary>
    AnswerChecklist,

    /// <summary>The reviewer finds something.</summary>
    AddFinding,

    /// <summary>An author says what he did about a finding.</summary>
    AnswerFinding,

    /// <summary>The reviewer settles a finding.</summary>
    ResolveFinding,

    /// <summary>The reviewer has no objection.</summary>
    Concur,

    /// <summary>The reviewer has no objection once what he found is settled.</summary>
    ConcurWithChanges,

    /// <summary>The reviewer objects.</summary>
    Nonconcur,

    /// <summary>The reviewer recommends the recall of what is out already.</summary>
    RecommendRecall,

    /// <summary>An objection is put before the director.</summary>
    Escalate,

    /// <summary>The director decides on an objection.</summary>
    Decide,

    /// <summary>The version changed, or is given up; the review counts no more.</summary>
    Void,
}
