namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class InputObjectCyclesTests : SchemaRuleTest
{
    [Fact]
    public void A_cycle_that_can_end_is_allowed() =>
        Valid("input A { a: A b: [A!]! c: B! } input B { a: A d: C! } input C { x: Int }");

    [Fact]
    public void An_input_object_does_not_need_itself() => Invalid(
        "input A { a: A! }",
        ("A", "Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"a\"."));

    [Fact]
    public void Nor_does_it_by_others() => InvalidAt(
        "input A { x: Int b: B! } input B { c: C! } input C { b: B! d: [C!]! }",
        ("B", "Cannot reference Input Object \"B\" within itself through a series of non-null fields: \"c.b\".", "1:36 1:54"));
}
