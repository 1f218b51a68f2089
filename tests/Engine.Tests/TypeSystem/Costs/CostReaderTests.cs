using GraphApi.Engine.Tests.Execution;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Tests.TypeSystem.Costs;

public sealed class CostReaderTests
{
    const string Sized = "is no list of Page.";

    [Theory]
    [InlineData("type Query { a: Int @cost(weight: \"x\") }", "Query.a", "x")]
    [InlineData("type Query { a: Int @cost(weight: \"\") }", "Query.a", "")]
    [InlineData("type Query { a: Int @cost(weight: \"NaN\") }", "Query.a", "NaN")]
    [InlineData("type Query { a: Int @cost(weight: \"1e7\") }", "Query.a", "1e7")]
    [InlineData("type Query { a: Int @cost(weight: \"-Infinity\") }", "Query.a", "-Infinity")]
    [InlineData("type Query { a(b: Int @cost(weight: \"1,5\")): Int }", "Query.a(b:)", "1,5")]
    [InlineData("type Query { a: E } enum E @cost(weight: \"one\") { A }", "E", "one")]
    [InlineData("type Query { a(b: I): Int } input I { c: Int @cost(weight: \"1_0\") }", "I.c", "1_0")]
    public void A_weight_is_a_number(string sdl, string coordinate, string weight) => Assert.Equal(
        [new SchemaError(coordinate, $"The weight \"{weight}\" of \"@cost\" is no number from -1000000 to 1000000.")],
        Errors(sdl));

    [Fact]
    public void What_is_wrong_is_told_with_its_place() => Assert.EndsWith(
        ":35)",
        Assert.Throws<SchemaException>(() => Build("type Query { a: Int @cost(weight: \"x\") }")).Errors[0].ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void A_weight_is_text_as_the_specification_has_it() => Assert.Equal(
        [
            new SchemaError(
                "Query.a",
                "Argument \"weight\" of \"@cost\" is invalid. String cannot represent a non string value: 5"),
        ],
        Errors("type Query { a: Int @cost(weight: 5) }"));

    [Theory]
    [InlineData("a: [Int] @listSize(slicingArguments: [\"b\"])", "The slicing argument \"b\" of \"@listSize\" is no argument of the field.")]
    [InlineData("a(b: String): [Int] @listSize(slicingArguments: \"b\")", "The slicing argument \"b\" of \"@listSize\" must be an Int or a list, it is String.")]
    [InlineData("a: Int @listSize(assumedSize: 1)", "\"@listSize\" without \"sizedFields\" stands at a list.")]
    [InlineData("a: [Int] @listSize(assumedSize: -1)", "\"assumedSize\" of \"@listSize\" must be at least 0.")]
    [InlineData("a(b: Int!): [Int] @listSize(slicingArguments: [\"b\"] slicingArgumentDefaultValue: -1)", "\"slicingArgumentDefaultValue\" of \"@listSize\" must be at least 0.")]
    [InlineData("a: Page @listSize(sizedFields: [\"rows\"])", "The sized field \"rows\" of \"@listSize\" " + Sized)]
    [InlineData("a: Page @listSize(sizedFields: [\"count\"])", "The sized field \"count\" of \"@listSize\" " + Sized)]
    public void A_list_size_that_means_nothing_stops_the_start(string field, string message) => Assert.Equal(
        [new SchemaError("Query.a", message)],
        Errors($"type Query {{ {field} }} type Page {{ nodes: [Int] count: Int }}"));

    [Fact]
    public void Costs_do_not_stand_at_interfaces() => Assert.Equal(
        ["I.a", "I.b(c:)", "I.d"],
        Errors(
            """
            type Query { i: I }
            interface I {
              a: Int @cost(weight: "1") b(c: Int @cost(weight: "1")): Int d: [Int] @listSize(assumedSize: 1)
            }
            """).Select(error => error.Coordinate));

    [Fact]
    public void Other_directives_of_these_names_are_not_ours()
    {
        const string sdl = """
            directive @cost(value: Int) on FIELD_DEFINITION
            directive @listSize on FIELD_DEFINITION
            type Query { a: Int @cost(value: 9) @listSize b: Int }
            """;

        var schema = Build(sdl, "");

        Assert.Null(schema.QueryType.FieldsByName["a"].Weight);
        Assert.Empty(schema.QueryType.FieldsByName["b"].AppliedDirectives);
    }

    [Fact]
    public void The_SDL_shows_what_takes_a_step_and_keeps_what_is_written()
    {
        const string sdl = """
            type Query {
              read: Int
              step: Int
              cheap: Int @cost(weight: "1")
            }
            """;

        Assert.EndsWith(
            """
            type Query {
              read: Int
              step: Int @cost(weight: "10")
              cheap: Int @cost(weight: "1")
            }

            """,
            SchemaPrinter.Print(Build(sdl, CostDirectives.CostSdl, "Query.step", "Query.cheap")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_without_the_directives_is_not_shown_any() => Assert.Equal(
        "type Query {\n  step: Int\n}\n",
        SchemaPrinter.Print(Build("type Query { step: Int }", "", "Query.step")));

    [Fact]
    public void A_list_size_is_read_whole()
    {
        var field = Build("""
            type Query {
              a(first: Int, ids: [ID]): Page @listSize(
                assumedSize: 50 slicingArguments: ["first", "ids"] slicingArgumentDefaultValue: 10
                sizedFields: ["nodes"] requireOneSlicingArgument: false)
            }
            type Page { nodes: [Int] }
            """).QueryType.FieldsByName["a"];

        var size = field.ListSize!;
        Assert.Equal(
            (50, "first ids", 10, "nodes", false, 10),
            (size.AssumedSize, string.Join(' ', size.SlicingArguments.Select(a => a.Name)), size.DefaultSize,
                string.Join(' ', size.SizedFields), size.RequiresOne, size.SizeByDefault));
    }

    static Schema Build(
        string sdl, string directives = CostDirectives.CostSdl + CostDirectives.ListSizeSdl, params string[] steps)
    {
        var builder = new SchemaBuilder().AllowUnbound().AddSdl("test", directives + sdl);
        foreach (var step in steps)
        {
            builder.BindField(step, new ToyBinding(step, (_, parents) => new object?[parents.Length], []));
        }

        return builder.Build();
    }

    static IEnumerable<SchemaError> Errors(string sdl) => Assert.Throws<SchemaException>(() => Build(sdl)).Errors
        .Select(error => error with { Locations = [] });
}
