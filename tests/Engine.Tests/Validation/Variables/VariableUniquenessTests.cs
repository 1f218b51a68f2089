using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Tests.Validation.Variables;

public sealed class VariableUniquenessTests() : RuleTest(context => new VariableUniqueness(context))
{
    [Fact]
    public void Two_operations_may_use_the_same_name() =>
        Valid("query A($x: Int, $y: Int) { a } query B($x: String, $Y: Int) { a }");

    [Fact]
    public void One_operation_uses_it_once() => Invalid(
        "query A($x: Int, $y: Int, $x: String, $x: Int) { a }\nquery B($x: Int, $x: Int) { a }",
        ("There can be only one variable named \"$x\".", [(1, 10), (1, 28), (1, 40)]),
        ("There can be only one variable named \"$x\".", [(2, 10), (2, 19)]));
}
