using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentSpreadIsPossibleTests() : RuleTest(context => new FragmentSpreadIsPossible(context))
{
    [Theory]
    [InlineData("fragment A on Dog { ... on Dog { x } ...B } fragment B on Dog { x }")]
    [InlineData("fragment A on Dog { ... on Pet { x } ... on Mammal { x } ... on CatOrDog { x } }")]
    [InlineData("fragment A on CatOrDog { ... on Dog { x } ... on Pet { x } ...B } fragment B on Cat { x }")]
    [InlineData("fragment A on Pet { ... on Mammal { x } ... on CatOrDog { ... on Dog { x } } }")]
    [InlineData("fragment A on HumanOrAlien { ... on Sentient { x } }")]
    [InlineData("fragment A on Dog { ... { ... @include(if: true) { x } } }")]
    [InlineData(
        "fragment A on Dog { ... on Missing { ... on Cat { x } } ... on Int { x } ...Missing ...B } fragment B on "
        + "Int { x }")]
    public void Where_an_object_can_be_of_both_types_a_fragment_can_be_spread(string document) => Valid(document);

    [Theory]
    [InlineData("fragment A on Dog { ... on Cat { x } }", "Dog", "Cat")]
    [InlineData("fragment A on Dog { ... on Human { x } }", "Dog", "Human")]
    [InlineData("fragment A on Pet { ... on Human { x } }", "Pet", "Human")]
    [InlineData("fragment A on Human { ... on Pet { x } }", "Human", "Pet")]
    [InlineData("fragment A on Pet { ... on Sentient { x } }", "Pet", "Sentient")]
    [InlineData("fragment A on Pet { ... on HumanOrAlien { x } }", "Pet", "HumanOrAlien")]
    [InlineData("fragment A on CatOrDog { ... on HumanOrAlien { x } }", "CatOrDog", "HumanOrAlien")]
    [InlineData("fragment A on CatOrDog { ... on Alien { x } }", "CatOrDog", "Alien")]
    [InlineData("fragment A on CatOrDog { ... on Event { x } }", "CatOrDog", "Event")]
    public void Where_no_object_can_it_is_refused(string document, string parent, string type) => Invalid(
        document,
        $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
        (1, document.IndexOf("...", StringComparison.Ordinal) + 1));

    [Fact]
    public void Named_fragments_too() => Invalid(
        "{ dog { owner { ...F ... { ...F } } } }\nfragment F on Pet { name }",
        ("Fragment \"F\" cannot be spread here as objects of type \"Human\" can never be of type \"Pet\".", [(1, 17)]),
        ("Fragment \"F\" cannot be spread here as objects of type \"Human\" can never be of type \"Pet\".", [(1, 28)]));
}
