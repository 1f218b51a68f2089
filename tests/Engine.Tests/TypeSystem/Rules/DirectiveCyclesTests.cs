namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class DirectiveCyclesTests : SchemaRuleTest
{
    [Fact]
    public void A_directive_may_stand_at_another() => Valid(
        """
        directive @a on ARGUMENT_DEFINITION | INPUT_OBJECT
        directive @b(x: Int @a, y: I @deprecated) on FIELD
        input I @a { i: I }
        """);

    [Fact]
    public void A_directive_does_not_stand_at_itself() => Invalid(
        "directive @a(x: Int @a) on ARGUMENT_DEFINITION",
        ("@a", "Directive @a must not refer to itself, directly or by other definitions."));

    [Fact]
    public void Nor_does_it_on_a_detour() => Invalid(
        """
        directive @a(x: I) on ENUM_VALUE
        directive @b(x: E @c) on INPUT_FIELD_DEFINITION
        directive @c(y: Int) on ARGUMENT_DEFINITION
        input I { e: Int @b }
        enum E { X @a }
        """,
        ("@a", "Directive @a must not refer to itself, directly or by other definitions."),
        ("@b", "Directive @b must not refer to itself, directly or by other definitions."));
}
