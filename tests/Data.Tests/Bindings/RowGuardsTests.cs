using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Tests.Bindings;

/// <summary>Rules that cannot be asked of rows stop the start.</summary>
public sealed class RowGuardsTests(LibraryFixture fixture)
{
    static readonly LambdaExpression OfBook = Rule<Book>((c, b) => b.Secrecy <= c.Level);
    static readonly LambdaExpression OfPublished = Rule<Book>((c, b) => b.Shelf!.Room == "" || b.Publisher.Name != "");
    static readonly LambdaExpression OfShelf = Rule<Shelf>((c, s) => s.Name != "");
    static readonly LambdaExpression OfReader = Rule<Reader>((c, r) => r.Level <= c.Level);

    [Theory]
    [InlineData(
        "type Query { a: Int @rule(name: \"BOOK\") }",
        "Query.a",
        "BOOK decides on rows of an entity, which Query is not.")]
    [InlineData(
        "type Reader { level: Int @rule(name: \"READER\") }",
        "Reader.level",
        "READER decides on rows of an entity, which Reader is not.")]
    [InlineData(
        "type Shelf { room: String @rule(name: \"SHELF\") }",
        "Shelf.room",
        "SHELF decides on rows, so Shelf must be an IGuardedRow whose Readable can be set.")]
    [InlineData(
        "type Book { note: String @rule(name: \"SHELF\") }",
        "Book.note",
        "SHELF is no condition on a context and a Book.")]
    [InlineData(
        "type Book { title: String! @rule(name: \"BOOK\") }",
        "Book.title",
        "BOOK decides on rows, so the field must be nullable: it would take its row away.")]
    [InlineData(
        "type Book { loans: [Loan!]! @rule(name: \"BOOK\") } type Loan { days: Int! }",
        "Book.loans",
        "BOOK decides on rows, so the field must be nullable: it would take its row away.")]
    [InlineData(
        "type Book { number: Int @rule(name: \"BOOK\") }",
        "Book",
        "BOOK decides who may read Number, so no list can be in its order by itself.")]
    [InlineData(
        "type Query { byNote: [Book!]! @connection } type Book { note: String @rule(name: \"BOOK\") }",
        "Query.byNote",
        "BOOK decides who may read Note, so no list can be in its order by itself.")]
    [InlineData(
        "type Query { byDonor: [Book!]! } type Book { donor: Author @rule(name: \"BOOK\") } type Author { name: String! }",
        "Query.byDonor",
        "BOOK decides who may read Donor, so no list can be in its order by itself.")]
    [InlineData(
        "type Book { note: String @rule(name: \"PUBLISHED\") }",
        "Book.note",
        "PUBLISHED follows Publisher, which takes the row away where its target is hidden. Ask a set for it.")]
    [InlineData(
        "type Book { own: Int @rule(name: \"BOOK\") }",
        "Book.own",
        "BOOK decides on rows, which a binding of one's own does not load.")]
    [InlineData(
        "type Book { note: String @rule(name: \"BOOK\") cost: Int @rule(name: \"BOOK\", isOther: true) }",
        "Book.cost",
        "BOOK is another rule at another field of the type.")]
    public async Task A_rule_that_cannot_be_asked_of_rows_is_named(string sdl, string coordinate, string message)
    {
        var database = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Database;

        var problem = Assert.Throws<SchemaException>(() => Build(database, sdl));

        Assert.Equal([(coordinate, message)], problem.Errors.Select(e => (e.Coordinate, e.Message)));
    }

    [Fact]
    public async Task An_entity_has_at_most_63_rules()
    {
        var database = (await fixture.GetAsync(DatabaseProvider.Sqlite)).Database;
        var fields = Enumerable.Range(0, 64).Select(i => $"m{i}: Int @rule(name: \"BOOK\", number: {i})");

        var problem = Assert.Throws<SchemaException>(
            () => Build(database, $"type Book {{ {string.Join(' ', fields)} }}"));

        Assert.Equal(
            [("Book.m63", "The fields of Book have more than 63 rules.")],
            problem.Errors.Select(e => (e.Coordinate, e.Message)));
    }

    static void Build(Database<LibraryContext> database, string sdl)
    {
        const string Directive =
            "directive @rule(name: String!, number: Int, isOther: Boolean) on FIELD_DEFINITION scalar DateTime ";
        var isQuery = sdl.Contains("type Query", StringComparison.Ordinal);
        var query = isQuery ? "" : "type Query { books: [Book!]! shelves: [Shelf!]! readers: [Reader!]! }";
        var schema = new DataSchema(new DataSchemaOptions
        {
            Model = database.Model,
            Provider = database.Provider,
            CursorKeys = [new byte[32]],
            FieldRules = RuleOf,
        });
        foreach (var fields in Fields(sdl))
        {
            schema.Add(fields);
        }

        var document = SchemaBuilder.Parse("test", Directive + query + sdl);
        schema.AddTo(new SchemaBuilder(), [("test", document)]);
    }

    static IEnumerable<ObjectFields> Fields(string sdl) =>
        new ObjectFields[]
        {
            new Roots(sdl), new Books(sdl), new Shelves(), new Loans(), new Authors(), new Readers(),
        }.Where(f => f is not Roots || sdl.Contains("type Query", StringComparison.Ordinal))
        .Where(f => sdl.Contains($"type {f.TypeName} ", StringComparison.Ordinal));

    static FieldRule? RuleOf(string type, FieldDefinitionNode field)
    {
        if (field.Directives.FirstOrDefault(d => d.Name.Value == "rule") is not { } rule)
        {
            return null;
        }

        var name = ((StringValueNode)rule.Arguments[0].Value).Value;
        var number = rule.Arguments is [_, { Value: IntValueNode value }] ? value.Value : "";
        return rule.Arguments is [_, { Value: BooleanValueNode }]
            ? new FieldRule(name, Rule<Book>((c, b) => b.Secrecy < c.Level))
            : new FieldRule(
                name + number,
                name switch { "BOOK" => OfBook, "SHELF" => OfShelf, "PUBLISHED" => OfPublished, _ => OfReader });
    }

    static Expression<Func<LibraryContext, TRow, bool>> Rule<TRow>(
        Expression<Func<LibraryContext, TRow, bool>> rule) => rule;

    sealed class Roots : RootFields
    {
        public Roots(string sdl)
        {
            if (sdl.Contains("byNote", StringComparison.Ordinal))
            {
                Connection<Book>("byNote").OrderBy(b => b.Note);
            }
            else if (sdl.Contains("byDonor", StringComparison.Ordinal))
            {
                List<Book>("byDonor").OrderBy(b => b.Donor!.Name);
            }
        }
    }

    sealed class Books : EntityFields<Book>
    {
        public Books(string sdl)
        {
            OrderBy(b => b.Number);
            if (sdl.Contains("own:", StringComparison.Ordinal))
            {
                Bind("own", new ReadBinding<int>(_ => 1));
            }

            for (var i = 0; sdl.Contains($"m{i}:", StringComparison.Ordinal); i++)
            {
                Memory($"m{i}", b => b.Cost, b => b.Cost);
            }
        }
    }

    sealed class Shelves : EntityFields<Shelf>;

    sealed class Loans : EntityFields<Loan>;

    sealed class Authors : EntityFields<Author>;

    sealed class Readers : RowFields<Reader>;
}
