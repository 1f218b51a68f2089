namespace GraphApi.Distribution.AccessGrants;

/// <summary>Why content is opened to somebody who has no right to it of his own.</summary>
enum AccessGrantKind
{
    /// <summary>An emergency: an administrator reads one product, for four hours at most.</summary>
    BreakGlass,

    /// <summary>An audit case: an auditor reads one product or one center's products and records.</summary>
    Audit,
}
