namespace GraphApi.Distribution.Lists;

/// <summary>What a member is on a list.</summary>
enum MembershipRole
{
    /// <summary>Receives.</summary>
    Member,

    /// <summary>Receives, and manages the members; named by the center, not by another manager of the list.</summary>
    Manager,

    /// <summary>Receives, and takes no part.</summary>
    Observer,
}
