namespace GraphApi.Engine.Language;

/// <summary>What a lexical token is.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Source-Text.Lexical-Tokens"/>
enum TokenKind : byte
{
    /// <summary>The end of the source text.</summary>
    EndOfFile,

    /// <summary>Text that is no token; the token's value says why, its place is the offending character's.</summary>
    Invalid,

    /// <summary><c>!</c></summary>
    Bang,

    /// <summary><c>$</c></summary>
    Dollar,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>(</c></summary>
    ParenthesisLeft,

    /// <summary><c>)</c></summary>
    ParenthesisRight,

    /// <summary><c>.</c>, which only schema coordinates have.</summary>
    Dot,

    /// <summary><c>...</c></summary>
    Spread,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>=</c></summary>
    EqualSign,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>[</c></summary>
    BracketLeft,

    /// <summary><c>]</c></summary>
    BracketRight,

    /// <summary><c>{</c></summary>
    BraceLeft,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>}</c></summary>
    BraceRight,

    /// <summary>A name; the value is its text.</summary>
    Name,

    /// <summary>An integer; the value is its text.</summary>
    Int,

    /// <summary>A number with a fraction or an exponent; the value is its text.</summary>
    Float,

    /// <summary>A quoted string; the value is what it means.</summary>
    String,

    /// <summary>A block string; the value is what it means, common indentation removed.</summary>
    BlockString,
}
