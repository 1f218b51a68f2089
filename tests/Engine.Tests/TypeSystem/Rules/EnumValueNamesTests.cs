using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class EnumValueNamesTests : SchemaRuleTest
{
    [Fact]
    public void Other_cases_of_the_words_are_names() => Valid("enum E { TRUE FALSE NULL }");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void A_generated_value_must_not_be_a_literal(string name)
    {
        var document = SchemaBuilder.Parse("test", "type Query { a: Int } enum E { A }");
        var type = (EnumTypeDefinitionNode)document.Definitions[1];
        var odd = type with { Values = [type.Values[0] with { Name = new NameNode(name, default) }] };

        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddDocument(document with { Definitions = [document.Definitions[0], odd] })
            .AllowUnbound()
            .Build());

        Assert.Equal(
            [$"E.{name}: Enum values cannot be named: {name} (1:32)"],
            error.Errors.Select(e => e.ToString()));
    }
}
