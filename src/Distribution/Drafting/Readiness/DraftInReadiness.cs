using GraphApi.Distribution.Drafting.Scanning;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>A draft as the rules look at it.</summary>
/// <param name="Content">What it says.</param>
/// <param name="AnalystNotes">What its analysts wrote down for themselves; null: nothing.</param>
/// <param name="HasAudience">Whether a list or a recipient is named.</param>
sealed record DraftInReadiness(DraftContent Content, string? AnalystNotes, bool HasAudience)
{
    /// <summary>A problem of a portion.</summary>
    public DraftProblem ProblemOf(DraftProblemCode code, int portion, TextSpan? span, string message) =>
        new(code, Content.Portions[portion].Key, portion, span?.Start, span?.Length, message);

    /// <summary>A problem of the whole.</summary>
    public static DraftProblem ProblemOf(DraftProblemCode code, string message) =>
        new(code, PortionKey: null, PortionIndex: null, Start: null, Length: null, message);
}
