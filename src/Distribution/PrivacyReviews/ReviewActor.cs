namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Who does something in a review: a part in it or an office at the center that made the version.</summary>
enum ReviewActor
{
    /// <summary>Who wrote the version.</summary>
    Author,

    /// <summary>
    /// Who was made its reviewer: a privacy officer of the center, or a member of its staff with current training whom
    /// an officer or supervisor trusts with it. Never an author.
    /// </summary>
    Reviewer,

    /// <summary>A privacy, civil rights and civil liberties officer of the center.</summary>
    PrivacyOfficer,

    /// <summary>A supervisor of the center.</summary>
    Supervisor,

    /// <summary>A director of the center.</summary>
    Director,

    /// <summary>The director whom an escalation names. Neither an author nor the reviewer.</summary>
    Decider,
}
