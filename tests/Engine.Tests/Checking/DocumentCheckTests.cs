using GraphApi.Engine.Checking;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Tests.Checking;

public sealed class DocumentCheckTests
{
    static readonly Schema Schema = new SchemaBuilder().AddSdl("test", """
        type Query {
          product(id: ID!, as: Style, old: Int @deprecated(reason: "Use as.")): Product
          find(by: Filter): Product
        }

        directive @mark(x: Int @deprecated(reason: "No x.")) on FIELD

        type Product {
          id: ID!
          title: String
          number: String @deprecated(reason: "Use `id`.")
          next: Product
        }

        enum Style { SHORT LONG @deprecated(reason: "Too long.") }

        input Filter { title: String = "t" name: String @deprecated(reason: "Use title.") style: Style and: [Filter!] }
        """).AllowUnbound().Build();

    static readonly Schema Priced = new SchemaBuilder().AddSdl("priced", $$"""
        type Query {
          all(first: Int): [Item] @listSize(slicingArguments: ["first"])
          dear: Int @cost(weight: "5000")
        }
        type Item { id: ID items: [Item] @listSize(assumedSize: 9) one(n: Int): Item }
        {{CostDirectives.CostSdl}} {{CostDirectives.ListSizeSdl}}
        """).AllowUnbound().Build();

    [Fact]
    public void Documents_that_the_server_takes_have_no_problems() => Assert.Empty(Check(
        ("a.graphql", "query A($id: ID!) { product(id: $id) { ...Card } } query B { find { ...Card } }"),
        ("b.graphql", "fragment Card on Product { id ...Title }"),
        ("c.graphql", "fragment Title on Product { title }"),
        ("d.graphql", "{ find { title } }"),
        ("e.graphql", "{ find { id } }")));

    [Fact]
    public void All_errors_of_all_files_are_told_with_their_place()
    {
        var broken = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"    nope{i}"));

        Assert.Equal(
            [
                .. Enumerable.Range(0, 30).Select(i =>
                    $"Validation a.graphql:{i + 2}:5 Cannot query field \"nope{i}\" on type \"Product\"."),
                "Validation b.graphql:1:11 Field \"product\" argument \"id\" of type \"ID!\" is required, but it was not provided.",
            ],
            Check(
                ("a.graphql", "query A { find {\n" + broken + " } }"),
                ("b.graphql", "query B { find: product { id } }")));
    }

    [Fact]
    public void An_error_in_a_fragment_is_told_once_and_where_the_fragment_is() => Assert.Equal(
        ["Validation b.graphql:2:28 Cannot query field \"nope\" on type \"Product\"."],
        Check(
            ("a.graphql", "query A { find { ...F } } query B { find { ...F } }"),
            ("b.graphql", "# first line\r\nfragment F on Product { id nope }")));

    [Fact]
    public void A_variable_that_a_fragment_of_another_file_uses_is_told_with_both_places() => Assert.Equal(
        ["Validation b.graphql:1:38 b.graphql a.graphql Variable \"$id\" is not defined by operation \"A\"."],
        DocumentCheck.Run(
            Schema,
            [
                new("a.graphql", "query A { ...F }"),
                new("b.graphql", "fragment F on Query { p: product(id: $id) { id } }"),
            ],
            new EngineOptions())
            .Select(problem =>
                $"{problem.Kind} {problem.Locations[0]} {string.Join(' ', problem.Locations.Select(l => l.Source))} "
                    + problem.Message));

    [Fact]
    public void A_name_that_is_given_twice_is_told_over_files() => Assert.Equal(
        [
            "Validation a.graphql:1:7 There can be only one operation named \"A\".",
            "Validation a.graphql:2:10 There can be only one fragment named \"F\".",
        ],
        Check(
            ("a.graphql", "query A { find { ...F } }\nfragment F on Product { id }"),
            ("b.graphql", "query A { find { id } } fragment F on Product { title }")));

    [Fact]
    public void A_file_with_an_operation_without_a_name_has_no_other() => Assert.Equal(
        [
            "Validation a.graphql:1:1 This anonymous operation must be the only defined operation.",
            "Validation a.graphql:2:1 This anonymous operation must be the only defined operation.",
        ],
        Check(("a.graphql", "{ find { id } }\n{ find { title } }")));

    [Fact]
    public void A_fragment_that_no_operation_uses_is_a_warning_and_is_checked_nevertheless() => Assert.Equal(
        [
            "UnusedFragment a.graphql:1:1 Fragment \"F\" is never used.",
            "Validation a.graphql:1:25 Cannot query field \"nope\" on type \"Product\".",
            "UnusedFragment a.graphql:2:1 Fragment \"G\" is never used.",
        ],
        Check(("a.graphql", "fragment F on Product { nope ...G }\nfragment G on Product { id }")));

    [Fact]
    public void A_fragment_that_nobody_has_is_an_error() => Assert.Equal(
        ["Validation a.graphql:1:21 Unknown fragment \"F\"."],
        Check(("a.graphql", "query A { find { ...F } }")));

    [Fact]
    public void Fragments_that_spread_each_other_are_an_error_and_no_hang() => Assert.Equal(
        ["Validation b.graphql:1:25 Cannot spread fragment \"F\" within itself via \"G\"."],
        Check(
            ("a.graphql", "query A { find { ...F } }"),
            ("b.graphql", "fragment F on Product { ...G }"),
            ("c.graphql", "fragment G on Product { ...F }")));

    [Fact]
    public void A_file_that_cannot_be_read_hides_the_errors_of_the_others_only_where_it_may_be_to_blame() =>
        Assert.Equal(
            [
                "Syntax a.graphql:2:1 Syntax Error: Expected Name, found <EOF>.",
                "Validation b.graphql:1:32 Cannot query field \"nope\" on type \"Product\".",
            ],
            Check(
                ("a.graphql", "fragment F on Product { id\n"),
                ("b.graphql", "query A($a: Int) { find { ...F other: nope } }"),
                ("c.graphql", "fragment Unused on Product { id }")));

    [Fact]
    public void Definitions_of_types_are_no_documents() => Assert.Equal(
        ["Validation a.graphql:2:1 The \"T\" definition is not executable."],
        Check(("a.graphql", "query A { find { id } }\ntype T { a: Int }")));

    [Fact]
    public void A_description_and_every_line_terminator_are_counted_as_the_server_counts_them() => Assert.Equal(
        ["Validation b.graphql:4:10 Cannot query field \"nope\" on type \"Query\"."],
        Check(
            ("a.graphql", "query A { find { id } }\r"),
            ("b.graphql", "# 1\r# 2\n# 3\r\nquery B {nope}")));

    [Fact]
    public void What_is_deprecated_is_a_warning_once_a_place() => Assert.Equal(
        [
            "Deprecation a.graphql:1:44 The input field Filter.name is deprecated. Use title.",
            "Deprecation a.graphql:2:3 Field \"Query.product\" argument \"old\" is deprecated. Use as.",
            "Deprecation a.graphql:3:3 The enum value \"Style.LONG\" is deprecated. Too long.",
            "Deprecation a.graphql:3:14 The field Product.number is deprecated. Use `id`.",
            "Deprecation a.graphql:3:27 Directive \"@mark\" argument \"x\" is deprecated. No x.",
            "Deprecation a.graphql:3:58 The input field Filter.name is deprecated. Use title.",
        ],
        Check(("a.graphql", """
            query A($f: Filter = { title: "a", and: [{ name: "b" }] }) { product(id: 1,
              old: 1, as:
              LONG) { id number @mark(x: 1) } find(by: { and: [$f, { name: "c" }] }) { id } }
            """)));

    [Fact]
    public void What_the_server_refuses_by_its_limits_is_an_error()
    {
        var deep = string.Concat(Enumerable.Repeat("{ next ", 30)) + "{ id }" + new string('}', 30);
        var wide = string.Join(' ', Enumerable.Range(0, 2_100).Select(_ => "title"));

        Assert.Equal(
            [
                "Limit a.graphql:1:1 Operation has a depth of 32, which is more than the allowed 15. "
                    + "Select what is deeper by its id, in another operation.",
                "Limit b.graphql:1:7 Document contains more than 2048 fields. Select fewer, or send several documents.",
            ],
            Check(
                ("a.graphql", "query A { find { ...F } }"),
                ("b.graphql", "query B { find { ...Wide } }"),
                ("c.graphql", $"fragment F on Product {deep}\nfragment Wide on Product {{ {wide} }}")));
    }

    [Fact]
    public void Limits_hold_for_an_operation_and_not_for_all_of_them_together() => Assert.Empty(Check(
        [.. Enumerable.Range(0, 300).Select(i => ($"{i}.graphql", $"query Q{i} {{ find {{ {
            string.Join(' ', Enumerable.Range(0, 20).Select(_ => "title"))} }} }}"))]));

    [Fact]
    public void What_costs_too_much_whatever_its_variables_is_an_error() => Assert.Equal(
        [
            "Limit a.graphql:1:1 The maximum allowed field cost was exceeded. It is 5,000, of 1,000.",
            "Limit b.graphql:1:7 The maximum allowed field cost was exceeded. It is 5,001, of 1,000.",
            "Limit b.graphql:1:7 The maximum allowed type cost was exceeded. It is 9,501, of 1,000.",
            "Limit c.graphql:1:3 Exactly one slicing argument must be defined.",
        ],
        Check(
            Priced,
            ("a.graphql", "{ dear }"),
            ("b.graphql", "query B($x: Int) { all(first: 500) { ...F } } fragment F on Item { items { one(n: $x) { id } } }"),
            ("c.graphql", "{ all { id } }"),
            ("d.graphql", "query D($first: Int!, $with: Boolean!) { all(first: $first) { id } dear @include(if: $with) }"),
            ("e.graphql", "query E { all(first: 5) { id } }")));

    [Fact]
    public void A_schema_that_shows_no_costs_is_not_priced()
    {
        var schema = new SchemaBuilder().AddSdl("test", "type Query { q: Query }").AllowUnbound().Build();

        Assert.Empty(Check(
            schema, new EngineOptions { MaxFieldCost = 0, MaxTypeCost = 0 }, ("a.graphql", "{ __typename }")));
    }

    [Fact]
    public void A_plan_that_would_be_too_large_is_an_error()
    {
        var types = string.Concat(Enumerable.Range(0, 30).Select(i => $" type T{i} implements I {{ id: ID i: I }}"));
        var schema = new SchemaBuilder()
            .AddSdl("test", "type Query { i: I } interface I { id: ID i: I }" + types).AllowUnbound().Build();

        Assert.Equal(
            ["Limit"],
            Check(schema, new EngineOptions(), ("a.graphql", "{ i { i { i { i { id } } } } }"))
                .Select(problem => problem.Split(' ')[0]));
    }

    [Fact]
    public void Where_a_file_cannot_be_read_nothing_is_planned() => Assert.Equal(
        ["Syntax b.graphql:1:19 Syntax Error: Expected Name, found <EOF>."],
        Check(Priced, ("a.graphql", "{ all(first: 900) { ...F } }"), ("b.graphql", "fragment F on I { ")));

    static IEnumerable<string> Check(Schema schema, params (string Name, string Text)[] sources) =>
        Check(schema, new EngineOptions { Suggestions = false }, sources);

    static IEnumerable<string> Check(
        Schema schema, EngineOptions limits, params (string Name, string Text)[] sources) =>
        DocumentCheck.Run(
            schema, [.. sources.Select(source => new DocumentSource(source.Name, source.Text))], limits)
            .Select(problem => $"{problem.Kind} {problem.Locations[0]} {problem.Message}");

    static IEnumerable<string> Check(params (string Name, string Text)[] sources) =>
        Check(Schema, sources);
}
