using GraphApi.Engine.Errors;
using GraphApi.Engine.Validation.Limits;

namespace GraphApi.Engine.Tests.Validation.Limits;

public sealed class MutationFieldsTests : RuleTest
{
    const string TooMany = "Mutation selects more than 3 root fields. Send several mutations.";

    public MutationFieldsTests()
        : base(context => new MutationFields(context))
    {
        Options = new EngineOptions { MaxMutationFields = 3 };
    }

    [Fact]
    public void As_many_as_allowed_pass_and_what_is_below_them_does_not_count() =>
        Valid("mutation { a { d e f } b { d e f } c { ...F } } fragment F on X { a b c d }");

    [Fact]
    public void One_more_is_refused_though_it_is_the_same_field_again()
    {
        Invalid("mutation { a b c d }", TooMany, (1, 1));
        Invalid("{ x } mutation M { a a a a }", TooMany, (1, 7));
    }

    [Fact]
    public void Fragments_are_followed_once_and_cycles_end()
    {
        Invalid("mutation { a ...F } fragment F on M { b ... on M { c d } ...F }", TooMany, (1, 1));
        Valid("mutation { a ...F ...F ...F } fragment F on M { b c ...F ...Missing }");
    }

    [Fact]
    public void Each_mutation_counts_for_itself_and_other_operations_do_not() =>
        Valid("mutation A { a b c } mutation B { a b c } query { a b c d e }");

    [Fact]
    public void The_limit_is_named() => Assert.Equal(
        (ErrorCode.DocumentTooComplex, "MaxMutationFields"),
        Errors("mutation { a b c d }").Select(e => (e.Code, (string?)e.Extensions?["limit"])).Single());
}
