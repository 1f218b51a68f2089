using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Checking;

/// <summary>
/// Numbers the lines of several sources through, so that a place in a tree says which source it is in. Mutable.
/// </summary>
sealed class SourceLines
{
    readonly List<(string Source, int FirstLine)> _sources = [];
    int _next = 1;

    /// <summary>Adds a source and returns the number of its first line.</summary>
    public int Add(DocumentSource source)
    {
        var first = _next;
        _sources.Add((source.Name, first));
        _next += CountLines(source.Text);
        return first;
    }

    /// <summary>The place in the source that the line belongs to.</summary>
    public SourceLocation Find(Location location)
    {
        var (low, high) = (0, _sources.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _sources[middle].FirstLine <= location.Line ? (middle, high) : (low, middle - 1);
        }

        var (source, first) = _sources[low];
        return new SourceLocation(source, location with { Line = location.Line - first + 1 });
    }

    // LineTerminator :: New Line | Carriage Return [lookahead != New Line] | Carriage Return New Line
    static int CountLines(string text)
    {
        var lines = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lines++;
            }
        }

        return lines;
    }
}
