namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class StringLikeScalarTests : ScalarTest
{
    protected override string Name => "String";

    [Fact]
    public void Text_is_read()
    {
        Reads("\"\"", "\"\"", "");
        Reads("\"a\\u0041\"", "\"a\\u0041\"", "aA");
        Reads("\"\"\"a\n  b\"\"\"", "\"a\\nb\"", "a\nb");
        Reads("\"\\u{1F600}\"", "\"\\ud83d\\ude00\"", "\U0001F600");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"String cannot represent a non string value: {value}");
        RefusesJson(value, $"String cannot represent a non string value: {value}");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() =>
        RefusesJson("\"\\ud800\"", "String cannot represent a non string value: \"\\ud800\"");

    [Fact]
    public void Text_is_written()
    {
        Writes("a", "\"a\"");
        Writes("", "\"\"");
        RefusesToWrite(1);
        RefusesToWrite('a');
    }
}

public class MarkdownScalarTests : ScalarTest
{
    protected override string Name => "Markdown";

    [Fact]
    public void It_is_text_under_its_own_name()
    {
        Reads("\"# a\"", "\"# a\"", "# a");
        RefusesLiteral("1", "Markdown cannot represent a non string value: 1");
        Writes("# a", "\"# a\"");
    }
}
