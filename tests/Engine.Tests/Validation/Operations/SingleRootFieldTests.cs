using GraphApi.Engine.Validation.Operations;

namespace GraphApi.Engine.Tests.Validation.Operations;

public sealed class SingleRootFieldTests() : RuleTest(context => new SingleRootField(context))
{
    [Fact]
    public void One_root_field_is_fine_also_through_fragments_and_twice()
    {
        Valid("subscription { newMessage { body sender } }");
        Valid("subscription S { ...F } fragment F on Subscription { newMessage { body } }");
        Valid("subscription { newMessage { body } newMessage { sender } ... on Subscription { newMessage { body } } }");
        Valid("subscription { ... on Query { dog { name } } newMessage { body } }");
        Valid("subscription { newMessage { body @skip(if: true) } }");
        Valid("subscription { ...Missing newMessage { body } }");
    }

    [Fact]
    public void Other_operations_may_have_many() => Valid("{ dog { name } pet { name } __typename }");

    [Fact]
    public void Two_root_fields_are_not_allowed() => Invalid(
        "subscription S {\n newMessage { body }\n disallowedSecondRootField\n}",
        "Subscription \"S\" must select only one top level field.",
        (3, 2));

    [Fact]
    public void Neither_are_they_by_alias_or_fragment()
    {
        Invalid(
            "subscription { newMessage { body } other: newMessage { body } }",
            "Anonymous Subscription must select only one top level field.",
            (1, 36));
        Invalid(
            "subscription S { ...F ... { __typename } }\nfragment F on Subscription { newMessage { body } ...G }\n"
            + "fragment G on Subscription { disallowedSecondRootField ...F }",
            ("Subscription \"S\" must select only one top level field.", [(3, 30), (1, 29)]),
            ("Subscription \"S\" must not select an introspection top level field.", [(1, 29)]));
    }

    [Fact]
    public void A_meta_field_is_not_allowed() => Invalid(
        "subscription { __typename }",
        "Anonymous Subscription must not select an introspection top level field.",
        (1, 16));

    [Fact]
    public void Skip_and_include_are_not_allowed_on_the_root_selection()
    {
        Invalid(
            "subscription S($a: Boolean!) { newMessage @include(if: $a) { body } }",
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.",
            (1, 43));
        Invalid(
            "subscription { ...F @skip(if: true) ... @include(if: true) { newMessage { body } } }\n"
            + "fragment F on Subscription { newMessage @skip(if: false) { body } }",
            "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.",
            (1, 21),
            (2, 41),
            (1, 41));
    }
}
