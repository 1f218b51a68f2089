using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Tests.Introspection;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>Every value against every type: taken or refused as graphql-js does, and coerced to the same.</summary>
public class CoercionOracleTests
{
    const string Sdl = """
        type Query { a: Int b(f: Float, i: ID, c: Color, p: Point, k: Pick): Boolean }
        enum Color { RED BLUE }
        input Point { x: Int! y: Int = 7 color: Color = BLUE next: Point tags: [String!] }
        input Pick @oneOf { id: ID name: String tags: [Int] }
        """;

    static readonly string[] Types =
    [
        "Int", "Int!", "Float", "String", "Boolean", "ID", "Color", "[Int]", "[Int!]", "[[Int]]", "[Color!]!",
        "[Point]", "Point", "Point!", "Pick",
    ];

    // JSON, and the same as a literal.
    static readonly (string Json, string Literal)[] Values =
    [
        ("null", "null"), ("0", "0"), ("-1", "-1"), ("2147483647", "2147483647"), ("2147483648", "2147483648"),
        ("1.5", "1.5"), ("true", "true"), ("\"\"", "\"\""), ("\"1\"", "\"1\""), ("\"RED\"", "RED"),
        ("\"GREEN\"", "GREEN"), ("[]", "[]"), ("[null]", "[null]"), ("[1,2]", "[1, 2]"), ("[1,\"a\"]", "[1, \"a\"]"),
        ("[[1],2,[null]]", "[[1], 2, [null]]"), ("[\"RED\",\"BLUE\"]", "[RED, BLUE]"), ("{}", "{}"),
        ("{\"x\":1}", "{ x: 1 }"), ("{\"x\":null}", "{ x: null }"), ("{\"x\":\"1\"}", "{ x: \"1\" }"),
        ("{\"x\":1,\"y\":null,\"color\":null}", "{ x: 1, y: null, color: null }"),
        ("{\"x\":1,\"tags\":\"a\"}", "{ x: 1, tags: \"a\" }"), ("{\"x\":1,\"tags\":[null]}", "{ x: 1, tags: [null] }"),
        ("{\"x\":1,\"next\":{\"x\":2,\"color\":\"RED\"}}", "{ x: 1, next: { x: 2, color: RED } }"),
        ("{\"x\":1,\"next\":{}}", "{ x: 1, next: {} }"), ("{\"x\":1,\"z\":1}", "{ x: 1, z: 1 }"),
        ("[{\"x\":1}]", "[{ x: 1 }]"), ("{\"id\":5}", "{ id: 5 }"), ("{\"id\":null}", "{ id: null }"),
        ("{\"id\":\"a\",\"name\":\"b\"}", "{ id: \"a\", name: \"b\" }"), ("{\"tags\":1}", "{ tags: 1 }"),
        ("{\"name\":1}", "{ name: 1 }"),
    ];

    static readonly Schema Schema = new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build();

    [Fact]
    public async Task Values_are_taken_and_refused_as_graphql_js_does()
    {
        var cases = Types.SelectMany(_ => Values, (type, value) => (type, value.Json, value.Literal)).ToList();
        var question = new JsonObject
        {
            ["sdl"] = Sdl,
            ["cases"] = new JsonArray(
            [
                .. cases.Select(c => new JsonObject { ["type"] = c.type, ["json"] = c.Json, ["literal"] = c.Literal }),
            ]),
        };
        var answers = (await GraphQLJs.AskAsync(
            "coercion-oracle.mjs",
            question.ToJsonString(),
            TestContext.Current.CancellationToken)).AsArray();

        var theirs = cases.Zip(answers, (c, a) => Line(c, a!["json"]?.ToJsonString(), a["literal"]?.ToJsonString()));
        var ours = cases.Select(c => Line(c, FromJson(c.type, c.Json), FromLiteral(c.type, c.Literal)));
        Assert.Equal(string.Join('\n', theirs), string.Join('\n', ours));
    }

    static string Line((string Type, string Json, string Literal) value, string? json, string? literal) =>
        $"{value.Type}: {value.Json} is {json ?? "refused"}, {value.Literal} is {literal ?? "refused"}";

    static string? FromJson(string type, string json)
    {
        var document = Parser.Parse($"query ($v: {type}) {{ a }}", ParserLimits.Sdl).Document!;
        var plan = VariablePlan.Create(Schema, (OperationDefinitionNode)document.Definitions[0], new EngineOptions());
        using var variables = JsonDocument.Parse($"{{\"v\":{json}}}");
        return plan.TryCoerce(variables.RootElement, out var values, out _) && values.TryGet("v", out var value)
            ? $"[{Show(value)}]"
            : null;
    }

    static string? FromLiteral(string type, string literal)
    {
        var node = Parser.ParseValue(literal, ParserLimits.Sdl).Value!;
        var wanted = Schema.FindType(Parser.ParseType(type, ParserLimits.Sdl).Type!)!;
        return LiteralCoercion.TryCoerce(node, wanted, null, out var value, out _) ? $"[{Show(value)}]" : null;
    }

    static string Show(object? value) => value switch
    {
        object?[] list => $"[{string.Join(",", list.Select(Show))}]",
        InputObject input => $"{{{string.Join(",", input.Type.Fields
            .Where(field => input.TryGet(field, out _))
            .Select(field => $"\"{field.Name}\":{Show(input.TryGet(field, out var item) ? item : null)}"))}}}",
        _ => JsonSerializer.Serialize(value),
    };
}
