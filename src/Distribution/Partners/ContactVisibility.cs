namespace GraphApi.Distribution.Partners;

/// <summary>Who may know that a person can be reached in a way.</summary>
enum ContactVisibility
{
    /// <summary>The person, and the privacy officers of his centers.</summary>
    Self,

    /// <summary>Besides, the liaison of his organization.</summary>
    Organization,

    /// <summary>Besides, the staff of the centers his organization is a customer of.</summary>
    Centers,
}
