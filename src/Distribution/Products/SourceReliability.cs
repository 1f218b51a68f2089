namespace GraphApi.Distribution.Products;

/// <summary>How far a source can be relied on, on the scale from A to F.</summary>
enum SourceReliability
{
    /// <summary>A.</summary>
    CompletelyReliable,

    /// <summary>B.</summary>
    UsuallyReliable,

    /// <summary>C.</summary>
    FairlyReliable,

    /// <summary>D.</summary>
    NotUsuallyReliable,

    /// <summary>E.</summary>
    Unreliable,

    /// <summary>F.</summary>
    CannotBeJudged,
}
