using GraphApi.Engine.Validation.Values;

namespace GraphApi.Engine.Tests.Validation.Values;

public sealed class InputObjectFieldNamesTests() : RuleTest(context => new InputObjectFieldNames(context))
{
    [Fact]
    public void Defined_fields_are_known() => Valid(
        "query ($a: Email = { user: \"x\" }) { findDog(searchBy: { name: \"a\", within: { ages: [1] } }) { name } }");

    [Fact]
    public void Scalars_have_fields_of_their_own() => Valid("{ anything(of: { x: { y: 1 } }) unknown(a: { b: 1 }) }");

    [Fact]
    public void Unknown_fields_are_refused_at_each_level() => Invalid(
        "query ($a: [Email] = { usr: \"x\" }) { findDog(searchBy: { favoriteCookie: \"a\", within: { nme: 1, x: { "
            + "y: 1 } } }) { name } }",
        ("Field \"usr\" is not defined by type \"Email\". Did you mean \"user\"?", [(1, 24)]),
        ("Field \"favoriteCookie\" is not defined by type \"FindDogInput\".", [(1, 58)]),
        ("Field \"nme\" is not defined by type \"FindDogInput\". Did you mean \"name\"?", [(1, 89)]),
        ("Field \"x\" is not defined by type \"FindDogInput\".", [(1, 97)]));
}
