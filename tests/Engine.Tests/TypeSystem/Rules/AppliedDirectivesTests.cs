namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class AppliedDirectivesTests : SchemaRuleTest
{
    [Fact]
    public void Directives_stand_where_their_definition_says() => Valid(
        """
        directive @a(x: Int!, y: [P!] = [A]) repeatable on
          | SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE
          | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        extend schema @a(x: 1)
        scalar S @a(x: 1) @specifiedBy(url: "https://example.org")
        type T @a(x: 1) @a(x: 2, y: A) { a(b: Int @a(x: 1)): Int @a(x: 1) @deprecated(reason: "gone") }
        interface F @a(x: 1) { a: Int }
        union U @a(x: 1) = T
        enum E @a(x: 1) { A @deprecated }
        enum P { A }
        input I @a(x: 1) @oneOf { a: Int @a(x: 1) @deprecated }
        """);

    [Fact]
    public void A_directive_must_be_defined_and_may_not_stand_elsewhere() => Invalid(
        "directive @a on FIELD type T @a @b { a(b: Int @deprecated): Int @skip(if: true) } extend schema @oneOf",
        ("schema", "Directive \"@oneOf\" may not be used on SCHEMA."),
        ("T", "Directive \"@a\" may not be used on OBJECT."),
        ("T", "Unknown directive \"@b\"."),
        ("T.a", "Directive \"@skip\" may not be used on FIELD_DEFINITION."));

    [Fact]
    public void A_directive_stands_once_where_it_is_not_repeatable() => Invalid(
        "type T { a: Int @deprecated @deprecated(reason: \"x\") }",
        ("T.a", "The directive \"@deprecated\" can only be used once at this location."));

    [Fact]
    public void Arguments_are_defined_given_once_valid_and_complete() => Invalid(
        """
        directive @a(x: Int!, y: Int = 1) on OBJECT
        type A @a(x: "1") { a: Int }
        type B @a(x: 1, z: 1) { a: Int }
        type C @a(y: null) { a: Int @deprecated(reason: null) }
        type D @a(x: 1, x: 2) { a: Int }
        """,
        ("A", "Argument \"x\" of \"@a\" is invalid. Int cannot represent non-integer value: \"1\""),
        ("B", "Unknown argument \"z\" on directive \"@a\"."),
        ("C", "Directive \"@a\" argument \"x\" of type \"Int!\" is required, but it was not provided."),
        ("C.a", "Argument \"reason\" of \"@deprecated\" is invalid. "
            + "Expected value of type \"String!\", found null."),
        ("D", "There can be only one argument named \"x\" on \"@a\"."));
}
