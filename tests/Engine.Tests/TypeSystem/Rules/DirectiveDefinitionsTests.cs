using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class DirectiveDefinitionsTests : SchemaRuleTest
{
    [Fact]
    public void A_location_stands_once() => Invalid(
        "directive @a on FIELD | QUERY | FIELD",
        ("@a", "Directive @a can have the location FIELD only once."));

    [Fact]
    public void A_generated_directive_has_locations_of_the_specification()
    {
        var document = SchemaBuilder.Parse("test", "type Query { a: Int } directive @a on FIELD directive @b on FIELD");
        var none = (DirectiveDefinitionNode)document.Definitions[1] with { Locations = [] };
        var odd = (DirectiveDefinitionNode)document.Definitions[2] with
        {
            Locations = [new NameNode("SOMEWHERE", default)],
        };

        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddDocument(document with { Definitions = [document.Definitions[0], none, odd] })
            .AllowUnbound()
            .Build());

        Assert.Equal(
            [
                new SchemaError("@a", "Directive @a must include 1 or more locations."),
                new SchemaError("@b", "SOMEWHERE is no directive location."),
            ],
            error.Errors);
    }

    [Fact]
    public void A_directive_is_defined_once_and_is_none_of_the_specification() => Invalid(
        "directive @a on FIELD directive @a on QUERY directive @skip on FIELD",
        ("@a", "There can be only one directive named \"@a\"."),
        ("@skip", "The directive \"@skip\" is built in and cannot be defined."));
}
