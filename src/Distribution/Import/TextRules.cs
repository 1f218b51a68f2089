namespace GraphApi.Distribution.Import;

/// <summary>What texts of import lines must be like.</summary>
static class TextRules
{
    /// <summary>
    /// What is wrong with a text; null where nothing is. Line breaks and tabs are allowed in texts of several lines
    /// alone.
    /// </summary>
    public static string? Fault(string text, int maxLength, bool multiline) =>
        string.IsNullOrWhiteSpace(text) ? "is empty"
        : text.Length > maxLength ? $"has {text.Length} characters; {maxLength} are allowed"
        : text.Any(character => char.IsControl(character) && !(multiline && character is '\n' or '\t'))
            ? "has control characters"
        : char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "begins or ends with a blank"
        : null;

    /// <summary>Whether the text of a moment says its offset from UTC.</summary>
    public static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 19 && text.IndexOfAny(['+', '-'], 19) > 0);

    /// <summary>
    /// Our name of a traffic light: as it is printed (AMBER+STRICT), and WHITE of version 1 for CLEAR.
    /// </summary>
    public static string TlpName(string text) => text switch
    {
        "WHITE" => "CLEAR",
        "AMBER+STRICT" => "AMBER_STRICT",
        _ => text,
    };

    /// <summary>The first characters of a name that somebody else chose, fit for a terminal.</summary>
    public static string Printable(string name)
    {
        var cut = name.Length > 40 ? name[..40] : name;
        return new string([.. cut.Select(character => char.IsControl(character) ? '?' : character)]);
    }
}
