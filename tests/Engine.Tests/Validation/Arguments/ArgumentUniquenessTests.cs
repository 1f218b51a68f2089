using GraphApi.Engine.Validation.Arguments;

namespace GraphApi.Engine.Tests.Validation.Arguments;

public sealed class ArgumentUniquenessTests() : RuleTest(context => new ArgumentUniqueness(context))
{
    [Fact]
    public void The_same_name_at_different_places_is_fine() => Valid(
        "{ a: f(x: 1, y: 2) @d(x: 1) @e(x: 1) b: f(x: 1) c: f(x: { x: 1 }) }");

    [Fact]
    public void An_argument_is_given_once() => Invalid(
        "{ f(x: 1, y: 2, x: 3, x: 4) @d(a: 1, a: 1) }",
        ("There can be only one argument named \"x\".", [(1, 5), (1, 17), (1, 23)]),
        ("There can be only one argument named \"a\".", [(1, 32), (1, 38)]));

    [Fact]
    public void Also_by_directives_of_operations_and_variables() => Invalid(
        "query ($v: Int @d(a: 1, a: 2)) @d(b: 1, b: 2) { f }",
        ("There can be only one argument named \"a\".", [(1, 19), (1, 25)]),
        ("There can be only one argument named \"b\".", [(1, 35), (1, 41)]));
}
