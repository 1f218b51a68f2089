using GraphApi.Engine.Validation.Values;

namespace GraphApi.Engine.Tests.Validation.Values;

public sealed class ValuesOfCorrectTypeTests() : RuleTest(context => new ValuesOfCorrectType(context))
{
    [Theory]
    [InlineData("intArg(intArg: 2)")]
    [InlineData("intArg(intArg: -2147483648)")]
    [InlineData("intArg(intArg: null)")]
    [InlineData("booleanArg(booleanArg: true)")]
    [InlineData("stringArg(stringArg: \"foo\")")]
    [InlineData("stringArg(stringArg: \"\"\"foo\"\"\")")]
    [InlineData("floatArg(floatArg: 1.1)")]
    [InlineData("floatArg(floatArg: 1)")]
    [InlineData("idArg(idArg: 1)")]
    [InlineData("idArg(idArg: \"x\")")]
    [InlineData("enumArg(enumArg: SIT)")]
    [InlineData("enumArg(enumArg: null)")]
    [InlineData("booleanListArg(booleanListArg: [])")]
    [InlineData("booleanListArg(booleanListArg: [true, null, false])")]
    [InlineData("booleanListArg(booleanListArg: true)")]
    [InlineData("intListArg(intListArg: [[1], [2, null], null])")]
    [InlineData("intListArg(intListArg: 1)")]
    [InlineData("intListArg(intListArg: [1])")]
    [InlineData("emailArg(emailArg: { user: \"a\", port: 1, host: \"b\" })")]
    [InlineData("emailArg(emailArg: { user: \"a\" })")]
    [InlineData("unknown(x: null)")]
    [InlineData("intArg(unknown: \"x\")")]
    [InlineData("intArg(intArg: $missing)")]
    public void Values_that_can_be_coerced_are_fine(string field) => Valid($"{{ arguments {{ {field} }} }}");

    [Theory]
    [InlineData("intArg(intArg: \"3\")", "Int cannot represent non-integer value: \"3\"", 30)]
    [InlineData("intArg(intArg: 829384293849283498239482938)",
        "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938", 30)]
    [InlineData("intArg(intArg: 3.0)", "Int cannot represent non-integer value: 3.0", 30)]
    [InlineData("intArg(intArg: FOO)", "Int cannot represent non-integer value: FOO", 30)]
    [InlineData("intArg(intArg: [3])", "Int cannot represent non-integer value: [3]", 30)]
    [InlineData("intArg(intArg: { a: 1 })", "Int cannot represent non-integer value: {a: 1}", 30)]
    [InlineData("floatArg(floatArg: \"1\")", "Float cannot represent non numeric value: \"1\"", 34)]
    [InlineData("booleanArg(booleanArg: 2)", "Boolean cannot represent a non boolean value: 2", 38)]
    [InlineData("stringArg(stringArg: 1)", "String cannot represent a non string value: 1", 36)]
    [InlineData("stringArg(stringArg: true)", "String cannot represent a non string value: true", 36)]
    [InlineData("enumArg(enumArg: 2)", "Enum \"DogCommand\" cannot represent non-enum value: 2.", 32)]
    [InlineData("enumArg(enumArg: \"SIT\")",
        "Enum \"DogCommand\" cannot represent non-enum value: \"SIT\". Did you mean the enum value \"SIT\"?", 32)]
    [InlineData("enumArg(enumArg: JUGGLE)", "Value \"JUGGLE\" does not exist in \"DogCommand\" enum.", 32)]
    [InlineData("enumArg(enumArg: sit)",
        "Value \"sit\" does not exist in \"DogCommand\" enum. Did you mean the enum value \"SIT\"?", 32)]
    [InlineData("nonNullBooleanArg(nonNullBooleanArg: null)", "Expected value of type \"Boolean!\", found null.", 52)]
    [InlineData("booleanListArg(booleanListArg: [true, 1])", "Boolean cannot represent a non boolean value: 1", 53)]
    [InlineData("nonNullBooleanListArg(nonNullBooleanListArg: [null])",
        "Expected value of type \"Boolean!\", found null.", 61)]
    [InlineData("nonNullBooleanListArg(nonNullBooleanListArg: \"x\")",
        "Boolean cannot represent a non boolean value: \"x\"", 60)]
    [InlineData("intListArg(intListArg: [[\"1\"], [[2]]])", "Int cannot represent non-integer value: \"1\"", 40,
        "Int cannot represent non-integer value: [2]", 47)]
    [InlineData("emailArg(emailArg: \"x\")", "Expected value of type \"Email!\", found \"x\".", 34)]
    [InlineData("emailArg(emailArg: [{ user: \"a\" }])",
        "Expected value of type \"Email\", found [{user: \"a\"}].", 34)]
    [InlineData("emailArg(emailArg: { user: 1, port: null })", "String cannot represent a non string value: 1", 42,
        "Expected value of type \"Int!\", found null.", 51)]
    public void Values_that_cannot_are_refused_where_they_stand(
        string field, string message, int column, string? second = null, int secondColumn = 0) => Invalid(
        $"{{ arguments {{ {field} }} }}",
        second is null ? [(message, [(1, column)])] : [(message, [(1, column)]), (second, [(1, secondColumn)])]);

    [Theory]
    [InlineData("{ id: 1 }")]
    [InlineData("{ name: \"x\" }")]
    [InlineData("{ email: { user: \"x\", port: 1 } }")]
    [InlineData("{ id: $x }")]
    [InlineData("null")]
    public void One_field_of_a_OneOf_is_given(string value) => Valid($"{{ findOwner(by: {value}) {{ name }} }}");

    [Theory]
    [InlineData("{}", "OneOf Input Object \"OwnerSelector\" must specify exactly one key.")]
    [InlineData("{ id: 1, name: \"x\" }", "OneOf Input Object \"OwnerSelector\" must specify exactly one key.")]
    [InlineData("{ id: 1, name: null }", "OneOf Input Object \"OwnerSelector\" must specify exactly one key.")]
    [InlineData("{ id: 1, unknown: 2 }", "OneOf Input Object \"OwnerSelector\" must specify exactly one key.")]
    [InlineData("{ id: null }", "Field \"OwnerSelector.id\" must be non-null.")]
    public void None_many_or_null_are_not(string value, string message) =>
        Invalid($"{{ findOwner(by: {value}) {{ name }} }}", message, (1, 17));

    [Fact]
    public void A_scalar_of_our_own_decides_for_itself() =>
        Valid("{ anything(of: { a: [1, { b: null }], a: ENUM }, many: [null, 1, [2]]) }");

    [Fact]
    public void Defaults_of_variables_are_checked() => Invalid(
        "query ($a: Int = 1, $b: String! = null, $c: Int = \"x\", $d: [Int!] = [1, null], $e: Email = { user: 1 },"
        + " $f: OwnerSelector = {}, $g: Missing = 1, $h: Dog = 1) { dog { name } }",
        ("Expected value of type \"String!\", found null.", [(1, 35)]),
        ("Int cannot represent non-integer value: \"x\"", [(1, 51)]),
        ("Expected value of type \"Int!\", found null.", [(1, 73)]),
        ("String cannot represent a non string value: 1", [(1, 100)]),
        ("OneOf Input Object \"OwnerSelector\" must specify exactly one key.", [(1, 125)]));

    [Fact]
    public void Arguments_of_directives_are_checked() => Invalid(
        "query ($a: Int @tag(name: 5)) @tag(name: 1) { dog @include(if: \"yes\") @skip(if: null) { name } }",
        ("String cannot represent a non string value: 5", [(1, 27)]),
        ("String cannot represent a non string value: 1", [(1, 42)]),
        ("Boolean cannot represent a non boolean value: \"yes\"", [(1, 64)]),
        ("Expected value of type \"Boolean!\", found null.", [(1, 81)]));

    [Fact]
    public void Long_values_are_cut_in_messages()
    {
        var error = Assert.Single(Errors($"{{ arguments {{ intArg(intArg: \"{new string('x', 5_000)}\") }} }}"));
        Assert.InRange(error.Message.Length, 1_000, 1_100);
    }
}
