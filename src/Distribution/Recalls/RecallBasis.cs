namespace GraphApi.Distribution.Recalls;

/// <summary>How it is known that a recipient of a recall has what is recalled: the first that holds.</summary>
enum RecallBasis
{
    /// <summary>It was delivered to him.</summary>
    Ledger,

    /// <summary>He could see it when it was recalled.</summary>
    Audience,

    /// <summary>He read it, by whatever right he had then.</summary>
    Read,
}
