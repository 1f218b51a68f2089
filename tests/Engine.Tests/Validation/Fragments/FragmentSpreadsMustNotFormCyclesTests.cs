using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentSpreadsMustNotFormCyclesTests()
    : RuleTest(context => new FragmentSpreadsMustNotFormCycles(context))
{
    [Fact]
    public void A_fragment_may_be_spread_often() => Valid(
        "{ ...A ...A } fragment A on Query { ...B dog { ...C ...C } } fragment B on Query { dog { ...C } } fragment "
            + "C on Dog { name }");

    [Fact]
    public void Unknown_fragments_are_another_rule() => Valid("{ ...A } fragment A on Query { ...Missing }");

    [Fact]
    public void A_fragment_cannot_spread_itself() => Invalid(
        "{ ...A }\nfragment A on Human { relatives { ...A } }",
        "Cannot spread fragment \"A\" within itself.",
        (2, 35));

    [Fact]
    public void Neither_through_others() => Invalid(
        "fragment A on Dog { ...B }\nfragment B on Dog { ... { ...C } }\nfragment C on Dog { ...A }",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
        (1, 21),
        (2, 27),
        (3, 21));

    [Fact]
    public void Each_cycle_is_found_once() => Invalid(
        "fragment A on Dog { ...B ...C }\nfragment B on Dog { ...A }\nfragment C on Dog { ...A ...C ...B }",
        ("Cannot spread fragment \"A\" within itself via \"B\".", [(1, 21), (2, 21)]),
        ("Cannot spread fragment \"A\" within itself via \"C\".", [(1, 26), (3, 21)]),
        ("Cannot spread fragment \"C\" within itself.", [(3, 26)]));
}
