namespace GraphApi.Distribution.Drafting;

/// <summary>What can be wrong with a draft.</summary>
enum DraftProblemCode
{
    /// <summary>A text carries the marking of classified information.</summary>
    ClassifiedMarking,

    /// <summary>A marking contradicts itself, or lacks what it needs.</summary>
    MarkingInvalid,

    /// <summary>A text carries a marking that is not its portion's or the whole's.</summary>
    BannerMismatch,

    /// <summary>A source is not rated.</summary>
    SourceUnrated,

    /// <summary>Indicators are listed without the statement that behavior, not identity, counts.</summary>
    BehaviorStatementMissing,

    /// <summary>It is meant for nobody.</summary>
    AudienceEmpty,
}
