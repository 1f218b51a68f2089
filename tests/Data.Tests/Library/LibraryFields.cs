using GraphApi.Data.Bindings;

namespace GraphApi.Data.Tests.Library;

public sealed class BookFields : EntityFields<Book>
{
    public BookFields()
    {
        OrderBy(b => b.Number);
        Computed("isLong", b => b.IsLong, b => b.Title.Length > 5);
        Computed<LibraryContext, bool>("isOfMyLevel", b => b.IsOfMyLevel, (c, b) => b.Secrecy == c.Level);
        Memory(
            "label",
            b => $"{b.Number}: {b.Title} ({b.Shelf?.Name})",
            b => b.Number,
            b => b.Title,
            b => b.Shelf!.Name);
        Reference("place", b => b.Shelf);
        NodeId("shelfId", b => b.ShelfId, "Shelf");
        Batch<LibrarySession, int>(
            "neighbours",
            (_, books, _) => new ValueTask<IReadOnlyList<int>>([.. books.Select(_ => books.Count)]));
        Computed("worth", b => b.Worth, b => b.Cost * 2);
        Memory(
            "remark",
            b => $"{b.Title}: {b.Note} for {b.Cost} by {b.Donor?.Name}",
            b => b.Title,
            b => b.Note,
            b => b.Cost,
            b => b.Donor!.Name);
        NodeId("donorId", b => b.DonorId, "Author");
        Batch<LibrarySession, int>(
            "borrowers",
            (_, books, _) => new ValueTask<IReadOnlyList<int>>([.. books.Select(b => b.Marks.Count + books.Count)]),
            b => b.Marks);
        Children("latestLoans", b => b.Loans).OrderByDescending(l => l.Days);
        Children("writers", b => b.Authors.Select(a => a.Author)).OrderByDescending(a => a.Name);
    }
}

public sealed class ShelfFields : EntityFields<Shelf>
{
    public ShelfFields()
    {
        OrderBy(s => s.Name);
        Children("allBooks", s => s.Books);
    }
}

public sealed class AuthorFields : EntityFields<Author>
{
    public AuthorFields() => OrderBy(a => a.Name);
}

public sealed class LoanFields : EntityFields<Loan>
{
    public LoanFields() => OrderBy(l => l.Days);
}

public sealed class PublisherFields : EntityFields<Publisher>;

public sealed class GenreFields : EntityFields<Genre>
{
    public GenreFields() => OrderBy(g => g.Name);
}

public sealed record Reader(int Level, string Name);

public sealed class ReaderFields : RowFields<Reader>
{
    public ReaderFields() => Memory("greeting", r => $"Hello {r.Name}");
}

public sealed class QueryFields : RootFields
{
    public QueryFields()
    {
        Connection<Book>("books");
        Connection<Book>("rareBooks")
            .From((LibraryContext c) => c.Books.Where(b => b.IsRare && b.Secrecy == c.Level))
            .OrderByDescending(b => b.AddedAt);
        Connection<Book>("news")
            .From((LibraryContext c) => c.Books
                .Where(b => c.News.Any(n => n.BookId == b.Id && c.Readers.Contains(n.ReaderId))))
            .OrderByDescending(b => b.AddedAt)
            .MergedOnPostgreSql(new MergedSource<LibraryContext, News, Book>(
                c => c.Readers,
                (c, reader) => c.News.Where(n => n.ReaderId == reader && n.Book.Secrecy <= c.Level),
                n => n.BookId,
                n => n.Book,
                (News n) => n.AddedAt));
        Connection<Shelf>("shelves");
        List<Genre>("genres");
        Single<Book>("book");
        Single<Book>("newest").OrderByDescending(b => b.AddedAt);
        Node();
        Nodes();
        Session<LibrarySession, Reader>("me", s => new Reader(s.Level, "you"));
    }
}
