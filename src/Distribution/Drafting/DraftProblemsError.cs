namespace GraphApi.Distribution.Drafting;

/// <summary>A draft cannot be taken as it is.</summary>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Message">The message for the client.</param>
sealed record DraftProblemsError(IReadOnlyList<DraftProblem> Problems, string Message)
{
    /// <summary>For what was found; null: nothing was.</summary>
    public static DraftProblemsError? Of(IReadOnlyList<DraftProblem> problems) => problems.Count == 0
        ? null
        : new DraftProblemsError(
            problems,
            problems.Count == 1
                ? "The draft has a problem that has to be solved first."
                : $"The draft has {problems.Count} problems that have to be solved first.");
}
