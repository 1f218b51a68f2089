using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>
/// What the SDL says of arguments and values holds without any CLR type: defaults, enums, input objects, scalars.
/// </summary>
public class SdlAloneTests
{
    const string Sdl = """
        type Query {
          told(in: In! = { n: 2 }, list: [[Color!]] = [RED], at: UUID = "6f9619ff-8b86-d011-b42d-00c04fc964ff"): String
          color(of: Color = GREEN): Color
          colors: [Color!]!
          pick(by: Pick!): String
        }
        input In { n: Int! = 1 c: Color = BLUE s: String more: In f: Float! = 3 ids: [ID!] = 7 }
        input Pick @oneOf { id: ID name: String }
        enum Color { RED GREEN BLUE }
        scalar UUID
        """;

    readonly List<string> _runs = [];

    GraphQLEngine Engine => new(new SchemaBuilder()
        .AddSdl("test", Sdl)
        .BindField("Query.told", Step(arguments =>
            string.Join("; ", new[] { "in", "list", "at" }.Select(name => $"{name}: {Text(Value(arguments, name))}"))))
        .BindField("Query.color", Step(arguments => arguments.Get<string>("of")))
        .BindField("Query.colors", new ReadBinding<string[]>(_ => ["RED", "BLUE"]))
        .BindField("Query.pick", Step(arguments => Text(Value(arguments, "by"))))
        .Build());

    [Theory]
    [InlineData(
        "{ told }",
        "in: { n: 2, c: BLUE, f: 3, ids: [7] }; list: [[RED]]; at: 6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData(
        "{ told(in: {}, list: [[GREEN, BLUE], null], at: null) }",
        "in: { n: 1, c: BLUE, f: 3, ids: [7] }; list: [[GREEN, BLUE], null]; at: null")]
    [InlineData(
        "{ told(in: { c: null, more: { s: \"x\" } }, list: BLUE) }",
        "in: { n: 1, c: null, more: { n: 1, c: BLUE, s: x, f: 3, ids: [7] }, f: 3, ids: [7] }; list: [[BLUE]]; "
            + "at: 6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    public async Task Defaults_are_filled_in_at_every_depth(string document, string told) =>
        Assert.Equal($$$"""{"data":{"told":"{{{told}}}"}}""", await RunAsync(document));

    [Fact]
    public async Task The_values_of_an_enum_are_their_names_in_and_out() => Assert.Equal(
        """{"data":{"color":"GREEN","red":"RED","none":null,"colors":["RED","BLUE"]}}""",
        await RunAsync("{ color red: color(of: RED) none: color(of: null) colors }"));

    [Fact]
    public async Task A_name_that_is_no_value_of_the_enum_is_no_value() => Assert.Equal(
        """{"errors":[{"message":"Value \"PINK\" does not exist in \"Color\" enum.","locations":[{"line":1,"column":13}],"extensions":{"coordinate":"Query.color(of:)"}}]}""",
        await RunAsync("{ color(of: PINK) }"));

    [Fact]
    public async Task A_OneOf_has_one_field() => Assert.Equal(
        """{"data":{"pick":"{ id: 5 }"}}""", await RunAsync("{ pick(by: { id: 5 }) }"));

    [Fact]
    public void What_is_not_bound_is_told_as_a_whole_with_coordinates_and_places()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddSdl("a.graphql", "type Query { a: Int b: T }\nscalar Odd")
            .AddSdl("b.graphql", "type T { c: Int @deprecated d: Odd }")
            .BindField("Query.b", new ReadBinding<object>(row => row))
            .BindField("T.e", new ReadBinding<int>(_ => 1))
            .Build());

        Assert.Equal(
            [
                "Odd: The scalar \"Odd\" has no coercion. (a.graphql:2:1)",
                "T.e: It has a binding, but there is no such field of an object type.",
                "Query.a: The field has no binding. (a.graphql:1:14)",
                "T.c: The field has no binding. (b.graphql:1:10)",
                "T.d: The field has no binding. (b.graphql:1:29)",
            ],
            error.Errors.Select(e => e.ToString()));
    }

    async Task<string> RunAsync(string document) => ToySchema.Text(await Engine.ExecuteAsync(
        new GraphQLRequest { Document = document }, TestContext.Current.CancellationToken));

    ToyBinding Step(Func<ArgumentValues, object?> value) =>
        new("test", (arguments, parents) => Array.ConvertAll(parents, _ => value(arguments)), _runs);

    static object? Value(ArgumentValues arguments, string name) =>
        arguments.TryGet(name, out var value) ? value : "absent";

    static string Text(object? value) => value switch
    {
        null => "null",
        object?[] list => $"[{string.Join(", ", list.Select(Text))}]",
        InputObject input => $"{{ {string.Join(", ", Fields(input))} }}",
        _ => value.ToString()!,
    };

    static IEnumerable<string> Fields(InputObject input) =>
        from field in input.Type.Fields
        where input.TryGet(field, out _)
        select $"{field.Name}: {Text(input.TryGet(field, out var value) ? value : null)}";
}
