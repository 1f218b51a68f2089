using GraphApi.Data.Generation;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Tests.Generation;

public sealed class InputSourcesTests
{
    static readonly Schema Schema = new SchemaBuilder().AddSdl(
        "test",
        """
        directive @filterable on FIELD_DEFINITION
        directive @sortable on FIELD_DEFINITION
        type Query { books(where: BookFilterInput, order: [BookSortInput!], title: String): [Book!]! }
        type Book {
          title: String @filterable @sortable
          pages: Int @filterable
          and: Int
          author: Author @filterable
          authors: [Author!] @filterable
        }
        type Author { name: String @filterable }
        type Plain { name: String }
        input BookFilterInput {
          and: [BookFilterInput!]
          title: TextFilterInput
          pages: Int
          other: Int
          author: AuthorFilterInput
          authors: ListAuthorFilterInput
        }
        input BookSortInput { title: Int pages: Int }
        input AuthorFilterInput { name: TextFilterInput }
        input ListAuthorFilterInput { some: AuthorFilterInput }
        input TextFilterInput { eq: String }
        input PlainFilterInput { name: Int }
        input FilterInput { title: Int }
        """).AllowUnbound().Build();

    [Theory]
    [InlineData("BookFilterInput.title", "Book.title")]
    [InlineData("BookSortInput.title", "Book.title")]
    [InlineData("BookFilterInput.pages", "Book.pages")]
    [InlineData("BookFilterInput.author", "Book.author")]
    [InlineData("BookFilterInput.authors", "Book.authors")]
    [InlineData("AuthorFilterInput.name", "Author.name")]
    public void An_input_that_is_made_of_a_field_has_it_as_its_source(string input, string field) =>
        Assert.Equal(field, Of(input)?.Coordinate);

    [Theory]
    [InlineData("BookFilterInput.and")]
    [InlineData("BookFilterInput.other")]
    [InlineData("BookSortInput.pages")]
    [InlineData("ListAuthorFilterInput.some")]
    [InlineData("TextFilterInput.eq")]
    [InlineData("PlainFilterInput.name")]
    [InlineData("FilterInput.title")]
    [InlineData("Query.books(where:)")]
    [InlineData("Query.books(title:)")]
    public void Other_inputs_have_none(string input) => Assert.Null(Of(input));

    static Field? Of(string coordinate) =>
        InputSources.Of(Schema, (InputValue)Schema.FindElement(SchemaCoordinate.Parse(coordinate))!);
}
