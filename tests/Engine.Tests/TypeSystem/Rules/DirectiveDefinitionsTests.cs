using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class DirectiveDefinitionsTests : SchemaRuleTest
{
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
                "@a: Directive @a must include 1 or more locations. (1:23)",
                "@b: SOMEWHERE is no directive location.",
            ],
            error.Errors.Select(e => e.ToString()));
    }
}
