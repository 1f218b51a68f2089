namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class InterfaceFieldsTests : SchemaRuleTest
{
    [Theory]
    [InlineData("F", "F")]
    [InlineData("F", "F!")]
    [InlineData("F", "T")]
    [InlineData("F", "G!")]
    [InlineData("U", "T")]
    [InlineData("[F]", "[T!]!")]
    [InlineData("[[F!]]", "[[T!]!]")]
    [InlineData("Int!", "Int!")]
    public void A_field_may_be_narrower(string wanted, string own) => Valid(
        $$"""
        interface F { a: {{wanted}} }
        interface G implements F { a: {{own}} }
        type T implements F & G { a: {{own}} }
        union U = T
        """);

    [Theory]
    [InlineData("F!", "F")]
    [InlineData("T", "F")]
    [InlineData("T", "U")]
    [InlineData("[F]", "F")]
    [InlineData("F", "[F]")]
    [InlineData("[F!]", "[F]")]
    [InlineData("Int", "Float")]
    [InlineData("U", "F")]
    public void A_field_may_not_be_wider_or_another(string wanted, string own) => Invalid(
        $"interface F {{ a: {wanted} }} type T implements F {{ a: {own} }} union U = T",
        ("T.a", $"Interface field F.a expects type {wanted} but T.a is type {own}."));

    [Fact]
    public void A_field_must_not_be_missing() => Invalid(
        "interface F { a: Int b: Int } type T implements F { a: Int }",
        ("T", "Interface field F.b expected but T does not provide it."));

    [Fact]
    public void Arguments_are_the_same() => Invalid(
        "interface F { a(x: Int, y: [Int!]): Int } type T implements F { a(y: [Int]): Int }",
        ("T.a", "Interface field argument F.a(x:) expected but T.a does not provide it."),
        ("T.a(y:)", "Interface field argument F.a(y:) expects type [Int!] but T.a(y:) is type [Int]."));

    [Fact]
    public void Further_arguments_may_be_left_out()
    {
        Valid("interface F { a: Int } type T implements F { a(x: Int, y: Int! = 1): Int }");
        Invalid(
            "interface F { a: Int } type T implements F { a(x: Int!): Int }",
            ("T.a(x:)", "Object field T.a includes required argument x that is missing from the Interface field F.a."));
    }

    [Fact]
    public void What_the_interface_offers_is_not_deprecated()
    {
        Valid("interface F { a: Int @deprecated } type T implements F { a: Int @deprecated }");
        Invalid(
            "interface F { a: Int } type T implements F { a: Int @deprecated }",
            ("T.a", "Interface field F.a is not deprecated, so implementation field T.a must not be deprecated."));
    }
}
