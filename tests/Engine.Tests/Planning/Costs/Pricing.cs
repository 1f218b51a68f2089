using System.Text.Json;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Tests.Execution;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Tests.Planning.Costs;

/// <summary>Prices documents against a schema whose fields are never run.</summary>
sealed class Pricing
{
    /// <summary>Books with authors, pages, filters and orders, as HotChocolate would make them.</summary>
    public const string Library = """
        type Query {
          book: Book
          books(
            first: Int last: Int
            where: BookFilterInput @cost(weight: "10") order: [BookSortInput!] @cost(weight: "10")
          ): BooksConnection
            @listSize(
              assumedSize: 50 slicingArguments: ["first", "last"] slicingArgumentDefaultValue: 10
              sizedFields: ["edges", "nodes"] requireOneSlicingArgument: false
            )
          byId(ids: [ID!]!): [Book] @listSize(slicingArguments: "ids")
          top(max: Int): [Book!]! @listSize(slicingArguments: ["max"])
          works: [Work!]! @listSize(assumedSize: 4)
          find(what: Wanted @cost(weight: "3")): Book
          tags: [String!]!
          rating: Rating
        }
        type BooksConnection {
          nodes: [Book!] edges: [BookEdge!] pageInfo: PageInfo! totalCount: Int! @cost(weight: "10")
        }
        type BookEdge { cursor: String! node: Book! }
        type PageInfo { hasNextPage: Boolean! }
        type Book implements Work {
          title: String! author: Author! shelf: Shelf @cost(weight: "1")
          sequels(first: Int): BooksConnection
            @listSize(slicingArguments: ["first"] sizedFields: ["nodes"] requireOneSlicingArgument: false)
        }
        type Author { name: String! }
        type Shelf @cost(weight: "3") { code: Code! }
        type Film implements Work { title: String! crew: [Author!]! @listSize(assumedSize: 20) }
        interface Work { title: String! }
        scalar Code @cost(weight: "0.5")
        enum Rating @cost(weight: "2") { GOOD BAD }
        input BookFilterInput {
          and: [BookFilterInput!] or: [BookFilterInput!]
          title: StringOperationFilterInput pages: Pages = { eq: 1 }
        }
        input Pages { eq: Int @cost(weight: "10") }
        input StringOperationFilterInput {
          or: [StringOperationFilterInput!] eq: String @cost(weight: "10") contains: String @cost(weight: "20")
          in: [String] @cost(weight: "10")
        }
        input BookSortInput { title: Direction @cost(weight: "10") }
        enum Direction { ASC DESC }
        input Wanted @oneOf { title: StringOperationFilterInput nested: Wanted number: Int @cost(weight: "7") }
        """;

    static readonly string[] LibrarySteps =
        ["Query.book", "Query.books", "Query.byId", "Query.top", "Query.works", "Query.find", "Book.shelf", "Book.sequels"];

    readonly List<string> _runs = [];

    public Pricing(string sdl = Library, params string[] steps)
    {
        var builder = new SchemaBuilder().AllowUnbound()
            .AddSdl("costs", CostDirectives.CostSdl + CostDirectives.ListSizeSdl).AddSdl("test", sdl);
        foreach (var step in sdl == Library ? LibrarySteps : steps)
        {
            builder.BindField(step, new ToyBinding(step, (_, _) => throw new InvalidOperationException(), _runs));
        }

        Schema = builder.Build();
        Engine = new GraphQLEngine(Schema, new EngineOptions { MaxDepth = 100, MaxAliases = 10_000 });
    }

    public Schema Schema { get; }

    public GraphQLEngine Engine { get; }

    public OperationPlan Plan(string document)
    {
        var (plan, errors) = Engine.Explain(document);
        Assert.Empty(errors);
        return plan!;
    }

    /// <summary>The field cost and the type cost.</summary>
    public (double Field, double Type) Of(string document, string variables = "{}")
    {
        var (cost, error) = Try(document, variables);
        Assert.Null(error);
        return (cost.FieldCost, cost.TypeCost);
    }

    public (OperationCost Cost, Errors.GraphQLError? Error) Try(string document, string variables = "{}")
    {
        var plan = Plan(document);
        Assert.True(
            plan.Variables.TryCoerce(JsonDocument.Parse(variables).RootElement, out var values, out var errors),
            string.Join('\n', errors));
        var cost = plan.Cost.Evaluate(values, out var error);
        Assert.Empty(_runs);
        return (cost, error);
    }
}
