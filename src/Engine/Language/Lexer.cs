using System.Text;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>
/// Cuts a source text into tokens, one a call. Mutable: it remembers where it is. Never throws: text that is no token
/// comes back as <see cref="TokenKind.Invalid"/>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Source-Text"/>
sealed class Lexer(string source, int firstLine = 1)
{
    /// <summary>
    /// Names seen before, by hash; a collision replaces, so the memory of a document's names is bounded.
    /// </summary>
    readonly string?[] _names = new string?[256];

    int _position;
    int _line = firstLine;
    int _lineStart;

    /// <summary>The next token; at the end of the text, <see cref="TokenKind.EndOfFile"/> again and again.</summary>
    public Token Next()
    {
        while (_position < source.Length)
        {
            var c = source[_position];
            switch (c)
            {
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    continue;
                case '\n' or '\r':
                    SkipLineTerminator();
                    continue;
                case '#':
                    SkipComment();
                    continue;
                case '!':
                    return Punctuator(TokenKind.Bang);
                case '$':
                    return Punctuator(TokenKind.Dollar);
                case '&':
                    return Punctuator(TokenKind.Ampersand);
                case '(':
                    return Punctuator(TokenKind.ParenthesisLeft);
                case ')':
                    return Punctuator(TokenKind.ParenthesisRight);
                case '.':
                    return ReadDots();
                case ':':
                    return Punctuator(TokenKind.Colon);
                case '=':
                    return Punctuator(TokenKind.EqualSign);
                case '@':
                    return Punctuator(TokenKind.At);
                case '[':
                    return Punctuator(TokenKind.BracketLeft);
                case ']':
                    return Punctuator(TokenKind.BracketRight);
                case '{':
                    return Punctuator(TokenKind.BraceLeft);
                case '|':
                    return Punctuator(TokenKind.Pipe);
                case '}':
                    return Punctuator(TokenKind.BraceRight);
                case '"':
                    return At(_position + 1) == '"' && At(_position + 2) == '"' ? ReadBlockString() : ReadString();
                case '-' or (>= '0' and <= '9'):
                    return ReadNumber();
                case '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'):
                    return ReadName();
                default:
                    return UnexpectedCharacter(c);
            }
        }

        return new Token(TokenKind.EndOfFile, LocationAt(_position), null);
    }

    void SkipLineTerminator()
    {
        _position += source[_position] == '\r' && At(_position + 1) == '\n' ? 2 : 1;
        _line++;
        _lineStart = _position;
    }

    /// <summary><c>Comment :: # CommentChar*</c></summary>
    void SkipComment()
    {
        while (_position < source.Length && source[_position] is not ('\n' or '\r'))
        {
            var width = CharacterWidth(_position);
            if (width == 0)
            {
                return;
            }

            _position += width;
        }
    }

    Token Punctuator(TokenKind kind)
    {
        var token = new Token(kind, LocationAt(_position), null);
        _position++;
        return token;
    }

    Token ReadDots()
    {
        if (At(_position + 1) != '.' || At(_position + 2) != '.')
        {
            return UnexpectedCharacter('.');
        }

        var token = new Token(TokenKind.Spread, LocationAt(_position), null);
        _position += 3;
        return token;
    }

    /// <summary><c>Name :: NameStart NameContinue* [lookahead != NameContinue]</c></summary>
    Token ReadName()
    {
        var start = _position;
        var hash = 0u;
        while (_position < source.Length && IsNameContinue(source[_position]))
        {
            hash = (hash * 31) + source[_position];
            _position++;
        }

        var text = source.AsSpan(start, _position - start);
        ref var known = ref _names[(hash ^ (hash >> 8)) & 0xFF];
        if (known is null || !text.SequenceEqual(known))
        {
            known = text.ToString();
        }

        return new Token(TokenKind.Name, LocationAt(start), known);
    }

    /// <summary>
    /// <c>IntValue :: IntegerPart [lookahead != {Digit, ., NameStart}]</c>
    /// <c>FloatValue :: IntegerPart FractionalPart? ExponentPart? [lookahead != {Digit, ., NameStart}]</c>
    /// </summary>
    Token ReadNumber()
    {
        var position = _position;
        var kind = TokenKind.Int;
        if (source[position] == '-')
        {
            position++;
        }

        if (At(position) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(position)))
            {
                return Invalid(position, $"Invalid number, unexpected digit after 0: {Printed(position)}.");
            }
        }
        else if (!TryReadDigits(ref position))
        {
            return DigitExpected(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position++;
            if (!TryReadDigits(ref position))
            {
                return DigitExpected(position);
            }
        }

        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-')
            {
                position++;
            }

            if (!TryReadDigits(ref position))
            {
                return DigitExpected(position);
            }
        }

        if (At(position) == '.' || IsNameStart(At(position)))
        {
            return DigitExpected(position);
        }

        var token = new Token(kind, LocationAt(_position), source[_position..position]);
        _position = position;
        return token;
    }

    bool TryReadDigits(ref int position)
    {
        var start = position;
        position = SkipDigits(position);
        return position > start;
    }

    int SkipDigits(int position)
    {
        while (char.IsAsciiDigit(At(position)))
        {
            position++;
        }

        return position;
    }

    Token DigitExpected(int position) =>
        Invalid(position, $"Invalid number, expected digit but got: {Printed(position)}.");

    /// <summary><c>StringValue :: " StringCharacter* "</c></summary>
    Token ReadString()
    {
        var start = _position;
        var position = start + 1;
        var chunkStart = position;
        StringBuilder? value = null;
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            switch (source[position])
            {
                case '"':
                    var last = source.AsSpan(chunkStart, position - chunkStart);
                    var text = value is null ? last.ToString() : value.Append(last).ToString();
                    _position = position + 1;
                    return new Token(TokenKind.String, LocationAt(start), text);
                case '\\':
                    value ??= new StringBuilder();
                    value.Append(source, chunkStart, position - chunkStart);
                    var error = EscapeSequence.Read(source, ref position, value);
                    if (error is not null)
                    {
                        return Invalid(position, error);
                    }

                    chunkStart = position;
                    break;
                default:
                    var width = CharacterWidth(position);
                    if (width == 0)
                    {
                        return Invalid(position, $"Invalid character within String: {Printed(position)}.");
                    }

                    position += width;
                    break;
            }
        }

        return Invalid(position, "Unterminated string.");
    }

    /// <summary><c>StringValue :: """ BlockStringCharacter* """</c></summary>
    Token ReadBlockString()
    {
        var location = LocationAt(_position);
        var raw = new StringBuilder();
        _position += 3;
        var chunkStart = _position;
        while (_position < source.Length)
        {
            switch (source[_position])
            {
                case '"' when IsTripleQuote(_position):
                    raw.Append(source, chunkStart, _position - chunkStart);
                    _position += 3;
                    return new Token(TokenKind.BlockString, location, BlockString.Value(raw.ToString()));
                case '\\' when IsTripleQuote(_position + 1):
                    raw.Append(source, chunkStart, _position - chunkStart);
                    chunkStart = _position + 1;
                    _position += 4;
                    break;
                case '\n' or '\r':
                    raw.Append(source, chunkStart, _position - chunkStart).Append('\n');
                    SkipLineTerminator();
                    chunkStart = _position;
                    break;
                default:
                    var width = CharacterWidth(_position);
                    if (width == 0)
                    {
                        return Invalid(_position, $"Invalid character within String: {Printed(_position)}.");
                    }

                    _position += width;
                    break;
            }
        }

        return Invalid(_position, "Unterminated string.");
    }

    bool IsTripleQuote(int position) =>
        At(position) == '"' && At(position + 1) == '"' && At(position + 2) == '"';

    Token UnexpectedCharacter(char c)
    {
        if (c == '\'')
        {
            return Invalid(
                _position,
                "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        return CharacterWidth(_position) == 0
            ? Invalid(_position, $"Invalid character: {Printed(_position)}.")
            : Invalid(_position, $"Unexpected character: {Printed(_position)}.");
    }

    Token Invalid(int position, string reason) => new(TokenKind.Invalid, LocationAt(position), reason);

    Location LocationAt(int position) => new(_line, position - _lineStart + 1);

    /// <summary>The character at the position; NUL beyond the end, which no rule of the grammar accepts.</summary>
    char At(int position) => position < source.Length ? source[position] : '\0';

    /// <summary>UTF-16 units of the Unicode scalar value at the position; 0 where a surrogate stands alone.</summary>
    int CharacterWidth(int position)
    {
        var c = source[position];
        if (!char.IsSurrogate(c))
        {
            return 1;
        }

        return char.IsHighSurrogate(c) && char.IsLowSurrogate(At(position + 1)) ? 2 : 0;
    }

    string Printed(int position) => Printed(source, position);

    /// <summary>
    /// The character at the position as an error message shows it: itself where it is printable ASCII.
    /// </summary>
    public static string Printed(string source, int position)
    {
        if (position >= source.Length)
        {
            return "<EOF>";
        }

        var c = source[position];
        var point = Rune.TryGetRuneAt(source, position, out var rune) ? rune.Value : c;
        return point switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{c}\"",
            _ => $"U+{point:X4}",
        };
    }

    static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
