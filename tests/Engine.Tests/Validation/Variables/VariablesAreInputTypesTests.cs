using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Tests.Validation.Variables;

public sealed class VariablesAreInputTypesTests() : RuleTest(context => new VariablesAreInputTypes(context))
{
    [Fact]
    public void Scalars_enums_and_input_objects_are_input_types_and_lists_of_them() => Valid(
        "query ($a: String, $b: [Boolean!]!, $c: Email, $d: [[DogCommand]], $e: Anything) { a }");

    [Fact]
    public void Types_with_fields_are_not() => Invalid(
        "query ($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { a }",
        ("Variable \"$a\" cannot be non-input type \"Dog\".", [(1, 12)]),
        ("Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\".", [(1, 21)]),
        ("Variable \"$c\" cannot be non-input type \"Pet\".", [(1, 41)]));

    [Fact]
    public void Types_that_do_not_exist_are_unknown() => Invalid(
        "query ($a: [JumbledUpLetters!]!, $b: Emial) { a }",
        ("Unknown type \"JumbledUpLetters\".", [(1, 13)]),
        ("Unknown type \"Emial\". Did you mean \"Email\" or \"Mammal\"?", [(1, 38)]));
}
