namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The answer to an item of a checklist: whether what it says holds.</summary>
enum ChecklistAnswer
{
    /// <summary>It holds.</summary>
    Yes,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>There is nothing in the version that it could be about.</summary>
    NotApplicable,
}
