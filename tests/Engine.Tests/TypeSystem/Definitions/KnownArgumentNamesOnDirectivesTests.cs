using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class KnownArgumentNamesOnDirectivesTests : SchemaRuleTest
{
    [Fact]
    public void An_argument_is_one_of_the_directive() => InvalidAt(
        "directive @a(xyz: Int) on OBJECT type T @a(xyz: 1, xy: 1) { a: Int @deprecated(raeson: \"x\", q: 1) }",
        ("T", "Unknown argument \"xy\" on directive \"@a\". Did you mean \"xyz\"?", "1:52"),
        ("T.a", "Unknown argument \"raeson\" on directive \"@deprecated\". Did you mean \"reason\"?", "1:80"),
        ("T.a", "Unknown argument \"q\" on directive \"@deprecated\".", "1:93"));
}
