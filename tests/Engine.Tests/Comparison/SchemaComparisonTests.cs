using GraphApi.Engine.Comparison;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Comparison;

public sealed class SchemaComparisonTests
{
    const string Query = "type Query { q: Int } ";

    /// <summary>Two schemas, and what the comparison says of them: a line a change.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        // Types
        {
            "type T { a: Int }", "",
            "Breaking TypeRemoved T: T was removed."
        },
        {
            "", "scalar S",
            "Safe TypeAdded S: S was added."
        },
        {
            "scalar S", "enum S { A }",
            "Breaking TypeChangedKind S: S changed from a Scalar type to an Enum type."
        },
        {
            "type T { a: Int }", "interface T { a: Int }",
            "Breaking TypeChangedKind T: T changed from an Object type to an Interface type."
        },
        {
            "union T = Query", "input T { a: Int }",
            "Breaking TypeChangedKind T: T changed from a Union type to an Input type."
        },
        {
            "scalar S", "scalar S @specifiedBy(url: \"u\")",
            "Dangerous SpecificationChanged S: S was specified by nothing and is now by u."
        },
        {
            "scalar S @specifiedBy(url: \"u\")", "scalar S @specifiedBy(url: \"v\")",
            "Dangerous SpecificationChanged S: S was specified by u and is now by v."
        },
        {
            "\"old\" scalar S", "\"new\" scalar S",
            "Safe DescriptionChanged S: Description of S has changed."
        },
        {
            "\"old\" scalar S", "scalar S",
            "Safe DescriptionChanged S: Description of S was removed."
        },

        // Fields
        {
            "type T { a: Int b: Int }", "type T { b: Int }",
            "Breaking FieldRemoved T.a: Field T.a was removed."
        },
        {
            "type T { b: Int }", "type T { a: Int b: Int }",
            "Safe FieldAdded T.a: Field T.a was added."
        },
        {
            "type T { a: Int! }", "type T { a: Int }",
            "Breaking FieldChangedKind T.a: Field T.a changed type from Int! to Int."
        },
        {
            "type T { a: Int }", "type T { a: Int! }",
            "Safe FieldChangedKindSafe T.a: Field T.a changed type from Int to Int!."
        },
        {
            "type T { a: [Int] }", "type T { a: [Int!]! }",
            "Safe FieldChangedKindSafe T.a: Field T.a changed type from [Int] to [Int!]!."
        },
        {
            "type T { a: [Int!] }", "type T { a: [Int] }",
            "Breaking FieldChangedKind T.a: Field T.a changed type from [Int!] to [Int]."
        },
        {
            "type T { a: Int }", "type T { a: [Int] }",
            "Breaking FieldChangedKind T.a: Field T.a changed type from Int to [Int]."
        },
        {
            "type T { a: Int }", "type T { a: Float }",
            "Breaking FieldChangedKind T.a: Field T.a changed type from Int to Float."
        },
        {
            "type T { a: Int }", "type T { \"new\" a: Int }",
            "Safe DescriptionChanged T.a: Description of T.a was added."
        },

        // Arguments
        {
            "type T { a(x: Int): Int }", "type T { a: Int }",
            "Breaking ArgRemoved T.a(x:): Argument T.a(x:) was removed."
        },
        {
            "type T { a: Int }", "type T { a(x: Int!): Int }",
            "Breaking RequiredArgAdded T.a(x:): A required argument T.a(x:) was added."
        },
        {
            "type T { a: Int }", "type T { a(x: Int! = 1): Int }",
            "Dangerous OptionalArgAdded T.a(x:): An optional argument T.a(x:) was added."
        },
        {
            "type T { a(x: Int): Int }", "type T { a(x: Int!): Int }",
            "Breaking ArgChangedKind T.a(x:): Argument T.a(x:) has changed type from Int to Int!."
        },
        {
            "type T { a(x: [Int!]!): Int }", "type T { a(x: [Int]): Int }",
            "Safe ArgChangedKindSafe T.a(x:): Argument T.a(x:) has changed type from [Int!]! to [Int]."
        },
        {
            "type T { a(x: Int): Int }", "type T { a(x: [Int]): Int }",
            "Breaking ArgChangedKind T.a(x:): Argument T.a(x:) has changed type from Int to [Int]."
        },
        {
            "type T { a(x: Int): Int }", "type T { a(x: Int = 1): Int }",
            "Safe ArgDefaultValueAdded T.a(x:): T.a(x:) added a defaultValue 1."
        },
        {
            "type T { a(x: Int = 1): Int }", "type T { a(x: Int): Int }",
            "Dangerous ArgDefaultValueChange T.a(x:): T.a(x:) defaultValue was removed."
        },
        {
            "type T { a(x: Int! = 1): Int }", "type T { a(x: Int!): Int }",
            "Breaking ArgDefaultValueChange T.a(x:): T.a(x:) defaultValue was removed, and it is required now."
        },
        {
            "type T { a(x: Int! = 1): Int }", "type T { a(x: Int = 2): Int }",
            """
            Safe ArgChangedKindSafe T.a(x:): Argument T.a(x:) has changed type from Int! to Int.
            Dangerous ArgDefaultValueChange T.a(x:): T.a(x:) has changed defaultValue from 1 to 2.
            """
        },
        {
            "input I { a: Int b: [I!] } type T { a(x: I = { b: [{ b: [], a: 1 }], a: 2 }): Int }",
            "input I { a: Int b: [I!] } type T { a(x: I = { a: 2, b: [{ a: 1, b: [] }] }): Int }",
            ""
        },

        // Interfaces and unions
        {
            "interface I { a: Int } type T implements I { a: Int }", "interface I { a: Int } type T { a: Int }",
            "Breaking ImplementedInterfaceRemoved T: T no longer implements interface I."
        },
        {
            "interface I { a: Int } type T { a: Int }", "interface I { a: Int } type T implements I { a: Int }",
            "Dangerous ImplementedInterfaceAdded T: I added to interfaces implemented by T."
        },
        {
            "interface I { a: Int }", "interface I { a: Int } type T implements I { a: Int }",
            """
            Safe TypeAdded T: T was added.
            Dangerous ImplementedInterfaceAdded T: I is implemented by the new type T.
            """
        },
        {
            "", "interface I { a: Int } type T implements I { a: Int }",
            """
            Safe TypeAdded I: I was added.
            Safe TypeAdded T: T was added.
            """
        },
        {
            "type A { a: Int } union U = Query", "type A { a: Int } union U = Query | A",
            "Dangerous TypeAddedToUnion U: A was added to union type U."
        },
        {
            "type A { a: Int } union U = Query | A", "type A { a: Int } union U = Query",
            "Breaking TypeRemovedFromUnion U: A was removed from union type U."
        },

        // Enums
        {
            "enum E { A B }", "enum E { A C }",
            """
            Dangerous ValueAddedToEnum E.C: Enum value E.C was added.
            Breaking ValueRemovedFromEnum E.B: Enum value E.B was removed.
            """
        },

        // Input objects
        {
            "input I { a: Int }", "input I { a: Int b: Int! }",
            "Breaking RequiredInputFieldAdded I.b: A required field I.b was added."
        },
        {
            "input I { a: Int }", "input I { a: Int b: Int! = 1 }",
            "Dangerous OptionalInputFieldAdded I.b: An optional field I.b was added."
        },
        {
            "input I { a: Int b: Int }", "input I { a: Int }",
            "Breaking FieldRemoved I.b: Field I.b was removed."
        },
        {
            "input I { a: Int }", "input I { a: Int! }",
            "Breaking FieldChangedKind I.a: Field I.a changed type from Int to Int!."
        },
        {
            "input I { a: Int! }", "input I { a: Int }",
            "Safe FieldChangedKindSafe I.a: Field I.a changed type from Int! to Int."
        },
        {
            "input I { a: Int = 1 }", "input I { a: Int = 2 }",
            "Dangerous InputFieldDefaultValueChange I.a: I.a has changed defaultValue from 1 to 2."
        },
        {
            "input I { a: Int! = 1 }", "input I { a: Int! }",
            "Breaking InputFieldDefaultValueChange I.a: I.a defaultValue was removed, and it is required now."
        },
        {
            "input I { a: Int }", "input I { a: Int = null }",
            "Safe InputFieldDefaultValueAdded I.a: I.a added a defaultValue null."
        },
        {
            "input I { a: Int b: Int }", "input I @oneOf { a: Int b: Int }",
            "Breaking OneOfAdded I: I takes exactly one of its fields now."
        },
        {
            "input I @oneOf { a: Int b: Int }", "input I { a: Int b: Int }",
            "Safe OneOfRemoved I: I takes any number of its fields now."
        },

        // Directives
        {
            "directive @d on FIELD", "",
            "Breaking DirectiveRemoved @d: Directive @d was removed."
        },
        {
            "", "directive @d on FIELD",
            "Safe DirectiveAdded @d: Directive @d was added."
        },
        {
            "directive @d repeatable on FIELD", "directive @d on FIELD",
            "Breaking DirectiveRepeatableRemoved @d: Repeatable flag was removed from @d."
        },
        {
            "directive @d on FIELD", "directive @d repeatable on FIELD",
            "Safe DirectiveRepeatableAdded @d: Repeatable flag was added to @d."
        },
        {
            "directive @d on FIELD | QUERY", "directive @d on QUERY | MUTATION",
            """
            Breaking DirectiveLocationRemoved @d: FIELD was removed from @d.
            Safe DirectiveLocationAdded @d: MUTATION was added to @d.
            """
        },
        {
            "directive @d(a: Int) on FIELD", "directive @d(b: Int! c: Int) on FIELD",
            """
            Breaking RequiredDirectiveArgAdded @d(b:): A required argument @d(b:) was added.
            Safe OptionalDirectiveArgAdded @d(c:): An optional argument @d(c:) was added.
            Breaking DirectiveArgRemoved @d(a:): Argument @d(a:) was removed.
            """
        },
        {
            "directive @d(a: Int) on FIELD", "directive @d(a: Int!) on FIELD",
            "Breaking ArgChangedKind @d(a:): Argument @d(a:) has changed type from Int to Int!."
        },
        {
            "directive @d(a: Int = 1) on FIELD", "directive @d(a: Int = 2) on FIELD",
            "Dangerous ArgDefaultValueChange @d(a:): @d(a:) has changed defaultValue from 1 to 2."
        },

        // Deprecation
        {
            "type T { a(x: Int): Int } enum E { A } input I { a: Int }",
            "type T { a(x: Int @deprecated(reason: \"Use y.\")): Int @deprecated } enum E { A @deprecated } "
                + "input I { a: Int @deprecated }",
            """
            Safe DeprecationAdded T.a(x:): T.a(x:) was deprecated: Use y.
            Safe DeprecationAdded T.a: T.a was deprecated: No longer supported
            Safe DeprecationAdded E.A: E.A was deprecated: No longer supported
            Safe DeprecationAdded I.a: I.a was deprecated: No longer supported
            """
        },
        {
            "enum E { A @deprecated B @deprecated(reason: \"b\") }",
            "enum E { A B @deprecated(reason: \"c\") }",
            """
            Safe DeprecationRemoved E.A: E.A is no longer deprecated.
            Safe DeprecationReasonChanged E.B: E.B is deprecated for another reason: c
            """
        },

        // Operations
        {
            "type Mutation { a: Int }", "type M { a: Int } schema { query: Query mutation: M }",
            """
            Breaking OperationTypeChanged M: The mutation operations begin at M now, and began at Mutation.
            Breaking TypeRemoved Mutation: Mutation was removed.
            Safe TypeAdded M: M was added.
            """
        },
        {
            "type Mutation { a: Int }", "type Mutation { a: Int } schema { query: Query }",
            "Breaking OperationTypeRemoved Mutation: The schema has no mutation operations any more."
        },
        {
            "type S { a: Int } schema { query: Query }", "type S { a: Int } schema { query: Query subscription: S }",
            "Safe OperationTypeAdded S: The schema has subscription operations now."
        },

        // What clients cannot tell apart
        {
            "type T { a: Int b: ID } scalar S enum E { A B }",
            "enum E { B A } type T { b: ID } extend type T { a: Int } scalar S",
            ""
        },
        { "type T { a: ID }", "type T { a: ID }", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_found_and_judged(string previous, string current, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '\n',
                SchemaComparison.Compare(Build(Query + previous), Build(Query + current))
                    .Select(change => $"{change.Severity} {change.Kind} {change.Coordinate}: {change.Message}")));

    [Fact]
    public void What_only_the_server_knows_is_not_compared()
    {
        var plain = Build(Query);
        var annotated = new SchemaBuilder()
            .AddSdl("test", "directive @secret(s: Secret) on FIELD_DEFINITION scalar Secret type Query { q: Int @secret }")
            .HideDirectives(name => name == "secret")
            .AllowUnbound()
            .Build();

        Assert.Empty(SchemaComparison.Compare(plain, annotated));
        Assert.Empty(SchemaComparison.Compare(annotated, plain));
    }

    [Fact]
    public void How_a_default_is_quoted_does_not_matter() => Assert.Empty(SchemaComparison.Compare(
        Build("type Query { a(x: String = \"b\"): Int }"), Build("type Query { a(x: String = \"\"\"b\"\"\"): Int }")));

    [Fact]
    public void A_built_in_scalar_that_nothing_refers_to_any_more_breaks_nobody() => Assert.Equal(
        ["T.a"],
        SchemaComparison.Compare(Build(Query + "type T { a: Float b: ID }"), Build(Query + "type T { b: ID }"))
            .Select(change => change.Coordinate));

    internal static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
