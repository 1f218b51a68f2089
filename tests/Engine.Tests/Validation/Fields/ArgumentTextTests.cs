using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Validation.Fields;

namespace GraphApi.Engine.Tests.Validation.Fields;

public sealed class ArgumentTextTests
{
    readonly ArgumentText _texts = new();

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a(b: 1 c: 2)", "a(c: 2 b: 1)")]
    [InlineData("a(b: { c: [1, $v] d: X })", "a(b: { d: X c: [1 $v] })")]
    [InlineData("a(b: \"\\u0041\")", "a(b: \"A\")")]
    public void Arguments_that_are_the_same_have_the_same_text(string one, string other) =>
        Assert.Equal(Of(one), Of(other));

    [Theory]
    [InlineData("a(b: 1)", "a")]
    [InlineData("a(b: 1)", "a(b: 2)")]
    [InlineData("a(b: 1)", "a(b: \"1\")")]
    [InlineData("a(b: 1)", "a(b: 1.0)")]
    [InlineData("a(b: A)", "a(b: \"A\")")]
    [InlineData("a(b: A)", "a(b: $A)")]
    [InlineData("a(b: null)", "a(b: \"null\")")]
    [InlineData("a(b: [1, 2])", "a(b: [2, 1])")]
    [InlineData("a(b: [[1], 2])", "a(b: [[1, 2]])")]
    [InlineData("a(b: [])", "a(b: {})")]
    [InlineData("a(b: \"x\")", "a(b: \"\"\"x\"\"\")")]
    [InlineData("a(b: \"1,c:2\")", "a(b: 1 c: 2)")]
    [InlineData("a(b: [\"x,\\\"3 y\"])", "a(b: [\"x\", \"y\"])")]
    [InlineData("a(b: { c: { d: 1 } })", "a(b: { c: {} d: 1 })")]
    public void Arguments_that_differ_have_different_texts(string one, string other) =>
        Assert.NotEqual(Of(one), Of(other));

    [Fact]
    public void A_field_is_written_once()
    {
        var field = Field("a(b: 1)");
        Assert.Same(_texts.Of(field), _texts.Of(field));
    }

    string Of(string field) => _texts.Of(Field(field));

    static FieldNode Field(string text) => Assert.IsType<FieldNode>(Assert.Single(
        Assert.IsType<OperationDefinitionNode>(Tree.Parse($"{{ {text} }}").Definitions[0]).SelectionSet.Selections));
}
