using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public sealed class PrinterTests
{
    static void Prints(string source, string text) =>
        Assert.Equal(text.ReplaceLineEndings("\n"), Printer.Print(Tree.Parse(source)));

    [Fact]
    public void A_bare_query_is_shorthand() => Prints("query { a { b } }", """
        {
          a {
            b
          }
        }
        """);

    [Fact]
    public void A_query_with_anything_else_says_so() => Prints(
        "query @x { a } query N { a } query ($v: I) { a } \"d\" query { a }",
        """
        query @x {
          a
        }

        query N {
          a
        }

        query ($v: I) {
          a
        }

        "d"
        query {
          a
        }
        """);

    [Fact]
    public void A_brace_is_not_printed_where_it_would_be_read_as_the_body_of_a_type() =>
        Prints(
            "enum E query { a } { b } extend schema @s query { c } scalar S { d }",
            "enum E\n\nquery {\n  a\n}\n\n{\n  b\n}\n\nextend schema @s\n\nquery {\n  c\n}\n\nscalar S\n\n{\n  d\n}");

    [Fact]
    public void Everything_of_an_operation_is_printed() => Prints(
        "\"about\" mutation M($a: [I!]! = [1, 2] @v, $b: X = {y: null}) @d(e: 1.5) { x: y(z: $a) @skip(if: true) { "
            + "... on T @q { w } ...F @r ... { u } } } fragment F on T @s { t }",
        """
        "about"
        mutation M($a: [I!]! = [1, 2] @v, $b: X = {y: null}) @d(e: 1.5) {
          x: y(z: $a) @skip(if: true) {
            ... on T @q {
              w
            }
            ...F @r
            ... {
              u
            }
          }
        }

        fragment F on T @s {
          t
        }
        """);

    [Fact]
    public void Long_arguments_stand_on_lines_of_their_own() => Prints(
        "{ a(firstArgument: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", secondArgument: \"bbbbbbbbbbbbbbbbbbbbbbbbb\") }",
        """
        {
          a(
            firstArgument: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            secondArgument: "bbbbbbbbbbbbbbbbbbbbbbbbb"
          )
        }
        """);

    [Fact]
    public void Variables_with_a_description_stand_on_lines_of_their_own() => Prints(
        "query (\"first\" $a: A, $b: B) { c }",
        "query (\n\"first\"\n$a: A\n$b: B\n) {\n  c\n}");

    [Fact]
    public void Every_definition_of_the_type_system_is_printed()
    {
        const string Sdl = """"
            """the whole"""
            schema @a {
              query: Q
              mutation: M
            }

            extend schema @b

            "a scalar"
            scalar S @specifiedBy(url: "https://example.com")

            type T implements I & J @d {
              "a field"
              f(
                "an argument"
                a: A = 1
                b: B
              ): F! @e
              g(a: A, b: B): G
            }

            extend type T {
              h: H
            }

            interface I implements J {
              f: F
            }

            union U @d = A | B

            extend union U = C

            union Empty

            enum E {
              "first"
              A
              B @deprecated
            }

            input N @oneOf {
              a: A
            }

            directive @d(a: A = {b: [1]}) repeatable on FIELD | QUERY
            """";
        Prints(Sdl, Sdl);
    }

    [Theory]
    [InlineData("x", "\"\"\"x\"\"\"")]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("ends in a quote\"", "\"\"\"\nends in a quote\"\n\"\"\"")]
    [InlineData("ends in a slash\\", "\"\"\"\nends in a slash\\\n\"\"\"")]
    [InlineData("\"\"\"", "\"\"\"\n\\\"\"\"\n\"\"\"")]
    [InlineData("  leading", "\"\"\"  leading\"\"\"")]
    [InlineData("a\nb", "\"\"\"\na\nb\n\"\"\"")]
    public void Block_strings_keep_what_they_mean(string value, string printed) =>
        Assert.Equal(printed, BlockString.Print(value));

    [Fact]
    public void Quoted_strings_escape_what_they_must() => Assert.Equal(
        """
        "\"\\\b\f\n\r\t\u0000\u001F\u007F\u009Fé"
        """ + "",
        Printer.Quote("\"\\\b\f\n\r\t\u0000\u001F\u007F\u009Fé"));

    [Fact]
    public void What_is_printed_is_parsed_as_the_same_tree()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var tree = new DocumentGenerator(seed).Document();
            var text = Printer.Print(tree);
            var result = Parser.Parse(text, ParserLimits.Sdl);
            Assert.True(result.Succeeded, $"seed {seed}: {result.Error?.Message} {result.Error?.Locations[0]}\n{text}");
            Assert.Equal(Tree.Show(tree), Tree.Show(result.Document));
            Assert.Equal(text, Printer.Print(result.Document));
        }
    }

    [Fact]
    public void The_text_without_ignored_tokens_is_parsed_as_the_same_tree()
    {
        const string Source = "query Q($a: Int = 1) { a(b: [1, -2, $a], c: {d: \"e\"}) ...F } fragment F on T { g }";
        var spaced = "\uFEFF\r\n," + Source.Replace(" ", " # comment\n,\t ", StringComparison.Ordinal);
        Assert.Equal(Tree.Show(Tree.Parse(Source)), Tree.Show(Tree.Parse(spaced)));
    }

    [Fact]
    public void Any_cut_of_a_document_is_read_or_refused_but_never_throws()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = Printer.Print(new DocumentGenerator(seed).Document());
            var random = new Random(seed);
            for (var i = 0; i < 50; i++)
            {
                var cut = text[random.Next(text.Length)..];
                var result = Parser.Parse(cut[..random.Next(cut.Length + 1)], ParserLimits.Sdl);
                Assert.True(result.Document is null != result.Error is null);
            }
        }
    }
}
