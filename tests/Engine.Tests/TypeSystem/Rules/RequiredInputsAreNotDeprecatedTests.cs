namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class RequiredInputsAreNotDeprecatedTests : SchemaRuleTest
{
    [Fact]
    public void What_can_be_left_out_may_be_deprecated() => Valid(
        """
        type T { a(x: Int @deprecated, y: Int! = 1 @deprecated): Int }
        input I { a: Int @deprecated b: Int! = 1 @deprecated }
        directive @d(a: Int @deprecated) on FIELD
        """);

    [Fact]
    public void What_must_be_given_may_not() => Invalid(
        "type T { a(x: Int! @deprecated): Int } input I { a: Int! @deprecated } "
            + "directive @d(a: Int! @deprecated) on FIELD",
        ("T.a(x:)", "Required argument T.a(x:) cannot be deprecated."),
        ("I.a", "Required input field I.a cannot be deprecated."),
        ("@d(a:)", "Required argument @d(a:) cannot be deprecated."));
}
