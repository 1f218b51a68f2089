using System.Text.Json;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Values of variables, literals and arguments: taken or refused as graphql-js does, with the same words, and coerced
/// to
/// the same.
/// </summary>
public sealed class CoercionOracleTests
{
    const string Sdl = """
        type Query {
          a: Int
          b(f: Float, i: ID, c: Color, p: Point, k: Pick): Boolean
          take(must: Int!, may: Int = 3, list: [Int!] = [1, 2], point: Point = { x: 1 }, pick: Pick, any: Any): Boolean
        }
        enum Color { RED BLUE DARK_BLUE }
        input Point { x: Int! y: Int = 7 color: Color = BLUE next: Point tags: [String!] any: Any pick: Pick }
        input Pick @oneOf { id: ID name: String tags: [Int] point: Point }
        input Defaults { a: Point = { x: 1 } b: [Point!]! = [{ x: 2, color: RED }] c: Int! = 5 d: Defaults }
        scalar Any
        """;

    static readonly string[] Types =
    [
        "Int", "Int!", "Float", "String", "Boolean", "ID", "Color", "[Int]", "[Int!]", "[[Int]]", "[Color!]!",
        "[Point]", "Point", "Point!", "Pick", "[[Point!]!]", "Defaults", "Any", "Any!", "[Any]",
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
        ("{\"name\":1}", "{ name: 1 }"), ("\"red\"", "red"), ("\"BLEU\"", "BLEU"), ("{\"colour\":1}", "{ colour: 1 }"),
        ("{\"id\":null,\"name\":null,\"nope\":1}", "{ id: null, name: null, nope: 1 }"),
        ("{\"point\":{\"y\":\"a\",\"tag\":2}}", "{ point: { y: \"a\", tag: 2 } }"), ("{\"nam\":null}", "{ nam: null }"),
        ("[1,2,3,4,5,6,7,8,9,10,11]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"),
        ("{\"a\":{\"b\":{\"c\":{\"d\":[]}}},\"e\":[[[1]],[{}],\"\\n\\u0001\\\"é😀\"]}", "{ a: { b: { c: { d: [] } } } }"),
        ("{\"d\":{\"a\":null,\"c\":1},\"b\":{\"x\":1}}", "{ d: { a: null, c: 1 }, b: { x: 1 } }"),
        ("{\"b\":null}", "{ b: null }"),
    ];

    static readonly Schema Schema = new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build();

    [Fact]
    public async Task Literals_are_taken_and_refused_as_graphql_js_does()
    {
        using var graphQLJs = await StartAsync();
        var cases = Types.SelectMany(_ => Values, (type, value) => (Type: type, value.Literal));
        var answers = graphQLJs.AskAllAsync(cases, c => new { type = c.Type, literal = c.Literal });
        await foreach (var (asked, answer) in answers)
        {
            // Any takes a literal as it is, which is not to be compared.
            var theirs = Canonical(answer.GetProperty("value"));
            var ours = FromLiteral(asked.Type, asked.Literal) ?? "null";
            var isAny = asked.Type.Contains("Any", StringComparison.Ordinal);
            Assert.Equal(
                (asked, isAny ? (theirs != "null").ToString() : theirs),
                (asked, isAny ? (ours != "null").ToString() : ours));
        }
    }

    [Fact]
    public Task Each_value_is_taken_for_each_type_as_graphql_js_does() => AgreeAsync(
        Types.SelectMany(_ => Values, (type, value) => new Question($"$v: {type}", $"{{\"v\":{value.Json}}}")));

    [Fact]
    public Task Defaults_and_absent_variables_are_taken_as_graphql_js_does() => AgreeAsync(
        from definition in new[]
        {
            "$v: Int", "$v: Int!", "$v: Int = 1", "$v: Int! = 1", "$v: Int = null", "$v: [Int!] = 1",
            "$v: Point = { x: 1 }",
            "$v: Point! = { x: 1, next: { x: 2 }, color: null }", "$v: [Color!]! = [RED]", "$v: Defaults = {}",
            "$v: Defaults",
            "$v: Pick = { tags: 1 }", "$v: Float = 1", "$v: ID = 1",
            "$w: Int!, $v: Int, $u: Point!, $t: [Point!]! = []",
        }
        from variables in new[] { "{}", "{\"v\":null}", "{\"v\":2}", "{\"v\":{}}", "{\"other\":1,\"v\":[1]}" }
        select new Question(definition, variables));

    [Fact]
    public Task Arguments_are_taken_as_graphql_js_does() => AgreeAsync(
        from field in new[]
        {
            "take", "take(must: 1)", "take(must: $v)", "take(must: 1, may: $v)", "take(must: 1, may: null, list: null)",
            "take(must: 1, list: $v)", "take(must: 1, list: [$v, 2])", "take(must: 1, point: { x: $v })",
            "take(must: 1, point: { x: 1, y: $v, next: { x: $v, tags: [] } })", "take(must: 1, pick: { tags: [$v] })",
            "take(must: 1, pick: { id: $v })", "take(must: null)", "take(must: \"a\")", "take(must: $w)",
            "take(must: 1, point: {})", "b(f: $v, c: RED)", "b(f: 1, i: 1, c: GREEN)",
        }
        from definition in new[] { "$v: Int", "$v: Int!", "$v: Int = 5", "$v: Int! = 6" }
        from variables in new[] { "{}", "{\"v\":null}", "{\"v\":2}" }
        select new Question(definition, variables, field));

    [Theory]
    [InlineData(1, 3_000)]
    [InlineData(null, 1_000)]
    public Task Generated_values_are_taken_as_graphql_js_does(int? seed, int count)
    {
        var first = seed ?? Random.Shared.Next(1_000_000_000);
        return AgreeAsync(Enumerable.Range(0, count).Select(i =>
        {
            var random = new Random(first + i);
            var json = new JsonMaker(Schema, random);
            var names = Enumerable.Range(0, 1 + random.Next(2)).Select(n => $"v{n}").ToList();
            var types = names.ConvertAll(_ => Types[random.Next(Types.Length)]);
            var values = names.Zip(types, (name, type) =>
                $"\"{name}\":{json.Make(Schema.FindType(Parser.ParseType(type, ParserLimits.Sdl).Type!)!, depth: 3)}");
            return new Question(
                string.Join(", ", names.Zip(types, (name, type) => $"${name}: {type}")),
                $"{{{string.Join(',', values)}}}");
        }));
    }

    /// <summary>In what the coercion differs on purpose: graphql-js 16 says the first, we the second.</summary>
    [Theory]

    // A number is shown as it was written: JavaScript has forgotten how.
    [InlineData(
        "Int", "1.50", "Int cannot represent non-integer value: 1.5", "Int cannot represent non-integer value: 1.50")]

    // The specification: an ID is no float, not even 4.0. JavaScript cannot tell.
    [InlineData("ID", "4.0", null, "ID cannot represent value: 4.0")]

    // Digits of an ID are kept, where JavaScript rounds them; and a list is no number that it would take for one.
    [InlineData("ID", "12345678901234567890", null, null)]

    // A double is finite.
    [InlineData("Float", "1e400", "Float cannot represent non numeric value: Infinity",
        "Float cannot represent non numeric value: 1e400")]
    public async Task Values_that_differ(string type, string json, string? theirs, string? ours)
    {
        using var graphQLJs = await StartAsync();
        var question = new Question($"$v: {type}", $"{{\"v\":{json}}}");
        var answer = await graphQLJs.AskAsync(Ask(question));
        Assert.Equal(theirs is null, !answer.TryGetProperty("errors", out var errors));
        var message = theirs is null ? "" : errors[0].GetProperty("message").GetString();
        Assert.EndsWith(theirs ?? "", message, StringComparison.Ordinal);
        var said = Answer(question);
        Assert.Equal(ours is null, !said.Contains("cannot", StringComparison.Ordinal));
        Assert.Contains(ours ?? "", said, StringComparison.Ordinal);
        Assert.NotEqual(Text(answer), said);
    }

    static async Task<GraphQLJsProcess> StartAsync()
    {
        var graphQLJs = GraphQLJsProcess.Start("coercion-oracle.mjs");
        await graphQLJs.AskAsync(new { sdl = Sdl });
        return graphQLJs;
    }

    static async Task AgreeAsync(IEnumerable<Question> questions)
    {
        using var graphQLJs = await StartAsync();
        List<string> disputed = [];
        await foreach (var (question, answer) in graphQLJs.AskAllAsync(questions, Ask))
        {
            var (theirs, ours) = (Text(answer), Answer(question));
            if (theirs != ours)
            {
                disputed.Add($"{question}\ngraphql-js:\n{theirs}\nwe:\n{ours}");
            }
        }

        Assert.True(disputed.Count == 0, $"{disputed.Count} disputed.\n{string.Join("\n\n", disputed.Take(8))}");
    }

    static object Ask(Question question) => question.Field is { } field
        ? new { definitions = question.Definitions, variables = question.Variables, field }
        : new { definitions = question.Definitions, variables = question.Variables };

    /// <summary>What graphql-js answered, errors sorted: it goes by fields, we by what the request holds.</summary>
    static string Text(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            return Sorted(errors.EnumerateArray().Select(JudgedError.Of));
        }

        var values = Canonical(answer.GetProperty("values"));
        if (answer.TryGetProperty("argumentError", out var error))
        {
            return $"{values} {JudgedError.Of(error).Message}";
        }

        return answer.TryGetProperty("arguments", out var arguments) ? $"{values} {Canonical(arguments)}" : values;
    }

    static string Answer(Question question)
    {
        var text = $"query ({question.Definitions}) {{ {question.Field ?? "a"} }}";
        var operation = (OperationDefinitionNode)Parser.Parse(text, ParserLimits.Sdl).Document!.Definitions[0];
        var plan = VariablePlan.Create(Schema, operation, new EngineOptions());
        using var variables = JsonDocument.Parse(question.Variables);
        if (!plan.TryCoerce(variables.RootElement, out var values, out var errors))
        {
            return Sorted(errors.Select(JudgedError.Of));
        }

        var names = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value);
        var shown = Show(names.Where(name => values.TryGet(name, out _))
            .Select(name => (name, values.TryGet(name, out var value) ? value : null)));
        return question.Field is null
            ? shown
            : $"{shown} {Arguments((FieldNode)operation.SelectionSet.Selections[0], values)}";
    }

    static string Arguments(FieldNode node, VariableValues variables)
    {
        var definitions = Schema.QueryType.FieldsByName[node.Name.Value].Arguments;
        return ArgumentPlan.Create(definitions, node.Arguments).TryCoerce(variables, out var arguments, out var error)
            ? Show(definitions.Where(definition => arguments.TryGet(definition.Name, out _))
                .Select(definition => (definition.Name, arguments.Get<object>(definition.Name))))
            : error!.Message;
    }

    static string? FromLiteral(string type, string literal)
    {
        var node = Parser.ParseValue(literal, ParserLimits.Sdl).Value!;
        var wanted = Schema.FindType(Parser.ParseType(type, ParserLimits.Sdl).Type!)!;
        return LiteralCoercion.TryCoerce(node, wanted, null, out var value, out _) ? $"[{Show(value)}]" : null;
    }

    static string Sorted(IEnumerable<JudgedError> errors) =>
        string.Join('\n', errors.Select(error => error.ToString()).Order(StringComparer.Ordinal));

    static string Show(object? value) => value switch
    {
        object?[] list => $"[{string.Join(",", list.Select(Show))}]",
        InputObject input => Show(input.Type.Fields
            .Where(field => input.TryGet(field, out _))
            .Select(field => (field.Name, input.TryGet(field, out var item) ? item : null))),
        JsonElement json => Canonical(json),
        _ => JsonSerializer.Serialize(value),
    };

    static string Show(IEnumerable<(string Name, object? Value)> entries) => $"{{{string.Join(
        ",",
        entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(e => $"\"{e.Name}\":{Show(e.Value)}"))}}}";

    static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", json.EnumerateObject()
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => $"\"{entry.Name}\":{Canonical(entry.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", json.EnumerateArray().Select(Canonical))}]",
        _ => JsonSerializer.Serialize(json),
    };

    sealed record Question(string Definitions, string Variables, string? Field = null);
}
