using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class TypeSystemDefinitionsOnlyTests : SchemaRuleTest
{
    [Fact]
    public void Operations_and_fragments_are_no_part_of_a_schema() => InvalidAt(
        "query { a } type A { a: Int } fragment F on Query { a }",
        ("schema", "A schema holds no operations and no fragments.", "1:1"),
        ("schema", "A schema holds no operations and no fragments.", "1:31"));
}
