using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public sealed class LexerTests
{
    static Token First(string source) => new Lexer(source).Next();

    static string Kinds(string source)
    {
        var lexer = new Lexer(source);
        var kinds = new List<string>();
        Token token;
        do
        {
            token = lexer.Next();
            kinds.Add(token.ToString());
        }
        while (token.Kind is not (TokenKind.EndOfFile or TokenKind.Invalid));
        return string.Join(' ', kinds);
    }

    static void Refuses(string source, string reason, int line, int column) =>
        Assert.Equal(new Token(TokenKind.Invalid, new Location(line, column), reason), First(source));

    static void ReadsString(string source, string value) =>
        Assert.Equal(new Token(TokenKind.String, new Location(1, 1), value), First(source));

    static void ReadsBlock(string source, string value) =>
        Assert.Equal(new Token(TokenKind.BlockString, new Location(1, 1), value), First(source));

    [Fact]
    public void Every_punctuator_is_a_token() => Assert.Equal(
        "\"!\" \"$\" \"&\" \"(\" \")\" \"...\" \":\" \"=\" \"@\" \"[\" \"]\" \"{\" \"|\" \"}\" <EOF>",
        Kinds("! $ & ( ) ... : = @ [ ] { | }"));

    [Fact]
    public void Names_and_numbers_carry_their_text() => Assert.Equal(
        "Name \"_a1\" Int \"-0\" Float \"-1.2e+3\" Name \"A\" <EOF>",
        Kinds("_a1 -0 -1.2e+3 A"));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \t,\r\n\r\n,")]
    [InlineData("# only a comment")]
    [InlineData("# \u0001 control characters are allowed in a comment")]
    public void What_is_ignored_is_no_token(string source) => Assert.Equal(TokenKind.EndOfFile, First(source).Kind);

    [Fact]
    public void The_end_comes_again_and_again()
    {
        var lexer = new Lexer("a");
        _ = lexer.Next();
        Assert.Equal(lexer.Next(), lexer.Next());
    }

    [Theory]
    [InlineData("\n\n  a")]
    [InlineData("\r\r  a")]
    [InlineData("\r\n\r\n  a")]
    [InlineData("#x\n#y\r  a")]
    [InlineData("\r\n\n\uFEFF,a")]
    public void Each_line_terminator_counts_once(string source) =>
        Assert.Equal(new Token(TokenKind.Name, new Location(3, 3), "a"), First(source));

    [Fact]
    public void Lines_inside_a_block_string_count()
    {
        var lexer = new Lexer("\"\"\"\r\n\r\n\"\"\" a");
        Assert.Equal(new Token(TokenKind.BlockString, new Location(1, 1), ""), lexer.Next());
        Assert.Equal(new Token(TokenKind.Name, new Location(3, 5), "a"), lexer.Next());
    }

    [Theory]
    [InlineData("4", TokenKind.Int)]
    [InlineData("0", TokenKind.Int)]
    [InlineData("-4", TokenKind.Int)]
    [InlineData("4.123", TokenKind.Float)]
    [InlineData("0.0", TokenKind.Float)]
    [InlineData("-0.123", TokenKind.Float)]
    [InlineData("123e4", TokenKind.Float)]
    [InlineData("123E-4", TokenKind.Float)]
    [InlineData("-1.123e4567", TokenKind.Float)]
    [InlineData("9999999999999999999999999999999999999999", TokenKind.Int)]
    internal void Numbers_are_read_as_written(string source, TokenKind kind) =>
        Assert.Equal(new Token(kind, new Location(1, 1), source), First(source));

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\".", 2)]
    [InlineData("-01", "Invalid number, unexpected digit after 0: \"1\".", 3)]
    [InlineData("+1", "Unexpected character: \"+\".", 1)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1e", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1.A", "Invalid number, expected digit but got: \"A\".", 3)]
    [InlineData("-A", "Invalid number, expected digit but got: \"A\".", 2)]
    [InlineData("-", "Invalid number, expected digit but got: <EOF>.", 2)]
    [InlineData("1.0e\"", "Invalid number, expected digit but got: '\"'.", 5)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 4)]
    [InlineData("1.2e3.4", "Invalid number, expected digit but got: \".\".", 6)]
    [InlineData("0xF1", "Invalid number, expected digit but got: \"x\".", 2)]
    [InlineData("0b10", "Invalid number, expected digit but got: \"b\".", 2)]
    [InlineData("123abc", "Invalid number, expected digit but got: \"a\".", 4)]
    [InlineData("1_234", "Invalid number, expected digit but got: \"_\".", 2)]
    [InlineData(".123", "Unexpected character: \".\".", 1)]
    public void Bad_numbers_say_where_and_why(string source, string reason, int column) =>
        Refuses(source, reason, 1, column);

    [Theory]
    [InlineData("..", "Unexpected character: \".\".")]
    [InlineData(".a", "Unexpected character: \".\".")]
    [InlineData("?", "Unexpected character: \"?\".")]
    [InlineData("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("\u00AA", "Unexpected character: U+00AA.")]
    [InlineData("\u0000", "Unexpected character: U+0000.")]
    [InlineData("\u200B", "Unexpected character: U+200B.")]
    [InlineData("\U0001F600", "Unexpected character: U+1F600.")]
    public void Characters_of_no_token_are_refused(string source, string reason) => Refuses(source, reason, 1, 1);

    [Fact]
    public void Surrogates_that_stand_alone_are_refused()
    {
        Refuses("\uD83D", "Invalid character: U+D83D.", 1, 1);
        Refuses("\uDE00", "Invalid character: U+DE00.", 1, 1);
        Refuses("#\uD83D", "Invalid character: U+D83D.", 1, 2);
        Refuses("\"a\uD83D\"", "Invalid character within String: U+D83D.", 1, 3);
        Refuses("\"\"\"\n\uDE00\"\"\"", "Invalid character within String: U+DE00.", 2, 1);
    }

    [Fact]
    public void Strings_mean_what_their_escapes_say()
    {
        ReadsString("\"\"", "");
        ReadsString("\" white space \"", " white space ");
        ReadsString("\"quote \\\"\"", "quote \"");
        ReadsString("""
            "\n\r\b\t\f\\\/"
            """, "\n\r\b\t\f\\/");
        ReadsString("""
            "A\u0042\u{43}\u{00000044}E"
            """, "ABCDE");
        ReadsString("""
            "\u{10FFFF}\u{1F600}\uD83D\uDE00"
            """, "\U0010FFFF\U0001F600\U0001F600");
        ReadsString("\"unescaped \U0001F600 \u0001\"", "unescaped \U0001F600 \u0001");
    }

    [Theory]
    [InlineData("\"", "Unterminated string.", 2)]
    [InlineData("\"a", "Unterminated string.", 3)]
    [InlineData("\"a\nb\"", "Unterminated string.", 3)]
    [InlineData("\"a\rb\"", "Unterminated string.", 3)]
    [InlineData("\"\\", "Invalid character escape sequence: \"\\\".", 2)]
    [InlineData("\"\\z\"", "Invalid character escape sequence: \"\\z\".", 2)]
    [InlineData("\"\\x41\"", "Invalid character escape sequence: \"\\x\".", 2)]
    [InlineData("\"a\\u1\"", "Invalid Unicode escape sequence: \"\\u1\"\".", 3)]
    [InlineData("\"\\uXXXX\"", "Invalid Unicode escape sequence: \"\\uXXXX\".", 2)]
    [InlineData("\"\\uFXXX\"", "Invalid Unicode escape sequence: \"\\uFXXX\".", 2)]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\".", 2)]
    [InlineData("\"\\u{FXXX}\"", "Invalid Unicode escape sequence: \"\\u{FX\".", 2)]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", 2)]
    [InlineData("\"\\u{D83D}\"", "Invalid Unicode escape sequence: \"\\u{D83D}\".", 2)]
    [InlineData("\"\\u{FFFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 2)]
    [InlineData("\"\\u{123", "Invalid Unicode escape sequence: \"\\u{123\".", 2)]
    [InlineData("\"\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 2)]
    [InlineData("\"\\uD83D\\n\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 2)]
    [InlineData("\"\\uDE00\\uD83D\"", "Invalid Unicode escape sequence: \"\\uDE00\".", 2)]
    [InlineData("\"\\uD83D\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 2)]
    public void Bad_strings_say_where_and_why(string source, string reason, int column) =>
        Refuses(source, reason, 1, column);

    [Fact]
    public void Block_strings_lose_their_margin()
    {
        ReadsBlock("\"\"\"\"\"\"", "");
        ReadsBlock("\"\"\"simple\"\"\"", "simple");
        ReadsBlock("\"\"\" white space \"\"\"", " white space ");
        ReadsBlock("\"\"\"contains \" quote\"\"\"", "contains \" quote");
        ReadsBlock("\"\"\"contains \\\"\"\" triple quote\"\"\"", "contains \"\"\" triple quote");
        ReadsBlock("\"\"\"no escape \\n \\u0041 \\\\ here\"\"\"", "no escape \\n \\u0041 \\\\ here");
        ReadsBlock("\"\"\"a\rb\r\nc\"\"\"", "a\nb\nc");
        ReadsBlock("\"\"\"\n\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \n\"\"\"",
            "Hello,\n  World!\n\nYours,\n  GraphQL.");
        ReadsBlock("\"\"\"  first\n    second\n  third\"\"\"", "  first\n  second\nthird");
        ReadsBlock("\"\"\"\n \t\n\t \n\"\"\"", "");
    }

    [Fact]
    public void Bad_block_strings_say_where_and_why()
    {
        Refuses("\"\"\"", "Unterminated string.", 1, 4);
        Refuses("\"\"\"no end", "Unterminated string.", 1, 10);
        Refuses("\"\"\"\n\r\n x\"\"", "Unterminated string.", 3, 5);
    }
}
