namespace GraphApi.Engine.Checking;

/// <summary>A place in one of several sources.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
public readonly record struct SourceLocation(string Source, int Line, int Column)
{
    /// <summary>As compilers write it: <c>name:line:column</c>.</summary>
    public override string ToString() => $"{Source}:{Line}:{Column}";
}
