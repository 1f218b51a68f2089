namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class AppliedDirectiveValuesTests : SchemaRuleTest
{
    [Fact]
    public void Values_fit_the_arguments() => Valid(
        "directive @a(x: [E!]!, y: I = { n: 1 }) on OBJECT enum E { A } input I { n: Int } "
            + "type T @a(x: A, y: null) { a: Int }");

    [Fact]
    public void A_value_of_another_type_is_told() => InvalidAt(
        """
        directive @a(x: Int!, y: Int = 1) repeatable on OBJECT | SCHEMA
        type A @a(x: "1") @a(x: 1, y: null) @a(x: null) { a: Int @deprecated(reason: null) }
        extend schema @a(x: 1.5)
        """,
        ("schema", "Argument \"x\" of \"@a\" is invalid. Int cannot represent non-integer value: 1.5", "3:21"),
        ("A", "Argument \"x\" of \"@a\" is invalid. Int cannot represent non-integer value: \"1\"", "2:14"),
        ("A", "Argument \"x\" of \"@a\" is invalid. Expected value of type \"Int!\", found null.", "2:43"),
        ("A.a", "Argument \"reason\" of \"@deprecated\" is invalid. Expected value of type \"String!\", found null.", "2:78"));
}
