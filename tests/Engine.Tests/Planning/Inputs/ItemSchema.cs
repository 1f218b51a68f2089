using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Engine.Tests.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Planning.Inputs;

/// <summary>
/// Items that can be filtered and sorted by what not everybody may know: inputs whose name begins with "secret" are
/// guarded, and refused to everybody whose session is not "insider".
/// </summary>
sealed class ItemSchema
{
    public const string Sdl = """
        type Query {
          items(where: ItemFilter, order: [ItemSort!], first: Int = 10, secretView: Boolean): [Item!]!
          preset(where: ItemFilter = { secretRank: { eq: 1 } }): Int
          one(by: ItemKey!): Item
          plain(where: PlainFilter, first: Int): Int
          found: Found
        }
        type Item implements Named { name: String! children(where: ItemFilter): [Item!]! }
        type Note implements Named { name: String! notes(where: ItemFilter): Int }
        interface Named { name: String! }
        union Found = Item | Note
        input ItemFilter {
          and: [ItemFilter!]
          or: [ItemFilter!]
          name: TextFilter
          secretRank: NumberFilter
          secretFlag: Boolean = true
          secretNull: Int = null
          parent: ItemFilter
        }
        input ItemSort { name: Direction secretRank: Direction parent: ItemSort }
        input ItemKey @oneOf { name: String secretNumber: Int }
        input PlainFilter { and: [PlainFilter!] name: TextFilter }
        input TextFilter { eq: String in: [String!] }
        input NumberFilter { eq: Int and: [NumberFilter!] }
        enum Direction { ASC DESC }
        """;

    public ItemSchema(EngineOptions? options = null)
    {
        var builder = new SchemaBuilder().AddSdl("items", Sdl);
        builder.BindType<Row>("Item").BindType<Other>("Note");
        Step(builder, "Query", "items", _ => new object[] { new Row() });
        Step(builder, "Query", "preset", _ => 1);
        Step(builder, "Query", "one", _ => new Row());
        Step(builder, "Query", "plain", _ => 1);
        Step(builder, "Query", "found", _ => new Row());
        Step(builder, "Item", "children", _ => Array.Empty<object>());
        Step(builder, "Note", "notes", _ => 1);
        builder.Bind("Item", "name", new ReadBinding<string>(_ => "a"));
        builder.Bind("Note", "name", new ReadBinding<string>(_ => "b"));
        Engine = new GraphQLEngine(builder.Build(), options, Guard);
    }

    public GraphQLEngine Engine { get; }

    public Guard Guard { get; } = new();

    /// <summary>Which steps ran.</summary>
    public List<string> Runs { get; } = [];

    public async Task<string> RunAsync(
        string document, string? variables = null, string session = "outsider", CostMode cost = CostMode.Silent) =>
        ToySchema.Text(await AnswerAsync(document, variables, session, cost));

    public async Task<GraphQLResponse> AnswerAsync(
        string document, string? variables = null, string session = "outsider", CostMode cost = CostMode.Silent) =>
        await Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Session = session,
                Cost = cost,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
            },
            TestContext.Current.CancellationToken);

    void Step(SchemaBuilder builder, string type, string field, Func<ArgumentValues, object?> run) => builder.Bind(
        type,
        field,
        new ToyBinding($"{type}.{field}", (arguments, rows) => Array.ConvertAll(rows, _ => run(arguments)), Runs));

    sealed record Row;

    sealed record Other;
}

/// <summary>Guards the inputs of an <see cref="ItemSchema"/>, and counts what it is asked.</summary>
sealed class Guard : FieldAuthorizer
{
    /// <summary>The coordinates of the inputs that were asked about at the start.</summary>
    public List<string> Known { get; } = [];

    /// <summary>How often a request asked.</summary>
    public int Asked { get; private set; }

    public override bool Guards(Field field) => false;

    public override GraphQLError? Authorize(Field field, object? session) => null;

    public override bool GuardsInput(InputValue input)
    {
        Known.Add(input.Coordinate);
        return input.Name.StartsWith("secret", StringComparison.Ordinal);
    }

    public override GraphQLError? AuthorizeInput(InputValue input, object? session)
    {
        Asked++;
        return session is "insider"
            ? null
            : new GraphQLError($"You may not use \"{input.Name}\".", ErrorCode.NotAuthorized);
    }
}
