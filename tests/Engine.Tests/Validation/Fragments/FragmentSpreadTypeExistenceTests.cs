using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentSpreadTypeExistenceTests() : RuleTest(context => new FragmentSpreadTypeExistence(context))
{
    [Fact]
    public void Known_types_are_fine_of_whatever_kind() => Valid(
        "{ ... on Dog { a } ... on Pet { a } ... on CatOrDog { a } ... on Int { a } ... { a } } fragment F on "
            + "__Type { a }");

    [Fact]
    public void Unknown_types_are_refused() => Invalid(
        "{ ... on Bird { a { ... on DOG { b } } } }\nfragment F on Peettt { a }",
        ("Unknown type \"Bird\". Did you mean \"ID\"?", [(1, 10)]),
        ("Unknown type \"DOG\". Did you mean \"Dog\" or \"Box\"?", [(1, 28)]),
        ("Unknown type \"Peettt\". Did you mean \"Pet\"?", [(2, 15)]));

    [Fact]
    public void What_only_an_internal_directive_uses_is_unknown_and_not_suggested() => Invalid(
        "{ ... on SecretRule { a } ... on SecretRul { a } }",
        ("Unknown type \"SecretRule\".", [(1, 10)]),
        ("Unknown type \"SecretRul\".", [(1, 34)]));
}
