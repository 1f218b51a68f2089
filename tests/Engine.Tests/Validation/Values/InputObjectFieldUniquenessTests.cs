using GraphApi.Engine.Validation.Values;

namespace GraphApi.Engine.Tests.Validation.Values;

public sealed class InputObjectFieldUniquenessTests() : RuleTest(context => new InputObjectFieldUniqueness(context))
{
    [Fact]
    public void The_same_name_in_different_objects_is_fine() =>
        Valid("{ f(a: { x: 1, y: { x: 1 }, z: [{ x: 1 }, { x: 1 }] }, b: { x: 1 }) }");

    [Fact]
    public void A_field_is_given_once() => Invalid(
        "query ($v: X = { a: 1, a: 1 }) { f(x: { a: 1, b: { c: 1, c: 2 }, a: 2, a: 3 }) }",
        ("There can be only one input field named \"a\".", [(1, 18), (1, 24)]),
        ("There can be only one input field named \"a\".", [(1, 41), (1, 66)]),
        ("There can be only one input field named \"a\".", [(1, 41), (1, 72)]),
        ("There can be only one input field named \"c\".", [(1, 52), (1, 58)]));
}
