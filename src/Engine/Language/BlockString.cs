namespace GraphApi.Engine.Language;

/// <summary>From the lines of a block string to what it means, and back.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value.Block-Strings"/>
static class BlockString
{
    /// <summary>
    /// What a block string means: the indentation common to all lines but the first, and blank lines at both ends,
    /// removed.
    /// </summary>
    /// <param name="raw">Its text, with <c>\n</c> as the only line terminator.</param>
    /// <seealso href="https://spec.graphql.org/September2025/#BlockStringValue()"/>
    public static string Value(string raw)
    {
        // 1.
        var lines = raw.Split('\n');
        // 2. 3.
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
            {
                commonIndent = Math.Min(commonIndent, indent);
            }
        }

        if (first < 0)
        {
            return string.Empty;
        }

        // 4. The first line keeps its indentation: it starts behind the quotes, not at the margin.
        for (var i = Math.Max(first, 1); i <= last; i++)
        {
            lines[i] = lines[i].Length <= commonIndent ? string.Empty : lines[i][commonIndent..];
        }

        // 5. 6. 7. 8.
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>
    /// A block string that means <paramref name="value"/>, quotes included, without indentation of its own.
    /// </summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var single = lines.Length == 1;

        // A margin that all further lines share would be taken for indentation, had the first line no own line.
        var forceLeadingNewLine = !single && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsInTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var forceTrailingNewLine = (value.EndsWith('"') && !endsInTripleQuotes) || value.EndsWith('\\');
        var multiple = !single || value.Length > 70 || forceTrailingNewLine || endsInTripleQuotes;
        var keepFirstLine = single && value.Length > 0 && IsWhiteSpace(value[0]);
        var leading = (multiple && !keepFirstLine) || forceLeadingNewLine ? "\n" : string.Empty;
        return $"\"\"\"{leading}{escaped}{(multiple ? "\n" : string.Empty)}\"\"\"";
    }

    static int LeadingWhiteSpace(string line)
    {
        var i = 0;
        while (i < line.Length && IsWhiteSpace(line[i]))
        {
            i++;
        }

        return i;
    }

    static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
