using System.Text;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Writes a schema as SDL: what the specification defines is left out, directives stand first, and types follow in the
/// order of the source. A schema built of the text is printed equal.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public static class SchemaPrinter
{
    /// <summary>The SDL of a schema, with a line terminator at the end.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="includeInternal">
    /// Whether directives that are internal, and what only they need, are printed too. Default: false, what clients are
    /// shown.
    /// </param>
    public static string Print(Schema schema, bool includeInternal = false)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var document = new SchemaDocument(schema, includeInternal ? [] : ClientView.Hidden(schema));
        return SetApart(Printer.Print(document.Whole()));
    }

    /// <summary>
    /// The SDL of one type as clients see it, with a line terminator at the end; null where they see no such type.
    /// </summary>
    public static string? PrintType(Schema schema, string name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.ClientTypesByName.GetValueOrDefault(name) is { } type
            ? SetApart(Printer.Print(new SchemaDocument(schema, ClientView.Hidden(schema)).Of(type)))
            : null;
    }

    // A blank line before a member that is described, and none that holds spaces: the printer of trees does neither.
    static string SetApart(string sdl)
    {
        var text = new StringBuilder(sdl.Length * 9 / 8);
        var isInDescription = false;
        var opensBlock = true;
        foreach (var line in sdl.Split('\n'))
        {
            var trimmed = line.TrimStart(' ');
            if (!isInDescription && !opensBlock && trimmed.Length < line.Length && trimmed.StartsWith('"'))
            {
                text.Append('\n');
            }

            text.Append(trimmed.Length == 0 ? trimmed : line).Append('\n');
            isInDescription = isInDescription
                ? !EndsDescription(trimmed)
                : trimmed.StartsWith("\"\"\"", StringComparison.Ordinal)
                    && (trimmed.Length < 6 || !EndsDescription(trimmed));
            opensBlock = !isInDescription && line is [.., '{' or '('];
        }

        return text.ToString();
    }

    static bool EndsDescription(string line) =>
        line.EndsWith("\"\"\"", StringComparison.Ordinal) && !line.EndsWith("\\\"\"\"", StringComparison.Ordinal);
}
