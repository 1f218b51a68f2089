using GraphApi.Engine.Validation.Fragments;

namespace GraphApi.Engine.Tests.Validation.Fragments;

public sealed class FragmentSpreadTargetDefinedTests() : RuleTest(context => new FragmentSpreadTargetDefined(context))
{
    [Fact]
    public void Defined_fragments_can_be_spread() =>
        Valid("{ ...A } fragment A on Query { ...B } fragment B on Query { dog { name } }");

    [Fact]
    public void Undefined_ones_cannot() => Invalid(
        "{ ...A dog { ... { ...a } } }\nfragment A on Query { ...C }",
        ("Unknown fragment \"a\".", [(1, 23)]),
        ("Unknown fragment \"C\".", [(2, 26)]));
}
