namespace GraphApi.Distribution.Import;

/// <summary>What the import of one file came to.</summary>
/// <param name="File">The file.</param>
/// <param name="IsImported">
/// Whether it is in the database now; false where any line was refused, and then nothing of it is.
/// </param>
/// <param name="Added">How many of each kind were added; empty where it was not imported.</param>
/// <param name="Unchanged">Lines that an earlier import brought already, with the same content.</param>
/// <param name="Problems">The first problems, a hundred at most.</param>
/// <param name="ProblemCount">How many problems there are in all.</param>
public sealed record ImportResult(
    string File,
    bool IsImported,
    IReadOnlyDictionary<string, long> Added,
    long Unchanged,
    IReadOnlyList<ImportProblem> Problems,
    long ProblemCount);
