using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueDirectiveNamesTests : SchemaRuleTest
{
    [Fact]
    public void A_directive_is_defined_once() => InvalidAt(
        "directive @a on FIELD type a { a: Int } directive @a(x: Int) repeatable on QUERY",
        ("@a", "There can be only one directive named \"@a\".", "1:12 1:52"));
}
