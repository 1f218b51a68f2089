namespace GraphApi.Data.Tests.Library;

/// <summary>The rows of a library: pseudo-random, the same each time, full of ties, nulls and awkward texts.</summary>
/// <remarks>What the reader of tests may not read varies with the secret, and nothing else does.</remarks>
public sealed class LibraryRows
{
    static readonly string[] Titles =
        ["Alpha", "alpha", "Beta", "beta%", "Ga_mma", "ÄÖÜ", "delta\\", "Zeta zeta", "", "a\"b'c"];
    static readonly string?[] Subtitles = [null, "", "one", "One", "%", "_", "two words", null];
    static readonly string[] TagNames = ["red", "Red", "blue", "100%", "_"];

    static readonly string?[] Notes = [null, "", "a", "A", "b%", "bought", "lost", "zz"];

    public LibraryRows(int secret = 0)
    {
        var random = new Random(4711);
        Guid NewId()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        Shelves = [.. Enumerable.Range(0, 8).Select(i => new Shelf
        {
            Id = NewId(),
            Name = $"Shelf {i}",
            Room = i % 3 == 0 ? null : $"Room {i % 2}",
        })];
        Publishers = [.. Enumerable.Range(0, 5).Select(i => new Publisher
        {
            Id = NewId(),
            Name = $"Publisher {i}",
            Secrecy = i % 2,
        })];
        Authors = [.. Enumerable.Range(0, 12).Select(i => new Author
        {
            Id = NewId(),
            Name = $"Author {i % 7}",
            Level = i % 3 == 0 ? null : i % 2,
        })];
        Genres = [.. Enumerable.Range(0, 4).Select(i => new Genre { Id = NewId(), Name = $"Genre {i}" })];
        Guid[] keepers = [.. Enumerable.Range(0, 6).Select(i => new Guid(i + 1, 0, 0, new byte[8]))];
        Books = [.. Enumerable.Range(0, 137).Select(i => new Book
        {
            Id = NewId(),
            Title = Pick(Titles),
            Subtitle = Pick(Subtitles),
            Number = random.Next(40),
            Pages = random.Next(4) == 0 ? null : random.Next(6) * 100,
            Kind = (Kind)random.Next(3),
            Second = random.Next(3) == 0 ? null : (Kind)random.Next(3),
            IsRare = random.Next(3) == 0,
            AddedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(250 * random.Next(60)),
            PublishedOn = random.Next(3) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(20)),
            Price = random.Next(4) == 0 ? null : random.Next(8) / 4.0,
            Tags = [.. TagNames.Where(_ => random.Next(3) == 0)],
            Secrecy = random.Next(4) == 0 ? 1 : 0,
            ShelfId = random.Next(5) == 0 ? null : Pick(Shelves).Id,
            PublisherId = Pick(Publishers).Id,
            KeeperId = keepers[(i * 7) % 6],
        })];
        Authorships = [.. Books.SelectMany(b => Authors.Where(_ => random.Next(6) == 0).Select(a => new Authorship
        {
            Id = NewId(),
            BookId = b.Id,
            AuthorId = a.Id,
        }))];
        BookGenres = [.. Books.SelectMany(b => Genres.Where(_ => random.Next(3) == 0).Select(g => (b.Id, g.Id)))];
        Readers = keepers;
        News = [.. Books.SelectMany(b => Readers.Where(_ => random.Next(3) == 0).Select(r => new News
        {
            Id = NewId(),
            ReaderId = r,
            BookId = b.Id,
            AddedAt = b.AddedAt,
        }))];
        Loans = [.. Books.SelectMany((book, i) => Fill(book, i, secret))];
        foreach (var (i, author) in Authors.Index())
        {
            var told = Secrets(CanReadOf(author, 0) ? 0 : secret, i);
            author.Born = told.Next(3) == 0 ? null : 1900 + told.Next(5);
        }
    }

    public IReadOnlyList<Shelf> Shelves { get; }

    public IReadOnlyList<Publisher> Publishers { get; }

    public IReadOnlyList<Author> Authors { get; }

    public IReadOnlyList<Genre> Genres { get; }

    public IReadOnlyList<Book> Books { get; }

    public IReadOnlyList<Authorship> Authorships { get; }

    public IReadOnlyList<(Guid Book, Guid Genre)> BookGenres { get; }

    public IReadOnlyList<Guid> Readers { get; }

    public IReadOnlyList<News> News { get; }

    public IReadOnlyList<Loan> Loans { get; }

    /// <summary>Whether the first three readers may read what only the keeper may.</summary>
    public bool CanKeep(Book book) => Readers.Take(3).Contains(book.KeeperId);

    /// <summary>Whether the first three readers may read what only subscribers may.</summary>
    public bool CanSubscribe(Book book) =>
        News.Any(n => n.BookId == book.Id && Readers.Take(3).Contains(n.ReaderId))
        || ShelfRoom(book) == "Room 1";

    public string? ShelfRoom(Book book) => Shelves.FirstOrDefault(s => s.Id == book.ShelfId)?.Room;

    public Author? DonorOf(Book book) => Authors.FirstOrDefault(a => a.Id == book.DonorId);

    public IEnumerable<Author> AuthorsOf(Book book) =>
        Authorships.Where(a => a.BookId == book.Id).Select(a => Authors.Single(x => x.Id == a.AuthorId));

    public static bool CanReadOf(Author author, int level) => author.Level <= level;

    /// <summary>Fills what is guarded of a book; returns its loans.</summary>
    List<Loan> Fill(Book book, int index, int secret)
    {
        var kept = Secrets(CanKeep(book) ? 0 : secret, index);
        book.Note = Notes[kept.Next(Notes.Length)];
        book.Cost = kept.Next(6);
        book.Grade = (Kind)kept.Next(3);
        book.DonorId = kept.Next(3) == 0 ? null : Authors[kept.Next(Authors.Count)].Id;
        var subscribed = Secrets(CanSubscribe(book) ? 0 : secret, index);
        book.SeenAt = subscribed.Next(3) == 0 ? null : book.AddedAt.AddDays(subscribed.Next(4));
        book.Marks = [.. TagNames.Where(_ => subscribed.Next(2) == 0)];
        book.PrinterId = Publishers[subscribed.Next(Publishers.Count)].Id;
        return
        [
            .. Enumerable.Range(0, subscribed.Next(4)).Select(_ => new Loan
            {
                Id = new Guid(subscribed.Next(), (short)index, 1, new byte[8]),
                BookId = book.Id,
                Days = subscribed.Next(5),
            }),
        ];
    }

    static Random Secrets(int secret, int index) => new((secret * 100_003) + index);

    public string ShelfName(Book book) => Shelves.FirstOrDefault(s => s.Id == book.ShelfId)?.Name ?? "";
}
