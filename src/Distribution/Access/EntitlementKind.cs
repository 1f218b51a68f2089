namespace GraphApi.Distribution.Access;

/// <summary>Why an audience may have a version.</summary>
enum EntitlementKind
{
    /// <summary>It was published to the distribution list.</summary>
    List,

    /// <summary>It was published to a list that its member organizations extend to their clients.</summary>
    ListClients,

    /// <summary>The person or organization was named as a recipient.</summary>
    ExplicitRecipient,

    /// <summary>It was approved for release to the public.</summary>
    Public,

    /// <summary>The center is its originator.</summary>
    Home,

    /// <summary>An access grant opens it to one person for a time.</summary>
    Grant,

    /// <summary>The version is not released, and the audience works on it: its authors, or an office over it.</summary>
    Draft,
}
