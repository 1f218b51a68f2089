namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class InputAndOutputTypesTests : SchemaRuleTest
{
    [Fact]
    public void Scalars_and_enums_are_both() => Valid(
        "enum E { A } scalar S type T { a(a: E, b: S, c: [I!]): E b: [S!]! c: T d: U } input I { a: E b: S c: [I] } "
            + "union U = T");

    [Fact]
    public void A_field_has_an_output_type() => Invalid(
        "input I { a: Int } type T { a: [I!] } interface F { b: I! }",
        ("T.a", "The type of T.a must be Output Type but got: [I!]."),
        ("F.b", "The type of F.b must be Output Type but got: I!."));

    [Fact]
    public void Values_for_what_has_no_input_type_are_not_looked_at() => Invalid(
        "type T { a(i: I = { t: { a: 1 } }): Int } input I { t: T n: Int = 1.5 } directive @d(i: I) on OBJECT "
            + "type S @d(i: { t: 1 }) { a: Int }",
        ("I.t", "The type of I.t must be Input Type but got: T."));

    [Fact]
    public void Arguments_and_input_fields_have_input_types() => Invalid(
        "type T { a(b: [T]): Int } interface F { a: Int } union U = T input I { a: F! } directive @d(a: U) on FIELD",
        ("T.a(b:)", "The type of T.a(b:) must be Input Type but got: [T]."),
        ("I.a", "The type of I.a must be Input Type but got: F!."),
        ("@d(a:)", "The type of @d(a:) must be Input Type but got: U."));
}
