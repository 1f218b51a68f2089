namespace GraphApi.Distribution.Access;

/// <summary>
/// What an application was allowed to do for its user, or a machine client for itself: the scopes of its token, one bit
/// each. A scope gives nothing; a missing one takes away what the roles and lists of the principal would give.
/// </summary>
[Flags]
enum Scopes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>products.read</c>: products that are not public.</summary>
    ReadProducts = 1 << 0,

    /// <summary><c>products.write</c>: drafts, approval, publication and recall.</summary>
    WriteProducts = 1 << 1,

    /// <summary><c>reviews.write</c>: privacy reviews.</summary>
    WriteReviews = 1 << 2,

    /// <summary><c>lists.manage</c>: who is on a list, and changing it.</summary>
    ManageLists = 1 << 3,

    /// <summary><c>rfi.write</c>: requests for information.</summary>
    WriteRequests = 1 << 4,

    /// <summary><c>sync.read</c>: every change since a cursor.</summary>
    ReadChanges = 1 << 5,

    /// <summary><c>export.create</c>: exports.</summary>
    CreateExports = 1 << 6,

    /// <summary><c>audit.read</c>: records of who read what.</summary>
    ReadAudit = 1 << 7,

    /// <summary><c>admin</c>: accounts and settings.</summary>
    Administer = 1 << 8,
}
