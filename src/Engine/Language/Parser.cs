using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>
/// Makes a syntax tree of a source text, or one error that says where it stops being GraphQL. The exception that
/// carries the error up from the depth of the grammar never leaves this file.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language"/>
public sealed partial class Parser
{
    readonly Lexer _lexer;
    readonly ParserLimits _limits;
    Token _token;
    Token _following;
    bool _hasFollowing;
    int _tokens;
    int _fields;
    int _aliases;
    int _operations;
    int _depth;

    Parser(string source, ParserLimits limits, int firstLine)
    {
        _lexer = new Lexer(source, firstLine);
        _limits = limits;
    }

    /// <summary>
    /// Parses a whole document, executable or of the type system. An error has the code
    /// <see cref="ErrorCode.Syntax"/>, or <see cref="ErrorCode.DocumentTooComplex"/> where a limit was passed.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">What is refused; null: what default <see cref="EngineOptions"/> refuse.</param>
    public static ParseResult Parse(string source, ParserLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Parse(source, limits ?? ParserLimits.Of(new EngineOptions()), work: null);
    }

    /// <summary>The same, for who wants to know what it took, and where the text stands in a longer one.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">What is refused.</param>
    /// <param name="work">Told how many tokens were read; null: nobody is told.</param>
    /// <param name="firstLine">The number of its first line, so that several sources can be told apart.</param>
    internal static ParseResult Parse(
        string source, ParserLimits limits, EngineWork? work, int firstLine = 1)
    {
        var (document, error) = Run(source, limits, static parser => parser.ParseDocument(), work, firstLine);
        return new ParseResult(document, error);
    }

    /// <summary>Parses a text that is one value and nothing else. Variables are allowed.</summary>
    internal static (ValueNode? Value, GraphQLError? Error) ParseValue(string source, ParserLimits limits) =>
        Run(source, limits, static parser => parser.ParseWhole(static p => p.ParseValue(isConst: false)));

    /// <summary>Parses a text that is one reference to a type and nothing else.</summary>
    internal static (TypeNode? Type, GraphQLError? Error) ParseType(string source, ParserLimits limits) =>
        Run(source, limits, static parser => parser.ParseWhole(static p => p.ParseTypeReference()));

    static (TNode? Node, GraphQLError? Error) Run<TNode>(
        string source,
        ParserLimits limits,
        Func<Parser, TNode> parse,
        EngineWork? work = null,
        int firstLine = 1)
        where TNode : SyntaxNode
    {
        var parser = new Parser(source, limits, firstLine);
        try
        {
            parser.Advance();
            return (parse(parser), null);
        }
        catch (SyntaxException exception)
        {
            return (null, exception.Error);
        }
        finally
        {
            work?.Add(tokens: parser._tokens);
        }
    }

    TNode ParseWhole<TNode>(Func<Parser, TNode> parse)
    {
        var node = parse(this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    bool Peek(TokenKind kind) => _token.Kind == kind;

    /// <summary>The token behind the current one.</summary>
    Token Following()
    {
        if (!_hasFollowing)
        {
            _following = Read();
            _hasFollowing = true;
        }

        return _following;
    }

    void Advance()
    {
        _token = Following();
        _hasFollowing = false;
    }

    Token Read()
    {
        var token = _lexer.Next();
        if (token.Kind == TokenKind.Invalid)
        {
            Fail(token.Value!, token.Location);
        }

        if (token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            Exceed(
                nameof(EngineOptions.MaxTokens),
                $"Document contains more than {_limits.MaxTokens} tokens. Send several smaller documents.",
                token.Location);
        }

        if (token.Kind == TokenKind.Name && token.Value!.Length > _limits.MaxNameLength)
        {
            Exceed(
                nameof(EngineOptions.MaxNameLength),
                $"Document contains a name of more than {_limits.MaxNameLength} characters. Use a shorter one.",
                token.Location);
        }

        return token;
    }

    Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            Fail($"Expected {Token.Describe(kind)}, found {token}.", token.Location);
        }

        if (kind != TokenKind.EndOfFile)
        {
            Advance();
        }

        return token;
    }

    /// <summary>Whether the current token was of that kind, and so passed.</summary>
    bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
        {
            Fail($"Expected \"{keyword}\", found {_token}.", _token.Location);
        }
    }

    bool SkipKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Value != keyword)
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>One or more between two tokens.</summary>
    ImmutableArray<TNode> Many<TNode>(TokenKind open, Func<Parser, TNode> parse, TokenKind close)
    {
        Expect(open);
        var nodes = ImmutableArray.CreateBuilder<TNode>();
        do
        {
            nodes.Add(parse(this));
        }
        while (!Skip(close));
        return nodes.DrainToImmutable();
    }

    /// <summary>Nothing, or one or more between two tokens.</summary>
    ImmutableArray<TNode> OptionalMany<TNode>(TokenKind open, Func<Parser, TNode> parse, TokenKind close) =>
        Peek(open) ? Many(open, parse, close) : [];

    /// <summary>One or more with a token between them, which may also lead.</summary>
    ImmutableArray<TNode> DelimitedMany<TNode>(TokenKind delimiter, Func<Parser, TNode> parse)
    {
        Skip(delimiter);
        var nodes = ImmutableArray.CreateBuilder<TNode>();
        do
        {
            nodes.Add(parse(this));
        }
        while (Skip(delimiter));
        return nodes.DrainToImmutable();
    }

    /// <summary>Goes one level deeper; the caller comes back by <c>_depth--</c>.</summary>
    void Descend()
    {
        if (++_depth > _limits.MaxRecursionDepth)
        {
            Exceed(
                nameof(EngineOptions.MaxRecursionDepth),
                $"Document is nested more than {_limits.MaxRecursionDepth} levels deep. Nest its selections, values "
                + "and types less deeply.",
                _token.Location);
        }
    }

    [DoesNotReturn]
    static void Unexpected(Token token) => Fail($"Unexpected {token}.", token.Location);

    [DoesNotReturn]
    static void Fail(string message, Location location) =>
        throw new SyntaxException(new GraphQLError($"Syntax Error: {message}", ErrorCode.Syntax, location));

    [DoesNotReturn]
    static void Exceed(string limit, string message, Location location) =>
        throw new SyntaxException(GraphQLError.OfLimit(limit, message, location));

    /// <summary>Carries the error up to <see cref="Run"/>.</summary>
    sealed class SyntaxException(GraphQLError error) : Exception(error.Message)
    {
        public GraphQLError Error { get; } = error;
    }
}
