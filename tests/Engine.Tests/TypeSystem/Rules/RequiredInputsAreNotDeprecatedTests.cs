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
        ("T.a(x:)", "T.a(x:) is required, so it cannot be deprecated."),
        ("I.a", "I.a is required, so it cannot be deprecated."),
        ("@d(a:)", "@d(a:) is required, so it cannot be deprecated."));
}
