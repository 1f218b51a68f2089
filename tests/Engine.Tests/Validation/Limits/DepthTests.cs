using GraphApi.Engine.Errors;
using GraphApi.Engine.Validation.Limits;

namespace GraphApi.Engine.Tests.Validation.Limits;

public sealed class DepthTests : RuleTest
{
    public DepthTests()
        : base(context => new Depth(context))
    {
        Options = new EngineOptions { MaxDepth = 3 };
    }

    [Fact]
    public void Fields_count_and_fragments_do_not()
    {
        Valid("{ a { b { c } } }");
        Valid("{ ... { ... on Query { a { ...F } } } } fragment F on X { ... { b { c } } }");
    }

    [Fact]
    public void One_field_too_deep_is_refused() => Invalid(
        "query A { a }\nquery B { a { b { c { d } } } x }",
        "Operation has a depth of 4, which is more than the allowed 3. Select what is deeper by its id, in another "
            + "operation.",
        (2, 1));

    [Fact]
    public void Fragments_are_followed() => Invalid(
        "{ a { ...F } } fragment F on X { b { ...G } } fragment G on X { c { d } }",
        "Operation has a depth of 4, which is more than the allowed 3. Select what is deeper by its id, in another "
            + "operation.",
        (1, 1));

    [Fact]
    public void Cycles_and_unknown_fragments_end() => Valid("{ ...F } fragment F on X { a { ...F ...Missing } }");

    [Fact]
    public void What_is_below_introspection_does_not_count()
    {
        Valid("{ __schema { a { b { c { d } } } } a { b { __type(name: \"A\") { c { d { e } } } } } }");
        Invalid(
            "{ a { b { c { __schema { d } } } } }",
            "Operation has a depth of 4, which is more than the allowed 3. Select what is deeper by its id, in another "
                + "operation.",
            (1, 1));
    }

    [Fact]
    public void The_code_is_that_of_limits() =>
        Assert.Equal(ErrorCode.DocumentTooComplex, Assert.Single(Errors("{a{b{c{d}}}}")).Code);
}
