namespace GraphApi.Engine.Language;

/// <summary>Finds names that a misspelled one may have meant, and the sentence that offers them.</summary>
static class NameSuggestions
{
    const int Max = 5;

    /// <summary>
    /// <c> Did you mean "a", "b", or "c"?</c> with the names most like <paramref name="name"/>; empty where none is
    /// like it.
    /// </summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="known">The names there are.</param>
    /// <param name="what">What the names are, before them in the sentence; null: nothing.</param>
    public static string For(string name, IEnumerable<string> known, string? what = null)
    {
        var threshold = (int)(name.Length * 0.4) + 1;
        var alike = known.Distinct()
            .Select(option => (Option: option, Distance: Distance(name, option)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Option, NaturalOrder.Instance)
            .Select(candidate => candidate.Option);
        return Sentence([.. alike.Take(Max)], what);
    }

    /// <summary>The sentence that offers names; empty where there are none.</summary>
    public static string Sentence(IReadOnlyList<string> names, string? what = null)
    {
        var quoted = names.Take(Max).Select(name => $"\"{name}\"").ToList();
        var list = quoted switch
        {
            [] => string.Empty,
            [var only] => only,
            [var first, var second] => $"{first} or {second}",
            [.. var others, var last] => $"{string.Join(", ", others)}, or {last}",
        };
        return list.Length == 0 ? string.Empty : $" Did you mean {(what is null ? string.Empty : $"{what} ")}{list}?";
    }

    /// <summary>
    /// Steps from one name to the other: letters added, removed, replaced or swapped; another case is one step.
    /// </summary>
    static int Distance(string name, string option)
    {
        if (name == option)
        {
            return 0;
        }

        if (name.Equals(option, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        // Names beyond this are not compared, and not copied either: the work is the product of the lengths, and a name
        // may be as long as a request.
        if (Math.Abs(option.Length - name.Length) > (name.Length * 0.4) + 1 || name.Length > 100)
        {
            return int.MaxValue;
        }

        var a = option.ToLowerInvariant();
        var b = name.ToLowerInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cell = Math.Min(cell, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = cell;
            }
        }

        return rows[a.Length, b.Length];
    }
}

/// <summary>The order of names in which a number within them counts as one: <c>a2</c> before <c>a10</c>.</summary>
file sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0])
                ? CompareNumbers(TakeNumber(ref a), TakeNumber(ref b))
                : CompareCharacters(ref a, ref b);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length - b.Length;
    }

    static int CompareCharacters(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var order = a[0] - b[0];
        a = a[1..];
        b = b[1..];
        return order;
    }

    static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length != b.Length ? a.Length - b.Length : a.CompareTo(b, StringComparison.Ordinal);

    /// <summary>The digits at the begin; of a number that begins with zero that digit alone.</summary>
    static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = 1;
        while (text[0] != '0' && length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        var number = text[..length];
        text = text[length..];
        return number;
    }
}
