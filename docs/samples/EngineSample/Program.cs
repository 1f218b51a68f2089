using System.Buffers;
using GraphApi.Engine;
using GraphApi.Engine.Language;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.EngineSample;

/// <summary>Authors and their books, from lists in memory.</summary>
static class Program
{
    const string Sdl = """
        type Query {
          "The authors, by name."
          authors(first: Int! = 2): [Author!]!
        }

        type Author {
          name: String!
          "Their books, in the order of the years."
          books(filter: BookFilter! = {}): [Book!]
        }

        input BookFilter {
          language: Language = EN
          since: Int
        }

        enum Language { EN DE }

        type Book {
          title: String!
          year: Int!
        }
        """;

    static async Task Main()
    {
        // 1. A schema: SDL, and what each field of an object is bound to. A field without binding stops Build.
        var schema = new SchemaBuilder()
            .AddSdl("library.graphql", Sdl)
            .BindField("Query.authors", new AuthorsBinding())
            .BindField("Author.name", new ReadBinding<string>(row => ((Author)row).Name))
            .BindField("Author.books", new BooksBinding())
            .BindField("Book.title", new ReadBinding<string>(row => ((Book)row).Title))
            .BindField("Book.year", new ReadBinding<int>(row => ((Book)row).Year))
            .Build();

        // 2. A document that is not valid: what is wrong, and with which element of the schema.
        var misspelled = Parser.Parse("{ authors(frist: 1) { name } }").Document!;
        foreach (var error in Validator.Validate(schema, misspelled))
        {
            Console.WriteLine($"{error.Coordinate}: {error.Message}");
        }

        // 3. The same by one rule alone, which finds nothing, and the document as the printer writes it.
        var rules = Rules.All.Where(rule => rule.Name == "Leaf Field Selections").ToList();
        Console.WriteLine($"{Validator.Validate(schema, misspelled, rules).Count} errors of {rules[0].Specification}");
        Console.WriteLine(Printer.Print(misspelled));

        // 4. An element by its coordinate.
        var first = (InputValue)schema.FindElement(SchemaCoordinate.Parse("Query.authors(first:)"))!;
        Console.WriteLine($"{first.Coordinate} is {first.Type}, by default {first.CoercedDefault}");

        // 5. A request, its plan, and its response.
        var engine = new GraphQLEngine(schema, new EngineOptions { MaxDepth = 5 });
        const string Document = "{ authors(first: 3) { name books(filter: { since: 1900 }) { title year } } }";
        Console.WriteLine(engine.Explain(Document).Plan);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest { Document = Document },
            CancellationToken.None);
        Write(response);
    }

    static void Write(GraphQLResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        using var console = Console.OpenStandardOutput();
        console.Write(output.WrittenSpan);
    }
}
