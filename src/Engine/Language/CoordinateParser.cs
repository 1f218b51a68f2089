using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>
/// Reads one schema coordinate, whose grammar is its own: names and five punctuators, and nothing that is ignored.
/// Mutable; one reads one text.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#SchemaCoordinate"/>
sealed class CoordinateParser(string source)
{
    int _position;
    Token _token;
    GraphQLError? _error;

    /// <summary>
    /// <c>SchemaCoordinate :: TypeCoordinate | MemberCoordinate | ArgumentCoordinate | DirectiveCoordinate |
    /// DirectiveArgumentCoordinate</c>; or what is wrong.
    /// </summary>
    public (SchemaCoordinate? Coordinate, GraphQLError? Error) Parse()
    {
        Advance();
        var isDirective = Skip(TokenKind.At);
        var name = Name();
        var member = !isDirective && Skip(TokenKind.Dot) ? Name() : null;
        string? argument = null;
        if ((isDirective || member is not null) && Skip(TokenKind.ParenthesisLeft))
        {
            argument = Name();
            Expect(TokenKind.Colon);
            Expect(TokenKind.ParenthesisRight);
        }

        Expect(TokenKind.EndOfFile);
        return _error is not null ? (null, _error) : ((isDirective, member, argument) switch
        {
            (true, _, null) => new DirectiveCoordinate(name),
            (true, _, _) => new DirectiveArgumentCoordinate(name, argument),
            (_, null, _) => new TypeCoordinate(name),
            (_, _, null) => new MemberCoordinate(name, member),
            _ => new ArgumentCoordinate(name, member, argument),
        }, null);
    }

    string Name()
    {
        var name = _token.Value;
        Expect(TokenKind.Name);
        return name ?? string.Empty;
    }

    bool Skip(TokenKind kind)
    {
        if (_error is not null || _token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    void Expect(TokenKind kind)
    {
        if (!Skip(kind) && _error is null)
        {
            Fail($"Expected {Token.Describe(kind)}, found {_token}.", _token.Location);
        }
    }

    // The first error stays; what is read behind it does not matter.
    void Fail(string message, Location location) =>
        _error ??= new GraphQLError($"Syntax Error: {message}", ErrorCode.Syntax, location);

    void Advance()
    {
        var start = _position;
        var location = new Location(1, start + 1);
        if (start == source.Length)
        {
            _token = new Token(TokenKind.EndOfFile, location, null);
            return;
        }

        _position++;
        var kind = source[start] switch
        {
            '.' => TokenKind.Dot,
            '(' => TokenKind.ParenthesisLeft,
            ')' => TokenKind.ParenthesisRight,
            ':' => TokenKind.Colon,
            '@' => TokenKind.At,
            '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => TokenKind.Name,
            _ => TokenKind.Invalid,
        };
        if (kind == TokenKind.Invalid)
        {
            Fail($"Invalid character: {Lexer.Printed(source, start)}.", location);
        }

        while (kind == TokenKind.Name && _position < source.Length && IsNameContinue(source[_position]))
        {
            _position++;
        }

        _token = new Token(kind, location, kind == TokenKind.Name ? source[start.._position] : null);
    }

    static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
