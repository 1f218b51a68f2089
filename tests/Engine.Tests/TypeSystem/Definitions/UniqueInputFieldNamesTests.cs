using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueInputFieldNamesTests : SchemaRuleTest
{
    [Fact]
    public void A_field_of_a_value_is_given_once() => InvalidAt(
        """
        directive @a(i: I) on OBJECT
        input I { x: Int i: I l: [I] }
        type T @a(i: { x: 1, i: { x: 1, x: 2 } }) { a(i: I = { l: [{ x: 1 }, { x: 1, x: 1 }], x: 1, x: 1 }): Int }
        """,
        ("T", "There can be only one input field named \"x\".", "3:27 3:33"),
        ("T.a(i:)", "There can be only one input field named \"x\".", "3:87 3:93"),
        ("T.a(i:)", "There can be only one input field named \"x\".", "3:72 3:78"));

    [Fact]
    public void The_same_field_of_several_values_is_not() => Valid(
        "input I { x: Int i: I } type T { a(i: I = { x: 1, i: { x: 1 } }, j: [I] = [{ x: 1 }, { x: 2 }]): Int }");
}
