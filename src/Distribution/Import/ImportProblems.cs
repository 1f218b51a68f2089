namespace GraphApi.Distribution.Import;

/// <summary>Collects the problems of one file: the first hundred in full, of the others the number. Mutable.</summary>
sealed class ImportProblems(string file)
{
    /// <summary>How many problems of a file are kept in full.</summary>
    public const int Kept = 100;

    readonly List<ImportProblem> _first = [];

    /// <summary>The first <see cref="Kept"/> problems, in the order they were found.</summary>
    public IReadOnlyList<ImportProblem> First => _first;

    /// <summary>How many problems there are in all.</summary>
    public long Count { get; private set; }

    /// <summary>Takes in one problem.</summary>
    public void Add(long line, string field, string reason)
    {
        Count++;
        if (_first.Count < Kept)
        {
            _first.Add(new ImportProblem(file, line, field, reason));
        }
    }
}
