namespace GraphApi.Distribution.Lists;

/// <summary>Where a membership stands.</summary>
enum MembershipState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Invited, not answered yet.</summary>
    Invited,

    /// <summary>Being vetted.</summary>
    Vetting,

    /// <summary>In force; the only state that gives entitlements.</summary>
    Active,

    /// <summary>Resting.</summary>
    Suspended,

    /// <summary>Ran out.</summary>
    Expired,

    /// <summary>Ended by the center, or by the member while it was suspended.</summary>
    Removed,

    /// <summary>Not granted.</summary>
    Declined,

    /// <summary>Ended by the member while it was in force, or before.</summary>
    Withdrawn,
}
