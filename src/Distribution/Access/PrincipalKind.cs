namespace GraphApi.Distribution.Access;

/// <summary>What stands behind a request.</summary>
enum PrincipalKind
{
    /// <summary>Nobody is signed in, or the one who is has no rights here.</summary>
    Anonymous,

    /// <summary>A person: a partner user or staff of a center.</summary>
    Person,

    /// <summary>Software that acts for an organization.</summary>
    ServiceClient,
}
