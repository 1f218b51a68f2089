using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.EngineSample;

/// <summary>Somebody who wrote books.</summary>
sealed record Author(int Id, string Name);

/// <summary>A book in one language.</summary>
sealed record Book(int AuthorId, string Title, int Year, string Language);

/// <summary>What would be a database.</summary>
static class Library
{
    public static IReadOnlyList<Author> Authors { get; } =
        [new(1, "Example Author A"), new(2, "Example Author B"), new(3, "Example Author C")];

    public static IReadOnlyList<Book> Books { get; } =
    [
        new(1, "First Example", 1899, "EN"),
        new(1, "Second Example", 1901, "EN"),
        new(2, "Drittes Beispiel", 1925, "DE"),
    ];
}

/// <summary>A root field: a step that has one parent, and takes an argument.</summary>
sealed class AuthorsBinding : StepBinding
{
    public override Step Plan(FieldPlan field) => new AuthorsStep();

    sealed class AuthorsStep : Step
    {
        public override ValueTask<object?[]> ExecuteAsync(
            RequestContext context,
            ArgumentValues arguments,
            ReadOnlyMemory<object> parents,
            CancellationToken cancellationToken)
        {
            var authors = Library.Authors.Take(arguments.Get<int>("first")).ToList();
            return ValueTask.FromResult<object?[]>([authors]);
        }

        public override string ToString() => "Authors";
    }
}

/// <summary>A field below a list: its step runs once, for all authors of the response.</summary>
sealed class BooksBinding : StepBinding
{
    public override Step Plan(FieldPlan field) => new BooksStep();

    sealed class BooksStep : Step
    {
        public override ValueTask<object?[]> ExecuteAsync(
            RequestContext context,
            ArgumentValues arguments,
            ReadOnlyMemory<object> parents,
            CancellationToken cancellationToken)
        {
            // Enums without a CLR type are their names. A field without value and default is absent.
            var filter = arguments.Get<InputObject>("filter")!;
            filter.TryGet("language", out var language);
            filter.TryGet("since", out var since);

            // One reading for the whole batch; a statement with all the ids, if this were a database.
            var books = Library.Books
                .Where(book => book.Language == (string?)language && (since is null || book.Year >= (int)since))
                .ToLookup(book => book.AuthorId);
            var values = new object?[parents.Length];
            for (var i = 0; i < values.Length; i++)
            {
                // One author's books may fail without those of the others.
                var author = (Author)parents.Span[i];
                values[i] = author.Id == 3
                    ? new FieldFailure(new GraphQLError("The books of this author are out on loan.", "ON_LOAN"))
                    : books[author.Id].ToList();
            }

            return ValueTask.FromResult(values);
        }

        public override string ToString() => "Books by authors";
    }
}
