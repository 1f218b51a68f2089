namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class OneOfInputObjectsTests : SchemaRuleTest
{
    [Fact]
    public void Its_fields_are_nullable_and_without_default()
    {
        Valid("input A @oneOf { a: Int b: [A!] }");
        Invalid(
            "input A @oneOf { a: Int! b: Int = 1 c: Int } extend input A { d: Int = null }",
            ("A.a", "OneOf input field A.a must be nullable."),
            ("A.b", "OneOf input field A.b cannot have a default value."),
            ("A.d", "OneOf input field A.d cannot have a default value."));
    }

    [Fact]
    public void An_extension_can_make_one() => Invalid(
        "input A { a: Int! } extend input A @oneOf",
        ("A.a", "OneOf input field A.a must be nullable."));

    [Fact]
    public void Only_input_objects_can_be() => Invalid(
        "type A @oneOf { a: Int }",
        ("A", "Directive \"@oneOf\" may not be used on OBJECT."));
}
