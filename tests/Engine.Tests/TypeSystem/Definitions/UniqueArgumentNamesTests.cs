using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueArgumentNamesTests : SchemaRuleTest
{
    [Fact]
    public void An_argument_is_given_once() => InvalidAt(
        "directive @a(x: Int, y: Int) on OBJECT type T @a(x: 1, y: 1, x: 2, x: 3) { a: Int }",
        ("T", "There can be only one argument named \"x\".", "1:50 1:62 1:68"));
}
