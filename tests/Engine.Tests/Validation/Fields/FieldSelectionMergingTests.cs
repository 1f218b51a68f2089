using GraphApi.Engine.Errors;
using GraphApi.Engine.Validation.Fields;

namespace GraphApi.Engine.Tests.Validation.Fields;

public sealed class FieldSelectionMergingTests : RuleTest
{
    const string Hint = "Use different aliases on the fields to fetch both if this was intentional.";

    public FieldSelectionMergingTests()
        : base(context => new FieldSelectionMerging(context))
    {
    }

    static string OnDog(string selection) => $"{{ dog {{ {selection} }} }}";

    static string OnBox(string selection) => $"{{ someBox {{ {selection} }} }}";

    [Theory]
    [InlineData("name nickname")]
    [InlineData("name name ... on Dog { name } ... { name }")]
    [InlineData("other: name other: name")]
    [InlineData("doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT)")]
    [InlineData("name @include(if: true) name @skip(if: true)")]
    [InlineData("one: name two: nickname three: name")]
    [InlineData("owner { name } owner { relatives { name } } ... on Pet { name }")]
    [InlineData("a: unknown a: unknown")]
    [InlineData("x: isHouseTrained(atOtherHomes: $v) x: isHouseTrained(atOtherHomes: $v)")]
    public void Fields_that_are_the_same_can_be_merged(string selection) => Valid(OnDog(selection));

    [Fact]
    public void The_order_of_arguments_and_of_object_fields_does_not_count() => Valid(
        "{ x: f(a: 1, b: { c: 2, d: [3] }) x: f(b: { d: [3], c: 2 }, a: 1) }");

    [Theory]
    [InlineData("other: name other: nickname",
        "Fields \"other\" conflict because \"name\" and \"nickname\" are different fields.", 9, 21)]
    [InlineData(
        "name: nickname name", "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields.", 9,
        24)]
    [InlineData("x: isHouseTrained(atOtherHomes: true) x: isHouseTrained",
        "Fields \"x\" conflict because they have differing arguments.", 9, 47)]
    [InlineData("x: isHouseTrained(atOtherHomes: true) x: isHouseTrained(atOtherHomes: false)",
        "Fields \"x\" conflict because they have differing arguments.", 9, 47)]
    [InlineData("x: isHouseTrained(atOtherHomes: true) x: isHouseTrained(atHome: true)",
        "Fields \"x\" conflict because they have differing arguments.", 9, 47)]
    [InlineData("x: isHouseTrained(atOtherHomes: $a) x: isHouseTrained(atOtherHomes: $b)",
        "Fields \"x\" conflict because they have differing arguments.", 9, 45)]
    [InlineData("x: f(a: [1, 2]) x: f(a: [2, 1])", "Fields \"x\" conflict because they have differing arguments.", 9,
        25)]
    [InlineData("x: f(a: { b: 1 }) x: f(a: { b: 1, c: 1 })",
        "Fields \"x\" conflict because they have differing arguments.", 9, 27)]
    [InlineData("x: f(a: 1) x: f(a: 1.0)", "Fields \"x\" conflict because they have differing arguments.", 9, 20)]
    [InlineData("x: f(a: A) x: f(a: \"A\")", "Fields \"x\" conflict because they have differing arguments.", 9, 20)]
    [InlineData("x: name ... on Pet { x: mother }",
        "Fields \"x\" conflict because \"name\" and \"mother\" are different fields.", 9, 30)]
    public void Fields_that_are_not_conflict(string selection, string message, int first, int second) =>
        Invalid(OnDog(selection), $"{message} {Hint}", (1, first), (1, second));

    [Fact]
    public void Objects_of_different_types_may_differ_where_the_shape_is_the_same() => Valid("""
        { catOrDog {
          ... on Dog { volume: barkVolume x: doesKnowCommand(dogCommand: SIT) }
          ... on Cat { volume: meowVolume x: doesKnowCommand(catCommand: JUMP) }
        } }
        """);

    [Fact]
    public void Also_below_them() => Valid("""
        { pet {
          ... on Dog { mother { x: name } }
          ... on Cat { mother { x: name y: nickname } }
          ... on Cat { mother { y: nickname } }
        } }
        """);

    [Theory]
    [InlineData("... on IntBox { scalar } ... on StringBox { scalar }",
        "Fields \"scalar\" conflict because they return conflicting types \"Int\" and \"String\".", 29, 57)]
    [InlineData("... on StringBox { scalar } ... on FirmBox { scalar }",
        "Fields \"scalar\" conflict because they return conflicting types \"String\" and \"String!\".", 32, 58)]
    [InlineData("... on StringBox { scalar } ... on StringBox { s: scalars } ... on FirmBox { s: scalar }",
        "Fields \"s\" conflict because they return conflicting types \"[String]\" and \"String!\".", 60, 90)]
    [InlineData("... on StringBox { scalars } ... on FirmBox { scalars }",
        "Fields \"scalars\" conflict because they return conflicting types \"[String]\" and \"[String!]\".", 32, 59)]
    [InlineData("... on StringBox { items { id } } ... on FirmBox { items { id } }",
        "Fields \"items\" conflict because they return conflicting types \"[Item]\" and \"Item\".", 32, 64)]
    [InlineData("... on StringBox { x: item { id } } ... on IntBox { x: scalar }",
        "Fields \"x\" conflict because they return conflicting types \"Item\" and \"Int\".", 32, 65)]
    [InlineData("... on StringBox { x: __typename } ... on IntBox { x: scalar }",
        "Fields \"x\" conflict because they return conflicting types \"String!\" and \"Int\".", 32, 64)]
    public void But_not_in_shape(string selection, string message, int first, int second) =>
        Invalid(OnBox(selection), $"{message} {Hint}", (1, first), (1, second));

    [Fact]
    public void Objects_of_any_type_have_the_same_shape() => Valid(OnBox(
        "... on StringBox { x: deepBox { unrelated } } ... on IntBox { x: item { title } } ... on FirmBox { x: "
            + "deepBox { unrelated } }"));

    [Fact]
    public void Shapes_are_compared_below_objects_of_different_types() => Invalid(
        OnBox("... on StringBox { x: deepBox { y: scalar } } ... on IntBox { x: deepBox { y: scalar } }"),
        $"Fields \"x\" conflict because subfields \"y\" conflict because they return conflicting types \"String\" "
            + $"and \"Int\". {Hint}",
        (1, 32), (1, 45), (1, 75), (1, 88));

    [Fact]
    public void A_conflict_below_names_the_way_from_where_the_fields_part()
    {
        Invalid(
            "{ dog { owner { x: name } ... on Dog { owner { x: relatives { name } } } } }",
            $"Fields \"owner\" conflict because subfields \"x\" conflict because \"name\" and \"relatives\" are "
                + $"different fields. {Hint}",
            (1, 9), (1, 17), (1, 40), (1, 48));
        Invalid(
            "{ a: dog { b: owner { c: name } } a: dog { b: owner { c: pets { name } } } }",
            $"Fields \"a\" conflict because subfields \"b\" conflict because subfields \"c\" conflict because "
                + $"\"name\" and \"pets\" are "
            + $"different fields. {Hint}",
            (1, 3), (1, 12), (1, 23), (1, 35), (1, 44), (1, 55));
        Invalid(
            "{ a: dog { b: owner { c: name c: pets { name } } } }",
            $"Fields \"c\" conflict because \"name\" and \"pets\" are different fields. {Hint}",
            (1, 23), (1, 31));
    }

    [Fact]
    public void Fragments_are_looked_into() => Invalid(
        "{ dog { ...A ...B } }\nfragment A on Dog { x: name ...C }\nfragment B on Pet { x: nickname }\nfragment C "
            + "on Dog { y: name ... { y: barkVolume } }",
        ($"Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. {Hint}", [(2, 21), (3, 21)]),
        ($"Fields \"y\" conflict because \"name\" and \"barkVolume\" are different fields. {Hint}",
            [(4, 21), (4, 35)]));

    [Fact]
    public void A_conflict_of_a_fragment_is_told_once_however_often_it_is_spread()
    {
        var document = "{ a: dog { ...F } b: dog { ...F } c: dog { owner { name } ...F } } fragment F on Dog { x: "
            + "name x: barkVolume }";
        Invalid(
            document,
            $"Fields \"x\" conflict because \"name\" and \"barkVolume\" are different fields. {Hint}",
            (1, document.IndexOf("x: n", StringComparison.Ordinal) + 1),
            (1, document.IndexOf("x: b", StringComparison.Ordinal) + 1));
    }

    [Fact]
    public void Unknown_types_fields_and_fragments_are_other_rules() => Valid(
        "{ dog { ...Missing ... on Missing { z } x: bogus { y } x: bogus { y } } } mutation { x }");

    [Fact]
    public void Cycles_of_fragments_end()
    {
        Valid("{ dog { ...A } } fragment A on Dog { owner { pets { ...A ...B } } } fragment B on Pet { name ...A "
            + "...B }");
        Invalid(
            "{ human { ...A name: id } } fragment A on Human { name relatives { ...A name: pets { name } } }",
            ($"Fields \"name\" conflict because \"id\" and \"name\" are different fields. {Hint}", [(1, 16), (1, 51)]),
            ($"Fields \"name\" conflict because \"pets\" and \"name\" are different fields. {Hint}",
                [(1, 73), (1, 51)]));
    }

    [Fact]
    public void Two_hundred_by_a_hundred_inline_fragments_stay_within_the_comparisons_allowed()
    {
        var inner = string.Concat(Enumerable.Repeat("... on Dog { name } ", 100));
        var document = $"{{ dog {{ {string.Concat(Enumerable.Repeat($"... on Dog {{ {inner} }} ", 200))} }} }}";
        Valid(document);
    }

    [Fact]
    public void Fields_of_one_response_key_are_compared_once_each()
    {
        var document = OnDog(string.Concat(Enumerable.Repeat("owner { name } ", 10_000)));
        Valid(document);
    }

    [Fact]
    public void More_comparisons_than_allowed_end_the_validation()
    {
        var aliases = string.Concat(Enumerable.Range(0, 500).Select(i => $"a{i}: dog {{ ...F }} "));
        var fields = string.Concat(Enumerable.Range(0, 500).Select(i => $"f{i}: name "));
        var error = Assert.Single(Errors($"{{ {aliases} }} fragment F on Dog {{ {fields} }}"));
        Assert.Equal(
            ("Document takes more than 100000 comparisons to see that its fields can be merged. Select fewer fields with "
                + "the same name or alias.",
                ErrorCode.DocumentTooComplex),
            (error.Message, error.Code));
    }

    [Fact]
    public void Fragments_that_double_are_looked_into_once()
    {
        var fragments = string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"fragment F{i} on Human {{ a: relatives {{ ...F{i + 1} }} b: relatives {{ ...F{i + 1} }} }} "));
        Valid($"{{ human {{ ...F0 }} }} {fragments} fragment F60 on Human {{ name }}");
    }
}
