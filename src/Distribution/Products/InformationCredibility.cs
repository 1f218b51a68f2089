namespace GraphApi.Distribution.Products;

/// <summary>How far what a source says can be believed, on the scale from 1 to 6.</summary>
enum InformationCredibility
{
    /// <summary>1.</summary>
    Confirmed,

    /// <summary>2.</summary>
    ProbablyTrue,

    /// <summary>3.</summary>
    PossiblyTrue,

    /// <summary>4.</summary>
    Doubtful,

    /// <summary>5.</summary>
    Improbable,

    /// <summary>6.</summary>
    CannotBeJudged,
}
