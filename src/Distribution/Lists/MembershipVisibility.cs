namespace GraphApi.Distribution.Lists;

/// <summary>Who may know the members of a list.</summary>
enum MembershipVisibility
{
    /// <summary>The center that owns it.</summary>
    OwnerOnly,

    /// <summary>Members see which organizations are on it.</summary>
    MembersSeeOrganizations,

    /// <summary>Any vetted partner.</summary>
    Open,
}
