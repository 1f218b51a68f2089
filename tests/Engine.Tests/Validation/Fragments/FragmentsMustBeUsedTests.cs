using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentsMustBeUsedTests() : RuleTest(context => new FragmentsMustBeUsed(context))
{
    [Fact]
    public void A_fragment_is_used_directly_nested_or_through_another_one() => Valid(
        "{ ...A dog { ...B } } query Q { x { ... { ...E } } } fragment A on Query { ...C } fragment B on Dog { b }"
        + " fragment C on Query { c { ...D } } fragment D on Dog { d } fragment E on X { e }");

    [Fact]
    public void Unused_ones_are_refused_also_where_they_use_each_other() => Invalid(
        "{ ...A }\nfragment A on Query { a }\nfragment B on Query { ...C }\nfragment C on Query { ...B ...A }",
        ("Fragment \"B\" is never used.", [(3, 1)]),
        ("Fragment \"C\" is never used.", [(4, 1)]));

    [Fact]
    public void A_document_of_fragments_uses_none() =>
        Invalid("fragment A on Query { ...A }", "Fragment \"A\" is never used.", (1, 1));
}
