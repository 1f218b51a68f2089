using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class KnownDirectivesTests : SchemaRuleTest
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
        directive @b(x: Int @a(x: 1)) on FIELD
        """);

    [Fact]
    public void They_stand_nowhere_else() => InvalidAt(
        """
        directive @a on FIELD
        schema @oneOf { query: Query }
        scalar S @a type T @a { a(x: Int @a): Int @skip(if: true) } interface F @a { a: Int } union U @a = T
        enum E @a { A @a } input I @a { a: Int @specifiedBy(url: "u") } directive @d(x: Int @a) on FIELD
        extend input I { b: Int @a }
        """,
        ("schema", "Directive \"@oneOf\" may not be used on SCHEMA.", "2:8"),
        ("S", "Directive \"@a\" may not be used on SCALAR.", "3:10"),
        ("T", "Directive \"@a\" may not be used on OBJECT.", "3:20"),
        ("T.a", "Directive \"@skip\" may not be used on FIELD_DEFINITION.", "3:43"),
        ("T.a(x:)", "Directive \"@a\" may not be used on ARGUMENT_DEFINITION.", "3:34"),
        ("F", "Directive \"@a\" may not be used on INTERFACE.", "3:73"),
        ("U", "Directive \"@a\" may not be used on UNION.", "3:95"),
        ("E", "Directive \"@a\" may not be used on ENUM.", "4:8"),
        ("E.A", "Directive \"@a\" may not be used on ENUM_VALUE.", "4:15"),
        ("I", "Directive \"@a\" may not be used on INPUT_OBJECT.", "4:28"),
        ("I.a", "Directive \"@specifiedBy\" may not be used on INPUT_FIELD_DEFINITION.", "4:40"),
        ("@d(x:)", "Directive \"@a\" may not be used on ARGUMENT_DEFINITION.", "4:85"),
        ("I.b", "Directive \"@a\" may not be used on INPUT_FIELD_DEFINITION.", "5:25"));

    [Fact]
    public void What_stands_is_defined() => InvalidAt(
        "type T @b { a: Int @c(x: 1) } extend type T @b",
        ("T", "Unknown directive \"@b\".", "1:8"),
        ("T.a", "Unknown directive \"@c\".", "1:20"),
        ("T", "Unknown directive \"@b\".", "1:45"));
}
