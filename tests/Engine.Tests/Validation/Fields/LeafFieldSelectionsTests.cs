using GraphApi.Engine.Validation.Fields;

namespace GraphApi.Engine.Tests.Validation.Fields;

public sealed class LeafFieldSelectionsTests() : RuleTest(context => new LeafFieldSelections(context))
{
    [Fact]
    public void Leaves_have_no_selection_and_others_have_one() => Valid(
        "{ dog { name doesKnowCommand(dogCommand: SIT) owner { name } } catOrDog { __typename } unknown { x } }");

    [Fact]
    public void An_object_interface_or_union_needs_a_selection() => Invalid(
        "{ dog pet catOrDog human { pets } }",
        ("Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"?", [(1, 3)]),
        ("Field \"pet\" of type \"Pet\" must have a selection of subfields. Did you mean \"pet { ... }\"?", [(1, 7)]),
        ("Field \"catOrDog\" of type \"CatOrDog\" must have a selection of subfields. Did you mean \"catOrDog { ... "
            + "}\"?",
            [(1, 11)]),
        ("Field \"pets\" of type \"[Pet!]\" must have a selection of subfields. Did you mean \"pets { ... }\"?",
            [(1, 28)]));

    [Fact]
    public void A_scalar_or_enum_must_not_have_one() => Invalid(
        "{ dog { name { length } isHouseTrained { x } __typename { y } } }",
        ("Field \"name\" must not have a selection since type \"String!\" has no subfields.", [(1, 14)]),
        ("Field \"isHouseTrained\" must not have a selection since type \"Boolean!\" has no subfields.", [(1, 40)]),
        ("Field \"__typename\" must not have a selection since type \"String!\" has no subfields.", [(1, 57)]));
}
