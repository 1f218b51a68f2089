namespace GraphApi.Distribution.Products;

/// <summary>Where a product stands, seen from outside.</summary>
enum ProductState
{
    /// <summary>Not published yet.</summary>
    InPreparation,

    /// <summary>Published and in force.</summary>
    Current,

    /// <summary>Replaced by another product.</summary>
    SupersededByNewer,

    /// <summary>Must not be used.</summary>
    Recalled,

    /// <summary>Past its validity.</summary>
    Expired,

    /// <summary>Kept for the record.</summary>
    Archived,
}
