using GraphApi.Data.Generation;
using GraphApi.Data.Paging;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Tests.Generation;

/// <summary>A mutation as its author writes it becomes one of HotChocolate's mutation conventions.</summary>
public sealed class MutationTypesTests
{
    const string Types = """
        type Query { loan: Loan }
        type Loan { id: ID! }
        type GoneError { message: String! }
        type LentError { message: String! }
        enum Kind { NOVEL }

        """;

    [Fact]
    public void The_arguments_become_an_input_and_the_field_a_payload_with_its_errors()
    {
        var (documents, errors) = Generate("""
            type Mutation {
              "Lends a book."
              lendBook(
                "The book."
                book: ID!
                days: Int = 14
              ): Loan! @mutation(errors: ["GoneError", "LentError"])
            }
            """);

        Assert.Empty(errors);
        var schema = new SchemaBuilder().AllowUnbound();
        foreach (var document in documents)
        {
            schema.AddDocument(document);
        }

        var built = schema.Build();
        var field = ((ObjectType)built.TypesByName["Mutation"]).FieldsByName["lendBook"];
        Assert.Equal(("Lends a book.", "LendBookPayload"), (field.Description, field.Type.ToString()));
        Assert.Equal("LendBookInput!", Assert.Single(field.Arguments).Type.ToString());
        var input = (InputObjectType)built.TypesByName["LendBookInput"];
        Assert.Equal(
            [("book", "ID!", "The book."), ("days", "Int", null)],
            input.Fields.Select(f => (f.Name, f.Type.ToString(), f.Description)));
        Assert.Equal(14, input.FieldsByName["days"].CoercedDefault);
        var payload = (ObjectType)built.TypesByName["LendBookPayload"];
        Assert.Equal(
            [("loan", "Loan"), ("errors", "[LendBookError!]")],
            payload.Fields.Select(f => (f.Name, f.Type.ToString())));
        Assert.Equal(
            ["GoneError", "LentError"],
            ((UnionType)built.TypesByName["LendBookError"]).Members.Select(member => member.Name));
    }

    [Theory]
    [InlineData("lend(id: ID!): Loan!", "A mutation says how it can be refused: @mutation(errors:).")]
    [InlineData("lend(id: ID!): Loan! @mutation(errors: [])", "A mutation says how it can be refused: @mutation(errors:).")]
    [InlineData("lend: Loan! @mutation(errors: [\"GoneError\"])", "A mutation has arguments: they become its input.")]
    [InlineData(
        "lend(id: ID!): [Loan!] @mutation(errors: [\"GoneError\"])",
        "A mutation is of an object type: what it made or changed.")]
    [InlineData(
        "lend(id: ID!): Kind! @mutation(errors: [\"GoneError\"])",
        "A mutation is of an object type: what it made or changed.")]
    [InlineData("lend(id: ID!): Loan! @mutation(errors: [\"Kind\"])", "The error Kind is no object type.")]
    [InlineData("lend(id: ID!): Loan! @mutation(errors: [\"NoError\"])", "The error NoError is no object type.")]
    public void What_is_no_mutation_stops_the_start(string field, string message)
    {
        var (_, errors) = Generate($"type Mutation {{ {field} }}");

        Assert.Equal(("Mutation.lend", message), Assert.Single(errors.Select(e => (e.Coordinate, e.Message))));
    }

    static (IReadOnlyList<DocumentNode> Documents, IReadOnlyList<SchemaError> Errors) Generate(string mutation)
    {
        var generator = new SdlGenerator([SchemaBuilder.Parse("test", Types + mutation)], new PagingOptions());
        return (generator.Generate(), generator.Errors);
    }
}
