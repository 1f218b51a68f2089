namespace GraphApi.Distribution.Products;

/// <summary>What can be done with a version in its life.</summary>
enum VersionStep
{
    /// <summary>It is begun.</summary>
    Create,

    /// <summary>Its text, markings or audience are worked on.</summary>
    Revise,

    /// <summary>It is given to review for the first time.</summary>
    SubmitForReview,

    /// <summary>A reviewer or supervisor asks for changes.</summary>
    RequestChanges,

    /// <summary>It is given to review again.</summary>
    Resubmit,

    /// <summary>It may be released.</summary>
    Approve,

    /// <summary>The time of its release is set.</summary>
    Schedule,

    /// <summary>It is released.</summary>
    Publish,

    /// <summary>It is released before its review, for imminent danger to life or property.</summary>
    ReleaseInEmergency,

    /// <summary>It is taken back into work; what was reviewed counts no more.</summary>
    Reopen,

    /// <summary>It is given up.</summary>
    Cancel,

    /// <summary>A newer version takes its place.</summary>
    Supersede,

    /// <summary>It must not be used any more.</summary>
    Recall,

    /// <summary>Its time is over.</summary>
    Expire,

    /// <summary>It is valid again, or longer.</summary>
    Renew,
}
