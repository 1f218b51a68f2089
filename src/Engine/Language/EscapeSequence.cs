using System.Text;

namespace GraphApi.Engine.Language;

/// <summary>Reads what a backslash in a quoted string stands for.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value.Static-Semantics"/>
static class EscapeSequence
{
    /// <summary>
    /// Adds what the escape at <paramref name="position"/> stands for to <paramref name="value"/> and moves past it;
    /// returns what is wrong with it, with nothing added or moved, or null.
    /// </summary>
    /// <remarks><c>StringCharacter :: \ EscapedCharacter | \u EscapedUnicode</c></remarks>
    public static string? Read(string source, ref int position, StringBuilder value)
    {
        var escaped = At(source, position + 1);
        if (escaped == 'u')
        {
            return At(source, position + 2) == '{'
                ? ReadVariableWidth(source, ref position, value)
                : ReadFixedWidth(source, ref position, value);
        }

        var meaning = escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (meaning == '\0')
        {
            return $"Invalid character escape sequence: \"{Slice(source, position, 2)}\".";
        }

        value.Append(meaning);
        position += 2;
        return null;
    }

    /// <summary><c>EscapedUnicode :: { HexDigit+ }</c></summary>
    static string? ReadVariableWidth(string source, ref int position, StringBuilder value)
    {
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var c = At(source, position + size++);
            if (c == '}')
            {
                if (size < 5 || !Rune.IsValid(point))
                {
                    break;
                }

                value.Append(new Rune(point).ToString());
                position += size;
                return null;
            }

            // What is no digit counts as -1; it and an eighth digit that overflows both make the point negative.
            point = (point << 4) | HexDigit(c);
            if (point < 0)
            {
                break;
            }
        }

        return $"Invalid Unicode escape sequence: \"{Slice(source, position, size)}\".";
    }

    /// <summary><c>EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit</c>, twice for a surrogate pair</summary>
    static string? ReadFixedWidth(string source, ref int position, StringBuilder value)
    {
        if (TryReadCodeUnit(source, position + 2, out var unit))
        {
            if (!char.IsSurrogate(unit))
            {
                value.Append(unit);
                position += 6;
                return null;
            }

            if (char.IsHighSurrogate(unit) && At(source, position + 6) == '\\' && At(source, position + 7) == 'u'
                && TryReadCodeUnit(source, position + 8, out var trailing) && char.IsLowSurrogate(trailing))
            {
                value.Append(unit).Append(trailing);
                position += 12;
                return null;
            }
        }

        return $"Invalid Unicode escape sequence: \"{Slice(source, position, 6)}\".";
    }

    static bool TryReadCodeUnit(string source, int position, out char unit)
    {
        var value = HexDigit(At(source, position)) << 12 | HexDigit(At(source, position + 1)) << 8
            | HexDigit(At(source, position + 2)) << 4 | HexDigit(At(source, position + 3));
        unit = (char)value;
        return value >= 0;
    }

    static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    static char At(string source, int position) => position < source.Length ? source[position] : '\0';

    static string Slice(string source, int start, int length) =>
        source[start..Math.Min(start + length, source.Length)];
}
