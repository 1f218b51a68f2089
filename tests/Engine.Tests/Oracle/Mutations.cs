using System.Text.RegularExpressions;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Documents with one thing changed.</summary>
static partial class Mutations
{
    /// <summary>The tokens of a document, each with the ignored characters behind it: together, the document.</summary>
    public static List<string> Tokens(string document) =>
        [.. Token().Matches(document).Select(match => match.Value)];

    [GeneratedRegex("""
        ("{3}(\\"{3}|[^"]|"(?!""))*"{3}|"(\\.|[^"\\\n])*"|[_A-Za-z]\w*|-?\d[\d.eE+-]*|\.{3}|\#[^\n]*|.)[\s,]*
        """, RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
