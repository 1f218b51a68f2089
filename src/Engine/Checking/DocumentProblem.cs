using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Checking;

/// <summary>One thing that is wrong with the documents of a client, or will be.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">What is wrong, as the server words it.</param>
/// <param name="Locations">Where; at least one.</param>
public sealed record DocumentProblem(ProblemKind Kind, string Message, IReadOnlyList<SourceLocation> Locations)
{
    /// <summary>How bad it is.</summary>
    public ProblemSeverity Severity => Kind is ProblemKind.Deprecation or ProblemKind.UnusedFragment
        ? ProblemSeverity.Warning
        : ProblemSeverity.Error;
}
