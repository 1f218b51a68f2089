namespace GraphApi.Distribution.Import;

/// <summary>Why a line of an import file was refused.</summary>
/// <param name="File">The file as it was named to the importer.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Field">
/// The field by its path, such as "portions[1].marking.tlp"; empty where the whole line is meant.
/// </param>
/// <param name="Reason">What is wrong and what would be right, as one sentence without a full stop.</param>
public sealed record ImportProblem(string File, long Line, string Field, string Reason)
{
    /// <summary>The problem as <c>file:line: field: reason</c>.</summary>
    public override string ToString() =>
        Field.Length == 0 ? $"{File}:{Line}: {Reason}" : $"{File}:{Line}: {Field}: {Reason}";
}
