using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem;

public class DefaultValueCoercionTests : SchemaRuleTest
{
    [Fact]
    public void A_default_is_a_value_of_its_type() => Invalid(
        """
        input I { a: Int! b: Int = "x" c: [E] = [A, B] }
        type T { a(x: I = {}, y: Int! = null, z: Int = 1.5): Int }
        enum E { A }
        directive @d(a: Boolean = 1) on FIELD
        """,
        ("I.b", "The default value is invalid. Int cannot represent non-integer value: \"x\""),
        ("I.c", "The default value is invalid. Value \"B\" does not exist in \"E\" enum."),
        ("T.a(x:)", "The default value is invalid. Field \"I.a\" of required type \"Int!\" was not provided."),
        ("T.a(y:)", "The default value is invalid. Expected value of type \"Int!\", found null."),
        ("T.a(z:)", "The default value is invalid. Int cannot represent non-integer value: 1.5"),
        ("@d(a:)", "The default value is invalid. Boolean cannot represent a non boolean value: 1"));

    [Fact]
    public void A_default_that_ends_is_allowed()
    {
        Valid("input A { a: A = null b: B = { a: null } } input B { a: A = { a: null, b: null } }");
        Valid("input A { x: [A!] = [] y: A }");
        Valid("input A { x: Int = 1 b: B! = {} } input B { y: Int = 2 }");
    }

    [Fact]
    public void A_default_does_not_need_itself()
    {
        Invalid("input A { a: A = {} }", ("A.a", "The default value needs itself: A.a -> A.a."));
        Invalid(
            "input A { b: B = { x: 1 } } input B { x: Int a: [[A]] = [[{}]] }",
            ("A.b", "The default value needs itself: A.b -> B.a -> A.b."));
        Invalid("input A { a: A = { b: 1 } b: Int }", ("A.a", "The default value needs itself: A.a -> A.a."));
    }
}
