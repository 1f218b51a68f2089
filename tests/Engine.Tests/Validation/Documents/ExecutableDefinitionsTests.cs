using GraphApi.Engine.Validation.Documents;

namespace GraphApi.Engine.Tests.Validation.Documents;

public sealed class ExecutableDefinitionsTests() : RuleTest(context => new ExecutableDefinitions(context))
{
    [Fact]
    public void Operations_and_fragments_are_executable() => Valid("{ dog { ...F } } fragment F on Dog { name }");

    [Fact]
    public void Definitions_of_the_type_system_are_not() => Invalid(
        "{ dog { name } }\ntype Cow { name: String }\nextend type Dog { color: String }\n\"d\" directive @x on FIELD",
        ("The \"Cow\" definition is not executable.", [(2, 1)]),
        ("The \"Dog\" definition is not executable.", [(3, 1)]),
        ("The \"x\" definition is not executable.", [(4, 1)]));

    [Fact]
    public void The_schema_is_not() => Invalid(
        "schema { query: Query } extend schema @a",
        ("The schema definition is not executable.", [(1, 1)]),
        ("The schema definition is not executable.", [(1, 25)]));
}
