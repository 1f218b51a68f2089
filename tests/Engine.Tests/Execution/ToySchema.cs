using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>Shelves with books and films: every shape of field that a schema can have, over rows in memory.</summary>
sealed class ToySchema
{
    const string Sdl = """
        type Query {
          shelves(first: Int = 10): [Shelf!]!
          shelf(id: Int!): Shelf
          media: [Medium]
          things: [Thing!]
          grid: [[Book]]
          strictGrid: [[Book!]!]
          echo(value: Choice, list: [Int!]): String
          fails: String
          endless: String
          failsForClient: String
          secret: Shelf
          strictSecret: Shelf!
          colors: [Color!]!
        }
        type Mutation { add(n: Int!): Counter }
        type Counter { total: Int! delayed: Int! shelves: [Shelf!]! }
        enum Color { RED GREEN }
        input Choice { a: Int b: String = "b" }
        interface Medium { title: String! }
        type Shelf { name: String! books: [Book!]! strictName: String! notes: [String] best: Book strictBest: Book! }
        type Book implements Medium { title: String! pages: Int author: String! shelf: Shelf! }
        type Film implements Medium { title: String! minutes: Int! }
        union Thing = Shelf | Book
        """;

    readonly List<Shelf> _shelves =
    [
        new("north", "n", [new("Atlas", 320, "A"), new("Bestiary", null, "B")]),
        new("south", null, []),
        new("west", "w", [new("Codex", 90, null)]),
    ];

    int _total;

    public ToySchema(EngineOptions? options = null, FieldAuthorizer? authorizer = null)
    {
        foreach (var shelf in _shelves)
        {
            shelf.Books.ForEach(b => b.Shelf = shelf);
        }

        var builder = new SchemaBuilder().AddSdl("toy", Sdl);
        builder.BindType<Shelf>("Shelf").BindType<Book>("Book").BindType<Film>("Film").BindEnum<Color>("Color");
        Step(builder, "Query", "shelves", (a, p) => All(p, _ => _shelves.Take(a.Get<int>("first")).ToList()));
        Step(builder, "Query", "shelf", (a, p) => All(p, _ => _shelves.ElementAtOrDefault(a.Get<int>("id"))));
        Step(builder, "Query", "media", (_, p) => All(p, _ => new object?[]
        {
            _shelves[0].Books[0], null, new Film("Dune", 155), new FieldFailure(new GraphQLError("Lost.", "LOST")),
        }));
        Step(builder, "Query", "things", (_, p) => All(p, _ => new object[] { _shelves[0].Books[0], _shelves[1] }));
        Step(builder, "Query", "grid", (_, p) => All(p, _ => Grid()));
        Step(builder, "Query", "strictGrid", (_, p) => All(p, _ => Grid()));
        Step(builder, "Query", "echo", (a, p) => All(p, _ => Echo(a)));
        Step(builder, "Query", "fails", (_, _) => throw new InvalidOperationException("secret text"));
        Step(builder, "Query", "failsForClient", (_, _) =>
            throw new GraphQLException(new GraphQLError("Ask again later.", "LATER")));
        Step(builder, "Query", "secret", (_, p) => All(p, _ => _shelves[0]));
        Step(builder, "Query", "strictSecret", (_, p) => All(p, _ => _shelves[0]));
        Step(builder, "Query", "endless", (_, p) => All(p, _ => "never"));
        builder.Bind("Query", "colors", new ReadBinding<Color[]>(_ => [Color.Green, Color.Red]));
        Step(builder, "Mutation", "add", (a, p) => All(p, _ => new Counter(_total += a.Get<int>("n"))));
        builder.Bind("Counter", "total", new ReadBinding<int>(r => ((Counter)r).Total));
        builder.Bind("Counter", "shelves", new ReadBinding<List<Shelf>>(_ => _shelves));
        Step(builder, "Counter", "delayed", (_, p) => All(p, _ => _total));
        builder.Bind("Shelf", "name", new ReadBinding<string>(r => ((Shelf)r).Name));
        builder.Bind("Shelf", "strictName", new ReadBinding<string?>(r => ((Shelf)r).ShortName));
        builder.Bind("Shelf", "notes", new ReadBinding<string?[]>(_ => ["a", null]));
        Step(builder, "Shelf", "books", (_, p) => All(p, r => ((Shelf)r).Books));
        builder.Bind("Shelf", "best", new ReadBinding<Book?>(r => ((Shelf)r).Books.FirstOrDefault()));
        builder.Bind("Shelf", "strictBest", new ReadBinding<Book?>(r => ((Shelf)r).Books.FirstOrDefault()));
        builder.Bind("Book", "title", new ReadBinding<string>(r => ((Book)r).Title));
        builder.Bind("Book", "pages", new ReadBinding<int?>(r => ((Book)r).Pages));
        builder.Bind("Book", "author", new ReadBinding<string?>(r => ((Book)r).Author));
        builder.Bind("Book", "shelf", new ReadBinding<Shelf>(r => ((Book)r).Shelf));
        builder.Bind("Film", "title", new ReadBinding<string>(r => ((Film)r).Title));
        builder.Bind("Film", "minutes", new ReadBinding<int>(r => ((Film)r).Minutes));
        var given = options ?? new EngineOptions();
        Engine = new GraphQLEngine(
            builder.Build(),
            given with { OnFault = (fault, traceId) => Faults.Add((fault.Message, traceId)) },
            authorizer);
    }

    public GraphQLEngine Engine { get; }

    /// <summary>Which steps ran, in order, with the number of parents.</summary>
    public List<string> Runs { get; } = [];

    public List<(string Message, string TraceId)> Faults { get; } = [];

    public static string Text(GraphQLResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public async Task<string> RunAsync(string document, string? variables = null, string? operationName = null) =>
        Text(await Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                OperationName = operationName,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
            },
            TestContext.Current.CancellationToken));

    object?[] Grid() => new object?[] { new object?[] { _shelves[0].Books[0], null }, null, Array.Empty<object>() };

    static string Echo(ArgumentValues arguments)
    {
        var choice = arguments.TryGet("value", out var value)
            ? value is InputObject input
                ? string.Join(
                    ",",
                    new[] { "a", "b" }.Where(n => input.TryGet(n, out _)).Select(n => $"{n}={Of(input, n) ?? "null"}"))
                : "null"
            : "absent";
        return choice + (arguments.Get<object?[]>("list") is { } list ? "/" + string.Join("+", list) : "");
    }

    static object? Of(InputObject input, string name) => input.TryGet(name, out var value) ? value : null;

    static object?[] All(object[] parents, Func<object, object?> value) => Array.ConvertAll(parents, p => value(p));

    void Step(SchemaBuilder builder, string type, string field, Func<ArgumentValues, object[], object?[]> run) =>
        builder.Bind(type, field, new ToyBinding($"{type}.{field}", run, Runs));

    enum Color
    {
        Red,
        Green,
    }

    sealed record Counter(int Total);

    sealed class Shelf(string name, string? shortName, List<Book> books)
    {
        public string Name { get; } = name;

        public string? ShortName { get; } = shortName;

        public List<Book> Books { get; } = books;
    }

    sealed class Book(string title, int? pages, string? author)
    {
        public string Title { get; } = title;

        public int? Pages { get; } = pages;

        public string? Author { get; } = author;

        public Shelf Shelf { get; set; } = null!;
    }

    sealed record Film(string Title, int Minutes);
}
