using GraphApi.Engine.Validation.Fields;

namespace GraphApi.Engine.Tests.Validation.Fields;

public sealed class FieldSelectionsTests : RuleTest
{
    public FieldSelectionsTests()
        : base(context => new FieldSelections(context))
    {
    }

    [Fact]
    public void Fields_of_objects_interfaces_and_meta_fields_can_be_selected()
    {
        Valid("{ dog { __typename alias: name owner { pets { name } } } __schema { types { name } } __type(name: "
            + "\"A\") { name } }");
        Valid("{ catOrDog { __typename ... on Dog { barkVolume } } pet { __typename name } }");
        Valid("mutation { __typename }");
    }

    [Fact]
    public void What_is_below_something_unknown_is_not_looked_at() => Valid(
        "fragment F on NotThere { x { y } } fragment G on Int { x } { ... on Nothing { z } }");

    [Fact]
    public void Unknown_fields_are_refused_at_each_level() => Invalid(
        "{ dog { unknown { name } owner { planet } } bogus }",
        ("Cannot query field \"unknown\" on type \"Dog\".", [(1, 9)]),
        ("Cannot query field \"planet\" on type \"Human\".", [(1, 34)]),
        ("Cannot query field \"bogus\" on type \"Query\". Did you mean \"boxes\" or \"dog\"?", [(1, 45)]));

    [Fact]
    public void An_alias_does_not_help() => Invalid(
        "{ dog { name: kawVolume } }",
        "Cannot query field \"kawVolume\" on type \"Dog\". Did you mean \"barkVolume\"?",
        (1, 9));

    [Fact]
    public void Fields_of_the_possible_types_need_a_fragment()
    {
        Invalid(
            "{ pet { nickname } }",
            "Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or "
                + "\"Dog\"?",
            (1, 9));
        Invalid(
            "{ pet { mother { mother { x } } } }",
            ("Cannot query field \"mother\" on type \"Pet\". Did you mean to use an inline fragment on \"Mammal\", "
                + "\"Cat\", or \"Dog\"?", [(1, 9)]));
        Invalid(
            "{ catOrDog { name } }",
            "Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Pet\", "
            + "\"Cat\", or \"Dog\"?",
            (1, 14));
        Invalid("{ catOrDog { x } }", "Cannot query field \"x\" on type \"CatOrDog\".", (1, 14));
    }

    [Fact]
    public void Meta_fields_of_the_query_root_stand_only_there() => Invalid(
        "{ dog { __schema { types { name } } } } mutation { __type(name: \"A\") { name } }",
        ("Cannot query field \"__schema\" on type \"Dog\".", [(1, 9)]),
        ("Cannot query field \"__type\" on type \"Mutation\".", [(1, 52)]));

    [Fact]
    public void Names_that_are_alike_are_suggested_the_closest_first() => Invalid(
        "{ arguments { nonNullBooleanLstArg intLstArg Arg } }",
        ("Cannot query field \"nonNullBooleanLstArg\" on type \"Arguments\". Did you mean \"nonNullBooleanListArg\", "
            + "\"nonNullBooleanArg\", or \"booleanListArg\"?", [(1, 15)]),
        ("Cannot query field \"intLstArg\" on type \"Arguments\". Did you mean \"intListArg\" or \"intArg\"?",
            [(1, 36)]),
        ("Cannot query field \"Arg\" on type \"Arguments\". Did you mean \"idArg\"?", [(1, 46)]));
}
