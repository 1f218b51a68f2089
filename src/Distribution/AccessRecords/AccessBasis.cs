namespace GraphApi.Distribution.AccessRecords;

/// <summary>What let a reader have what he read.</summary>
enum AccessBasis
{
    /// <summary>It is approved for release to the public.</summary>
    Public,

    /// <summary>He is staff of the originating center.</summary>
    Home,

    /// <summary>He or his organization is named as a recipient.</summary>
    ExplicitRecipient,

    /// <summary>It was published to a list he is on, by himself or through his organization.</summary>
    List,

    /// <summary>It was published to a list that extends to the clients of an organization on it.</summary>
    ListClients,

    /// <summary>A time-boxed grant of access.</summary>
    Grant,

    /// <summary>Nothing that was found when the record was written: reconciliation looks at these first.</summary>
    Unknown,
}
