using System.Globalization;
using System.Text.Json;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Import;

/// <summary>
/// Reads the fields of one JSON object of an import line. What is missing, malformed, too long or unknown is
/// reported, and reading goes on, so that one run finds every problem of a line. Mutable: it remembers which fields
/// were asked for.
/// </summary>
sealed class LineReader
{
    readonly JsonElement _object;
    readonly string _path;
    readonly long _line;
    readonly ImportProblems _problems;
    readonly HashSet<string> _known = [];

    /// <summary>A reader of a whole line.</summary>
    public LineReader(JsonElement line, long number, ImportProblems problems)
        : this(line, "", number, problems)
    {
    }

    LineReader(JsonElement value, string path, long line, ImportProblems problems)
    {
        _object = value;
        _path = path;
        _line = line;
        _problems = problems;
    }

    /// <summary>The number of the line, from 1.</summary>
    public long Line => _line;

    /// <summary>Reports that a field is wrong; an empty name means the object itself.</summary>
    public void Refuse(string field, string reason) => _problems.Add(_line, PathOf(field), reason);

    /// <summary>A text without leading or trailing blanks or control characters; empty where it was refused.</summary>
    public string Text(string field, int maxLength, bool multiline = false) =>
        OptionalText(field, maxLength, multiline) ?? Missing(field) ?? "";

    /// <summary>As <see cref="Text"/>, and null where the field is absent or null.</summary>
    public string? OptionalText(string field, int maxLength, bool multiline = false)
    {
        if (!TryGet(field, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(field, "is to be a text");
            return "";
        }

        return CheckText(field, value.GetString()!, maxLength, multiline);
    }

    /// <summary>Texts of a list, none twice; empty where the field is absent.</summary>
    public IReadOnlyList<string> Texts(string field, int maxCount, int maxLength)
    {
        if (!TryGetList(field, maxCount, out var list))
        {
            return [];
        }

        var texts = new List<string>();
        var index = 0;
        foreach (var value in list.EnumerateArray())
        {
            var place = $"{field}[{index++}]";
            if (value.ValueKind != JsonValueKind.String)
            {
                Refuse(place, "is to be a text");
                continue;
            }

            var text = CheckText(place, value.GetString()!, maxLength, multiline: false);
            if (texts.Contains(text))
            {
                Refuse(place, "is in the list twice");
                continue;
            }

            texts.Add(text);
        }

        return texts;
    }

    /// <summary>One of the names of an enumeration; its first value where it was refused.</summary>
    public T Choice<T>(string field)
        where T : struct, Enum => OptionalChoice<T>(field) ?? MissingChoice<T>(field);

    /// <summary>As <see cref="Choice{T}"/>, and null where the field is absent or null.</summary>
    public T? OptionalChoice<T>(string field)
        where T : struct, Enum
    {
        if (!TryGet(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && EnumNames.TryParse<T>(value.GetString()!, out var choice))
        {
            return choice;
        }

        Refuse(field, $"is to be one of {string.Join(", ", EnumNames.Of<T>())}");
        return default(T);
    }

    /// <summary>
    /// A traffic light by its name here or as it is printed (AMBER+STRICT), WHITE of version 1 for CLEAR; RED where
    /// it was refused.
    /// </summary>
    public Tlp Tlp(string field)
    {
        if (TryGet(field, out var value) && value.ValueKind == JsonValueKind.String)
        {
            if (EnumNames.TryParse<Tlp>(TextRules.TlpName(value.GetString()!), out var tlp))
            {
                return tlp;
            }
        }

        Refuse(field, $"is to be one of {string.Join(", ", EnumNames.Of<Tlp>())}");
        return Products.Tlp.Red;
    }

    /// <summary>Names of an enumeration, none twice; empty where the field is absent.</summary>
    public IReadOnlyList<T> Choices<T>(string field)
        where T : struct, Enum
    {
        if (!TryGetList(field, EnumNames.Of<T>().Count, out var list))
        {
            return [];
        }

        var choices = new List<T>();
        var index = 0;
        foreach (var value in list.EnumerateArray())
        {
            var place = $"{field}[{index++}]";
            if (value.ValueKind != JsonValueKind.String || !EnumNames.TryParse<T>(value.GetString()!, out var choice))
            {
                Refuse(place, $"is to be one of {string.Join(", ", EnumNames.Of<T>())}");
            }
            else if (choices.Contains(choice))
            {
                Refuse(place, "is in the list twice");
            }
            else
            {
                choices.Add(choice);
            }
        }

        return choices;
    }

    /// <summary>
    /// Identifiers of the reference rows whose codes a list holds; those of unknown codes are left out.
    /// </summary>
    public IReadOnlyList<Guid> Codes(string field, ReferenceCodes codes, int minCount = 0)
    {
        var before = _problems.Count;
        var texts = Texts(field, codes.Ids.Count, 100);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!codes.Ids.ContainsKey(texts[i]))
            {
                Refuse($"{field}[{i}]", $"is not the code of {codes.Name}");
            }
        }

        if (texts.Count < minCount && _problems.Count == before)
        {
            Refuse(field, $"needs {minCount} at least");
        }

        return [.. texts.Where(codes.Ids.ContainsKey).Select(text => codes.Ids[text])];
    }

    /// <summary>True or false; the default where the field is absent or null.</summary>
    public bool Flag(string field, bool @default)
    {
        if (!TryGet(field, out var value))
        {
            return @default;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(field, "is to be true or false");
        return @default;
    }

    /// <summary>A day such as 2026-11-22; null where the field is absent or null, or was refused.</summary>
    public DateOnly? OptionalDate(string field)
    {
        if (!TryGet(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
            value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Refuse(field, "is to be a date such as 2026-11-22");
        return null;
    }

    /// <summary>As <see cref="OptionalDate"/>, and refused where it is absent.</summary>
    public DateOnly Date(string field)
    {
        var before = _problems.Count;
        var date = OptionalDate(field);
        if (date is null && _problems.Count == before)
        {
            Missing(field);
        }

        return date ?? DateOnly.MinValue;
    }

    /// <summary>
    /// A moment in UTC, given with its offset; null where the field is absent or null, or was refused.
    /// </summary>
    public DateTime? OptionalMoment(string field)
    {
        if (!TryGet(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && TextRules.HasOffset(value.GetString()!)
            && value.TryGetDateTimeOffset(out var moment))
        {
            return moment.UtcDateTime;
        }

        Refuse(field, "is to be a date and time with offset such as 2026-11-22T14:00:00Z");
        return null;
    }

    /// <summary>As <see cref="OptionalMoment"/>, and refused where it is absent.</summary>
    public DateTime Moment(string field)
    {
        var before = _problems.Count;
        var moment = OptionalMoment(field);
        if (moment is null && _problems.Count == before)
        {
            Missing(field);
        }

        return moment ?? DateTime.UnixEpoch;
    }

    /// <summary>
    /// A reader of a nested object; null where it is absent, null or not an object (which is refused).
    /// </summary>
    public LineReader? OptionalObject(string field)
    {
        if (!TryGet(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new LineReader(value, PathOf(field), _line, _problems);
        }

        Refuse(field, "is to be an object");
        return null;
    }

    /// <summary>Readers of the objects of a list; empty where the field is absent.</summary>
    public IReadOnlyList<LineReader> Objects(string field, int maxCount)
    {
        if (!TryGetList(field, maxCount, out var list))
        {
            return [];
        }

        var readers = new List<LineReader>();
        var index = 0;
        foreach (var value in list.EnumerateArray())
        {
            var place = $"{field}[{index++}]";
            if (value.ValueKind == JsonValueKind.Object)
            {
                readers.Add(new LineReader(value, PathOf(place), _line, _problems));
            }
            else
            {
                Refuse(place, "is to be an object");
            }
        }

        return readers;
    }

    /// <summary>
    /// Refuses the fields that nobody asked for, and those given twice. A misspelled optional field would otherwise
    /// be lost without a word.
    /// </summary>
    public void RefuseUnknown()
    {
        var seen = new HashSet<string>();
        foreach (var property in _object.EnumerateObject())
        {
            if (!_known.Contains(property.Name))
            {
                Refuse(TextRules.Printable(property.Name), "is not a field of this kind");
            }
            else if (!seen.Add(property.Name))
            {
                Refuse(property.Name, "is given twice");
            }
        }
    }

    bool TryGet(string field, out JsonElement value)
    {
        _known.Add(field);
        return _object.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    bool TryGetList(string field, int maxCount, out JsonElement list)
    {
        if (!TryGet(field, out list))
        {
            return false;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Refuse(field, "is to be a list");
            return false;
        }

        if (list.GetArrayLength() > maxCount)
        {
            Refuse(field, $"has {list.GetArrayLength()} entries; {maxCount} are allowed");
            return false;
        }

        return true;
    }

    string CheckText(string field, string text, int maxLength, bool multiline)
    {
        if (TextRules.Fault(text, maxLength, multiline) is { } fault)
        {
            Refuse(field, fault);
        }

        return text;
    }

    string? Missing(string field)
    {
        Refuse(field, "is missing");
        return null;
    }

    T MissingChoice<T>(string field)
        where T : struct, Enum
    {
        Missing(field);
        return default;
    }

    string PathOf(string field) => field.Length == 0 ? _path : _path.Length == 0 ? field : $"{_path}.{field}";
}
