namespace GraphApi.Distribution.Products;

/// <summary>What a version changes against the one before it.</summary>
enum ChangeKind
{
    /// <summary>The first version.</summary>
    Initial,

    /// <summary>Form only.</summary>
    Administrative,

    /// <summary>What it says.</summary>
    Substantive,

    /// <summary>Something was taken out.</summary>
    Redaction,

    /// <summary>Markings only.</summary>
    Remarking,
}
