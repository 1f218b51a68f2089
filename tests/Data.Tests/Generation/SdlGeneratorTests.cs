using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Generation;
using GraphApi.Data.Paging;
using GraphApi.Data.Tests.Library;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Tests.Generation;

public sealed class SdlGeneratorTests(LibraryFixture fixture)
{
    [Fact]
    public async Task A_connection_has_hot_chocolates_arguments_and_types()
    {
        var schema = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Schema;

        Assert.Equal(
            "news(first: Int, after: String, last: Int, before: String, "
            + "where: BookFilterInput, order: [BookSortInput!]): NewsConnection",
            Signature(schema.QueryType.FieldsByName["news"]));
        Assert.Equal("What is new for the reader.", schema.QueryType.FieldsByName["news"].Description);
        Assert.Equal(
            ["pageInfo: PageInfo!", "edges: [NewsEdge!]", "nodes: [Book!]", "totalCount: Int!"],
            Fields(schema, "NewsConnection"));
        Assert.Equal(["cursor: String!", "node: Book!"], Fields(schema, "NewsEdge"));
        Assert.Equal(
            ["hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: String", "endCursor: String"],
            Fields(schema, "PageInfo"));
        var author = (ObjectType)schema.TypesByName["Author"];
        Assert.Equal("AuthorBooksConnection", author.FieldsByName["books"].Type.Named.Name);
    }

    [Theory]
    [InlineData(
        "ShelfFilterInput",
        "and: [ShelfFilterInput!] or: [ShelfFilterInput!] name: StringOperationFilterInput room: "
        + "StringOperationFilterInput books: ListBookFilterInput")]
    [InlineData("ListBookFilterInput", "all: BookFilterInput none: BookFilterInput some: BookFilterInput any: Boolean")]
    [InlineData(
        "ListStringOperationFilterInput",
        "all: StringOperationFilterInput none: StringOperationFilterInput some: "
        + "StringOperationFilterInput any: Boolean")]
    [InlineData(
        "StringOperationFilterInput",
        "and: [StringOperationFilterInput!] or: [StringOperationFilterInput!] eq: String neq: String in: "
        + "[String] nin: [String] contains: String ncontains: String startsWith: String nstartsWith: "
        + "String endsWith: String nendsWith: String")]
    [InlineData(
        "IntOperationFilterInput",
        "eq: Int neq: Int in: [Int] nin: [Int] gt: Int ngt: Int gte: Int ngte: Int lt: Int nlt: Int lte: "
        + "Int nlte: Int")]
    [InlineData("KindOperationFilterInput", "eq: Kind neq: Kind in: [Kind!] nin: [Kind!]")]
    [InlineData("BooleanOperationFilterInput", "eq: Boolean neq: Boolean")]
    [InlineData("IdOperationFilterInput", "eq: ID neq: ID in: [ID] nin: [ID]")]
    [InlineData("ShelfSortInput", "name: SortEnumType room: SortEnumType")]
    public async Task Input_types_have_hot_chocolates_fields(string type, string fields)
    {
        var schema = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Schema;
        var input = (InputObjectType)schema.TypesByName[type];

        Assert.Equal(fields, string.Join(' ', input.Fields.Select(f => $"{f.Name}: {f.Type}")));
        Assert.NotNull(input.Description);
    }

    [Fact]
    public async Task What_is_generated_weighs_what_it_weighs_in_hot_chocolate()
    {
        var schema = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Schema;
        var sdl = SchemaPrinter.Print(schema);

        Assert.Contains("where: BookFilterInput @cost(weight: \"10\")", sdl, StringComparison.Ordinal);
        Assert.Contains("order: [BookSortInput!] @cost(weight: \"10\")", sdl, StringComparison.Ordinal);
        Assert.Contains(
            "): NewsConnection @listSize(assumedSize: 1000, slicingArguments: [\"first\", \"last\"], "
                + "slicingArgumentDefaultValue: 10, sizedFields: [\"edges\", \"nodes\"], "
                + "requireOneSlicingArgument: false) @cost(weight: \"10\")",
            sdl,
            StringComparison.Ordinal);
        Assert.Equal(
            "and or eq:10 neq:10 in:10 nin:10 contains:20 ncontains:20 startsWith:20 nstartsWith:20 endsWith:20 "
                + "nendsWith:20",
            Weights(schema, "StringOperationFilterInput"));
        Assert.Equal(
            "eq:10 neq:10 in:10 nin:10 gt:10 ngt:10 gte:10 ngte:10 lt:10 nlt:10 lte:10 nlte:10",
            Weights(schema, "IntOperationFilterInput"));
        Assert.Equal("eq:10 neq:10", Weights(schema, "BooleanOperationFilterInput"));
        Assert.Equal("all:10 none:10 some:10 any:10", Weights(schema, "ListBookFilterInput"));
        Assert.Equal("and or name room books", Weights(schema, "ShelfFilterInput"));
        Assert.Equal("name:10 room:10", Weights(schema, "ShelfSortInput"));
    }

    [Fact]
    public void A_connection_may_say_its_list_size_itself_and_at_an_interface_says_none()
    {
        var generated = new SdlGenerator(
            [
                SchemaBuilder.Parse("test", """
                    type Query { a: [A!]! @connection(maxPageSize: 5) b: [A!]! @connection @listSize(assumedSize: 3) }
                    interface I { a: [A!]! @connection }
                    type A { x: Int @filterable }
                    """),
            ],
            new PagingOptions()).Generate();
        var fields = generated[0].Definitions.Select(definition => definition switch
        {
            ObjectTypeDefinitionNode type => type.Fields[^1],
            _ => ((InterfaceTypeDefinitionNode)definition).Fields[0],
        }).ToList();

        var bounded = ((ObjectTypeDefinitionNode)generated[0].Definitions[0]).Fields[0].Directives[1];
        Assert.Equal("5", ((IntValueNode)bounded.Arguments[0].Value).Value);
        Assert.Equal(["connection", "listSize"], fields[0].Directives.Select(directive => directive.Name.Value));
        Assert.Equal(["connection"], fields[1].Directives.Select(directive => directive.Name.Value));
        Assert.All(fields[1].Arguments, argument => Assert.Empty(argument.Directives));
    }

    [Fact]
    public async Task A_generated_field_is_described_as_the_field_it_is_of()
    {
        var schema = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Schema;

        Assert.Equal(
            "How many pages.",
            ((InputObjectType)schema.TypesByName["BookFilterInput"]).FieldsByName["pages"].Description);
    }

    [Theory]
    [InlineData("type Query { a: Int @connection }", "Query.a: @connection stands at a field that is a list.")]
    [InlineData(
        "type Query { a: [A!]! @connection b: B } type B { a: [B!]! @connection } type A { x: Int }",
        "B.a: AConnection is of A elsewhere. Give this one a name: @connection(name:).")]
    [InlineData("type Query { a: A @filterable } type A { x: Int }", "Query.a: A has no field with @filterable.")]
    [InlineData("type Query { a: [Int!] @sortable }", "Query.a: A list cannot be sorted by a list.")]
    [InlineData("type Query { a: Odd @filterable } scalar Odd", "Query.a: A field of type Odd cannot be filtered.")]
    public void What_cannot_be_generated_is_named(string sdl, string error)
    {
        var generator = new SdlGenerator([SchemaBuilder.Parse("test", sdl)], new PagingOptions());

        generator.Generate();

        Assert.Equal([error], generator.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public async Task What_does_not_fit_the_model_is_named_all_at_once_at_the_start()
    {
        var database = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Database;
        var schema = new DataSchema(new DataSchemaOptions
        {
            Model = database.Model,
            Provider = database.Provider,
            CursorKeys = [new byte[32]],
        }).Add(new BadFields()).Add(new GenreFields());
        var sdl = SchemaBuilder.Parse(
            "test",
            """
            type Query { x: Int }
            type Book {
              secret: String @filterable @authorize(policy: "X")
              label: String! @sortable
              pages: [Genre!]!
            }
            directive @authorize(policy: String) on FIELD_DEFINITION
            type Genre { name: String! }
            """);

        var problem = Assert.Throws<SchemaException>(() => schema.AddTo(new SchemaBuilder(), [("test", sdl)]));

        Assert.Equal(
            [
                "Book.pages: b => Convert(Convert(b.Tags, Object), IEnumerable`1) is no collection of the model.",
                "Book.missing: The field is declared in code, but the SDL does not have it.",
                "Book.secret: A field with a rule of its own can neither be filtered nor sorted: "
                    + "that gives its values away.",
                "Book.secret: The database does not have the field, so it can be neither filtered nor sorted.",
                "Book.label: The database does not have the field, so it can be neither filtered nor sorted.",
            ],
            problem.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public async Task Errors_of_the_documents_tell_the_file_and_the_line()
    {
        var database = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Database;
        var schema = new DataSchema(new DataSchemaOptions
        {
            Model = database.Model,
            Provider = database.Provider,
            CursorKeys = [new byte[32]],
        });
        var builder = new SchemaBuilder().AllowUnbound();
        schema.AddTo(
            builder,
            [
                ("query.graphql", SchemaBuilder.Parse("query.graphql", "type Query {\n  shelf: Shlf\n}")),
                ("shelf.graphql", SchemaBuilder.Parse(
                    "shelf.graphql", "type Shelf {\n  name: String!\n  copies(first: Int): [Shelf!] @connection\n}")),
            ]);

        var problem = Assert.Throws<SchemaException>(builder.Build);

        Assert.Equal(
            [
                "Shelf.copies(first:): Argument \"Shelf.copies(first:)\" can only be defined once. "
                    + "(shelf.graphql:3:10, shelf.graphql:3:67)",
                "Query.shelf: Unknown type \"Shlf\". Did you mean \"Shelf\"? (query.graphql:2:10)",
            ],
            problem.Errors.Select(error => error.ToString()));
    }

    static string Signature(Field field) =>
        $"{field.Name}({string.Join(", ", field.Arguments.Select(a => $"{a.Name}: {a.Type}"))}): {field.Type}";

    static string Weights(Schema schema, string type) => string.Join(
        ' ',
        ((InputObjectType)schema.TypesByName[type]).Fields.Select(field => field.AppliedDirectives is [var cost]
            ? $"{field.Name}:{((StringValueNode)cost.Arguments[0].Value).Value}"
            : field.Name));

    static IEnumerable<string> Fields(Schema schema, string type) =>
        ((ObjectType)schema.TypesByName[type]).Fields.Select(f => $"{f.Name}: {f.Type}");

    sealed class BadFields : EntityFields<Book>
    {
        public BadFields()
        {
            Memory("label", b => b.Title, b => b.Title);
            Children("pages", b => (IEnumerable<Genre>)(object)b.Tags);
            Memory("missing", b => b.Number);
        }
    }
}
