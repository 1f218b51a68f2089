using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Tests.Planning.Costs;

public sealed class CostPlanTests
{
    static readonly Pricing Library = new();

    [Theory]
    // A step 10, a composite field 1, a leaf 0; each object 1, the root too. The first two are HotChocolate's own.
    [InlineData("{ book { title author { name } } }", 11, 3)]
    [InlineData("{ books(first: 50) { edges { node { title author { name } } } } }", 111, 152)]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ tags }", 0, 1)]
    [InlineData("{ rating }", 0, 3)]
    [InlineData("{ books { pageInfo { hasNextPage } totalCount } }", 21, 3)]
    // Aliases are paid, what merges is paid once, fragments as what they hold.
    [InlineData("{ a: book { title } b: book { title } }", 20, 3)]
    [InlineData("{ book { title } book { author { name } author { name } } }", 11, 3)]
    [InlineData("{ ...F ...F } fragment F on Query { book { ...G } } fragment G on Book { author { name } }", 11, 3)]
    // A weight of its own, on a field, an object and a scalar.
    [InlineData("{ book { shelf { code } } }", 11, 5.5)]
    // The dearest possible type: 20 crew members against one author. A list's own weight counts once.
    [InlineData("{ works { title } }", 10, 5)]
    [InlineData("{ works { ... on Book { author { name } } } }", 14, 9)]
    [InlineData("{ works { ... on Book { author { name } } ... on Film { crew { name } } } }", 14, 85)]
    // Field cost and type cost may be highest on different types.
    [InlineData("{ works { ... on Book { shelf { code } sequels { totalCount } } ... on Film { crew { name } } } }", 94, 85)]
    public void A_literal_document_has_one_price(string document, double fieldCost, double typeCost)
    {
        Assert.Equal((fieldCost, typeCost), Library.Of(document));
        Assert.Equal(new OperationCost(fieldCost, typeCost), Library.Plan(document).Cost.Constant);
    }

    [Theory]
    // 10 rows where nothing is said; the larger of two; null is nothing; nothing is shorter than 0.
    [InlineData("{ books { nodes { title } } }", 11, 12)]
    [InlineData("{ books(first: 3) { nodes { title } } }", 11, 5)]
    [InlineData("{ books(last: 3) { nodes { title } } }", 11, 5)]
    [InlineData("{ books(first: 3, last: 7) { nodes { title } } }", 11, 9)]
    [InlineData("{ books(first: 0) { nodes { title } } }", 11, 2)]
    [InlineData("{ books(first: -1) { nodes { title } } }", 11, 2)]
    [InlineData("{ books(first: null) { nodes { title } } }", 11, 12)]
    [InlineData("{ books(first: 3) { nodes { title } edges { node { title } } } }", 15, 11)]
    // Where @listSize says nothing but the arguments: 1.
    [InlineData("{ book { sequels { nodes { title } } } }", 21, 4)]
    [InlineData("{ book { sequels(first: 2) { nodes { title } } } }", 21, 5)]
    [InlineData("{ books(first: 10) { nodes { sequels(first: 10) { nodes { author { name } } } } } }", 221, 222)]
    // A list given is as long as it is; a single value is a list of it.
    [InlineData("""{ byId(ids: ["1", "2", "3"]) { author { name } } }""", 13, 7)]
    [InlineData("""{ byId(ids: "1") { author { name } } }""", 11, 3)]
    [InlineData("""{ byId(ids: []) { author { name } } }""", 10, 1)]
    public void A_list_is_as_long_as_its_arguments_say(string document, double fieldCost, double typeCost) =>
        Assert.Equal((fieldCost, typeCost), Library.Of(document));

    [Theory]
    // The argument 10, an input object 1, an operation 10 or 20, an order 10.
    [InlineData("""{ where: { title: { eq: "a" }, pages: null } }""", 10 + 1 + 10 + 1)]
    [InlineData("""{ where: { title: { contains: "a" }, pages: null } }""", 10 + 1 + 20 + 1)]
    [InlineData("""{ where: { title: { eq: null }, pages: null } }""", 10 + 1 + 10 + 1)]
    [InlineData("""{ where: { title: { in: ["a", "b"] }, pages: null } }""", 10 + 1 + 10 + 1)]
    // A default of an input field is part of what runs.
    [InlineData("{ where: {} }", 10 + 1 + 10)]
    // Each level once, however deep.
    [InlineData("""{ where: { or: [{ pages: { eq: 1 } }, { and: [{ pages: { eq: 2 } }] , pages: {} }], pages: {} } }""",
        10 + 1 + 1 + (1 + 10) + (1 + 1 + 10) + 1)]
    [InlineData("""{ where: { title: { or: [{ eq: "a" }, { eq: "b" }] }, pages: {} } }""", 10 + 1 + 1 + 10 + 10 + 1)]
    [InlineData("{ order: [{ title: ASC }, { title: DESC }] }", 10 + 10 + 10)]
    [InlineData("{ order: { title: ASC } }", 10 + 10)]
    [InlineData("{ order: [] }", 10)]
    [InlineData("{ where: null }", 10)]
    public void What_an_argument_holds_is_paid_inline_and_in_a_variable(string arguments, double expected)
    {
        var (name, value) = (arguments[2..7], arguments[9..^2]);
        var type = name == "where" ? "BookFilterInput" : "[BookSortInput!]";
        var json = Json(value);

        Assert.Equal((11 + expected, 3), Library.Of($"{{ books({name}: {value}) {{ pageInfo {{ hasNextPage }} }} }}"));
        Assert.Equal(
            (11 + expected, 3),
            Library.Of(
                $"query ($v: {type}) {{ books({name}: $v) {{ pageInfo {{ hasNextPage }} }} }}", $$"""{"v":{{json}}}"""));
    }

    [Theory]
    [InlineData("{}", 11)]
    [InlineData("""{"w":null}""", 21)]
    [InlineData("""{"t":"a"}""", 11)]
    public void A_variable_without_a_value_is_no_argument(string variables, double expected) => Assert.Equal(
        (expected, 3),
        Library.Of(
            "query ($w: BookFilterInput, $t: String) { books(where: $w) { pageInfo { hasNextPage } } a: book @include(if: false) { title } find(what: {title: {eq: $t}}) @skip(if: true) { title } }",
            variables));

    [Theory]
    [InlineData("""{"t":"a","p":{"eq":2},"f":[{"pages":{}}]}""", 10 + 1 + 10 + (1 + 10) + 1 + 1)]
    [InlineData("""{"t":null,"p":null}""", 10 + 1 + 10 + 1)]
    // Left out: no operation, the default of pages, no "and".
    [InlineData("{}", 10 + 1 + (1 + 10))]
    public void Variables_inside_of_a_literal_are_paid_by_value(string variables, double expected) => Assert.Equal(
        (11 + expected, 3),
        Library.Of(
            "query ($t: String, $p: Pages, $f: [BookFilterInput!]) { books(where: { title: { eq: $t }, pages: $p, and: $f }) { pageInfo { hasNextPage } } }",
            variables));

    [Theory]
    [InlineData("""{"w":{"number":1}}""", 10 + 3 + 7)]
    [InlineData("""{"w":{"nested":{"nested":{"title":{"contains":"x"}}}}}""", 10 + 3 + 1 + 1 + 1 + 20)]
    public void Of_a_oneOf_input_the_one_field_is_paid(string variables, double expected) => Assert.Equal(
        (expected, 2),
        Library.Of("query ($w: Wanted) { find(what: $w) { title } }", variables));

    [Theory]
    [InlineData("""{"n":3}""", 5)]
    [InlineData("""{"n":null}""", 12)]
    [InlineData("{}", 12)]
    [InlineData("""{"n":-4}""", 2)]
    public void The_length_of_a_page_may_be_a_variable(string variables, double typeCost) => Assert.Equal(
        (11, typeCost),
        Library.Of("query ($n: Int) { books(first: $n) { nodes { title } } }", variables));

    [Fact]
    public void A_variable_s_default_is_its_value() =>
        Assert.Equal((11, 9), Library.Of("query ($n: Int = 7) { books(first: $n) { nodes { title } } }"));

    [Theory]
    [InlineData("""{"ids":["1","2"]}""", 5)]
    [InlineData("""{"ids":["1"]}""", 3)]
    public void A_list_in_a_variable_is_as_long_as_it_is(string variables, double typeCost) => Assert.Equal(
        typeCost,
        Library.Of("query ($ids: [ID!]!) { byId(ids: $ids) { author { name } } }", variables).Type);

    [Fact]
    public void A_list_with_variables_in_it_is_as_long_as_it_is_written() => Assert.Equal(
        (12, 5),
        Library.Of("""query ($a: ID!) { byId(ids: ["1", $a]) { author { name } } }""", """{"a":"x"}"""));

    [Theory]
    [InlineData("""{"x":true}""", 11, 5)]
    [InlineData("""{"x":false}""", 10, 2)]
    public void Skip_and_include_count_by_value(string variables, double fieldCost, double typeCost) => Assert.Equal(
        (fieldCost, typeCost),
        Library.Of(
            "query ($x: Boolean!) { books(first: 3) @include(if: $x) { nodes { title } } book @skip(if: $x) { title author @include(if: $x) { name } } }",
            variables));

    [Fact]
    public void A_fragment_left_out_costs_nothing() => Assert.Equal(
        (10, 2),
        Library.Of(
            "query ($x: Boolean!) { book { title ... @include(if: $x) { author { name } } ...F @skip(if: true) } } fragment F on Book { shelf { code } }",
            """{"x":false}"""));

    [Theory]
    [InlineData("{ top { title } }")]
    [InlineData("{ top(max: null) { title } }")]
    [InlineData("query ($m: Int) { top(max: $m) { title } }")]
    [InlineData("query ($x: Boolean = true) { top @include(if: $x) { title } }")]
    public void A_list_may_demand_that_its_length_is_told(string document)
    {
        var (_, error) = Library.Try(document);

        Assert.Equal(
            ("Exactly one slicing argument must be defined.", ErrorCode.OneSlicingArgumentRequired, 1),
            (error!.Message, error.Code, error.Locations.Count));
    }

    [Theory]
    [InlineData("{ top(max: 5) { title } }", 10, 6)]
    [InlineData("query ($m: Int = 5) { top(max: $m) { title } }", 10, 6)]
    [InlineData("query ($x: Boolean = false) { top @include(if: $x) { title } }", 0, 1)]
    public void A_length_that_is_told_is_enough(string document, double fieldCost, double typeCost) =>
        Assert.Equal((fieldCost, typeCost), Library.Of(document));

    [Theory]
    [InlineData("{ books(first: 3, where: { title: { eq: \"a\" } }) { nodes { title } } }", true)]
    [InlineData("query ($id: ID!) { byId(ids: [$id, \"2\"]) { title } }", true)]
    [InlineData("query ($n: Int) { book { sequels(first: 2) { totalCount } } books(last: $n) { totalCount } }", true)]
    [InlineData("query ($n: Int) { books(first: $n) { nodes { title } } }", false)]
    [InlineData("query ($w: BookFilterInput) { books(where: $w) { totalCount } }", false)]
    [InlineData("query ($x: Boolean!) { book { title @include(if: $x) } }", false)]
    public void What_no_variable_has_a_say_in_is_summed_up_once(string document, bool isConstant) =>
        Assert.Equal(isConstant, Library.Plan(document).Cost.Constant is not null);

    [Fact]
    public void A_request_adds_the_rest_without_allocating()
    {
        var plan = Library.Plan(
            "query ($n: Int, $w: BookFilterInput, $t: String, $x: Boolean!) { books(first: $n, where: $w) { nodes { title @include(if: $x) } } a: books(where: { title: { eq: $t } }) { totalCount } }");
        var variables = System.Text.Json.JsonElement.Parse(
            """{ "n": 3, "w": { "or": [{ "title": { "in": ["a"] } }] }, "t": "a", "x": true }""");
        Assert.True(plan.Variables.TryCoerce(variables, out var values, out _));
        var cost = plan.Cost.Evaluate(values, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            cost = plan.Cost.Evaluate(values, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(new OperationCost(107, 6), cost);
    }

    [Theory]
    [InlineData(2147483647)]
    [InlineData(1000)]
    public void No_nesting_overflows(int first)
    {
        var nested = "{ title }";
        for (var i = 0; i < 11; i++)
        {
            nested = $"{{ sequels(first: {first}) {{ nodes {nested} }} }}";
        }

        var document = $"query ($n: Int) {{ books(first: $n) {{ nodes {nested} }} }}";

        Assert.Equal((OperationCost.Most, OperationCost.Most), Library.Of(document, $$"""{"n":{{first}}}"""));
        Assert.Equal((11, 2), Library.Of(document, """{"n":0}"""));
    }

    [Fact]
    public void Introspection_is_cheap_but_not_free()
    {
        Assert.Equal((3, 4), Library.Of("{ __schema { types { name fields { name } } } }"));
        Assert.Equal((2, 3), Library.Of("""{ __type(name: "Book") { ofType { name } } }"""));
    }

    [Fact]
    public void What_tools_ask_to_learn_a_schema_is_within_the_limits()
    {
        var (fieldCost, typeCost) = Library.Of(Introspection.IntrospectionDocument.Text);

        Assert.Equal((71, 72), (fieldCost, typeCost));
    }

    [Fact]
    public void Introspection_by_the_thousand_is_not_within_them()
    {
        var types = string.Concat(Enumerable.Range(0, 1_000).Select(i => $" t{i}: queryType {{ kind }}"));

        Assert.Equal((1_001, 1_002), Library.Of($"{{ __schema {{ {types} }} }}"));
    }

    // IBM's examples: https://ibm.github.io/graphql-specs/cost-spec.html
    [Theory]
    [InlineData(
        "type User { name: String age: Int @cost(weight: \"2.0\") } type Query { users(max: Int): [User] @listSize(slicingArguments: [\"max\"]) }",
        "{ users(max: 5) { age } }",
        11)]
    [InlineData(
        "type Query { topProducts(filter: Filter @cost(weight: \"15.0\")): [String] @cost(weight: \"5.0\") @listSize(assumedSize: 10) } input Filter { field: Boolean! }",
        "{ topProducts }",
        5)]
    [InlineData(
        "type Query { topProducts(filter: Filter @cost(weight: \"15.0\")): [String] @cost(weight: \"5.0\") @listSize(assumedSize: 10) } input Filter { field: Boolean! }",
        "{ topProducts(filter: { field: true }) }",
        20)]
    [InlineData(
        "type Query { mostPopularProduct(approx: Approximate @cost(weight: \"-3.0\")): Product @cost(weight: \"5.0\") } input Approximate { field: Boolean! } type Product { field: Boolean! }",
        "{ mostPopularProduct(approx: { field: true }) { field } }",
        2)]
    [InlineData(
        "input Filter { approx: Approximate @cost(weight: \"-12.0\") } type Query { topProducts(filter: Filter @cost(weight: \"15.0\")): [String] @cost(weight: \"5.0\") @listSize(assumedSize: 10) } input Approximate { field: Boolean! }",
        "{ topProducts(filter: { approx: { field: true } }) }",
        8)]
    // A negative sum counts as none, so that one field cannot pay for another.
    [InlineData(
        "type Query { a(cheap: Boolean @cost(weight: \"-9\")): Int @cost(weight: \"5\") b: Int @cost(weight: \"4\") }",
        "{ a(cheap: true) b }",
        4)]
    public void The_examples_of_the_cost_specification_hold(string sdl, string document, double expected) =>
        Assert.Equal(expected, new Pricing(sdl).Of(document).Field);

    static string Json(string literal) => System.Text.RegularExpressions.Regex.Replace(
        literal.Replace("ASC", "\"ASC\"", StringComparison.Ordinal).Replace("DESC", "\"DESC\"", StringComparison.Ordinal),
        "(\\w+):",
        "\"$1\":");
}
