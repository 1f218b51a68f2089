using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class SchemaPrinterTests
{
    [Fact]
    public void A_schema_is_printed_as_it_was_written() => Assert.Equal(KitchenSink.Sdl, Print(KitchenSink.Sdl));

    [Fact]
    public void A_printed_schema_builds_and_is_printed_equal() =>
        Assert.Equal(Print(KitchenSink.Sdl), Print(Print(KitchenSink.Sdl)));

    [Theory]
    [InlineData("type Query { a: Int } type Mutation { a: Int }")]
    [InlineData("schema { query: Query } type Query { a: Int } interface Mutation { a: Int }")]
    public void A_schema_definition_that_says_nothing_new_is_left_out(string sdl) =>
        Assert.DoesNotContain("schema", Print(sdl), StringComparison.Ordinal);

    [Theory]
    [InlineData("schema { query: Query } type Query { a: Int } type Mutation { a: Int }")]
    [InlineData("\"Text.\" schema { query: Query } type Query { a: Int }")]
    [InlineData("schema { query: Q } type Q { a: Int }")]
    public void A_schema_definition_that_says_something_is_printed(string sdl)
    {
        Assert.Contains("schema {", Print(sdl), StringComparison.Ordinal);
        Assert.Equal(Print(sdl), Print(Print(sdl)));
    }

    [Theory]
    [InlineData("one line")]
    [InlineData("with \\\"quotes\\\"")]
    [InlineData("ends with a quote\\\"")]
    [InlineData("ends with a backslash\\\\")]
    [InlineData("three \\\"\\\"\\\" quotes")]
    [InlineData(" leading space")]
    [InlineData("trailing space ")]
    [InlineData("\\n")]
    [InlineData("\\n\\nblank lines before")]
    [InlineData("blank lines after\\n \\n")]
    [InlineData("first\\n  all others\\n  indented")]
    [InlineData("  all\\n  indented")]
    [InlineData("a line of spaces\\n   \\nbetween")]
    [InlineData("an empty line\\n\\nbetween")]
    [InlineData("carriage\\r\\nreturn")]
    [InlineData("control \\u0007 \\u0000")]
    [InlineData("emoji \\u{1F600}")]
    [InlineData("other line ends \\u2028 and \\u0085")]
    [InlineData("code:\\n\\n    a {\\n\\n    \\\"b\\\"")]
    [InlineData("")]
    [InlineData("a text that is longer than seventy characters, which makes the printer break its lines")]
    public void Descriptions_survive(string escaped)
    {
        var schema = Build($"type Query {{ \"{escaped}\" a: Int }}");
        var again = Build(SchemaPrinter.Print(schema));

        Assert.Equal(schema.QueryType.Fields[0].Description, again.QueryType.Fields[0].Description);
    }

    [Fact]
    public void Internal_directives_and_their_types_are_printed_only_on_demand()
    {
        const string sdl = """
            directive @rule(of: Level!) on FIELD_DEFINITION | OBJECT

            type Query @rule(of: HIGH) {
              a: Int @deprecated @rule(of: HIGH)
            }

            enum Level {
              HIGH
            }

            """;
        var schema = new SchemaBuilder()
            .AddSdl("test", sdl)
            .AllowUnbound()
            .HideDirectives(name => name == "rule")
            .Build();

        Assert.Equal("type Query {\n  a: Int @deprecated\n}\n", SchemaPrinter.Print(schema));
        Assert.Equal(sdl, SchemaPrinter.Print(schema, includeInternal: true));
    }

    [Fact]
    public void No_line_ends_in_spaces() =>
        Assert.DoesNotContain(" \n", Print("type Query { \"a\\n\\nb\" a: Int }"), StringComparison.Ordinal);

    static string Print(string sdl) => SchemaPrinter.Print(Build(sdl));

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
