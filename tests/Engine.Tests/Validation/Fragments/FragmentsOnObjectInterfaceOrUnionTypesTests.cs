using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentsOnObjectInterfaceOrUnionTypesTests()
    : RuleTest(context => new FragmentsOnObjectInterfaceOrUnionTypes(context))
{
    [Fact]
    public void Types_with_fields_are_fine_and_unknown_ones_another_rule() => Valid(
        "{ ... on Dog { a } ... on Pet { a } ... { a } ... on Missing { a } } fragment F on CatOrDog { a }");

    [Fact]
    public void Scalars_enums_and_input_objects_have_no_fields_to_select() => Invalid(
        "{ ... on Boolean { a } ... on DogCommand { a } }\nfragment F on Email { a }\nfragment G on Anything { a }",
        ("Fragment cannot condition on non composite type \"Boolean\".", [(1, 10)]),
        ("Fragment cannot condition on non composite type \"DogCommand\".", [(1, 31)]),
        ("Fragment \"F\" cannot condition on non composite type \"Email\".", [(2, 15)]),
        ("Fragment \"G\" cannot condition on non composite type \"Anything\".", [(3, 15)]));
}
