using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentNameUniquenessTests() : RuleTest(context => new FragmentNameUniqueness(context))
{
    [Fact]
    public void Different_names_are_fine_also_that_of_an_operation() => Valid(
        "query A { ...A ...B ... on Query { __typename } } fragment A on Query { a } fragment B on Query { b }");

    [Fact]
    public void A_name_is_used_once() => Invalid(
        "{ ...A }\nfragment A on Query { a }\nfragment A on Dog { b }\nfragment A on Query { a }",
        ("There can be only one fragment named \"A\".", [(2, 10), (3, 10)]),
        ("There can be only one fragment named \"A\".", [(2, 10), (4, 10)]));
}
