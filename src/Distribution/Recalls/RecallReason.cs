namespace GraphApi.Distribution.Recalls;

/// <summary>Why something is recalled or corrected.</summary>
enum RecallReason
{
    /// <summary>What it says is wrong.</summary>
    FactualError,

    /// <summary>A source took back what it had said.</summary>
    SourceRetracted,

    /// <summary>It was marked wrongly.</summary>
    MarkingError,

    /// <summary>It went to somebody who should not have it.</summary>
    OverDissemination,

    /// <summary>It touches privacy, civil rights or civil liberties.</summary>
    PrivacyOrCivilLiberties,

    /// <summary>A court or an authority ordered it.</summary>
    LegalOrder,

    /// <summary>Whose information it is asked for it.</summary>
    OriginatorRequest,

    /// <summary>It was released twice.</summary>
    Duplicate,

    /// <summary>It was not to be released.</summary>
    IssuedInError,

    /// <summary>Made for an exercise, it was taken for real.</summary>
    ExerciseLeakedAsReal,
}
