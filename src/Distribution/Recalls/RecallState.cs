namespace GraphApi.Distribution.Recalls;

/// <summary>Where a notice stands.</summary>
enum RecallState
{
    /// <summary>Answers are waited for.</summary>
    Open,

    /// <summary>Nothing more is expected.</summary>
    Closed,
}
