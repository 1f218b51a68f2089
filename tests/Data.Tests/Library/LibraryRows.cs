namespace GraphApi.Data.Tests.Library;

/// <summary>The rows of a library: pseudo-random, the same each time, full of ties, nulls and awkward texts.</summary>
public sealed class LibraryRows
{
    static readonly string[] Titles =
        ["Alpha", "alpha", "Beta", "beta%", "Ga_mma", "ÄÖÜ", "delta\\", "Zeta zeta", "", "a\"b'c"];
    static readonly string?[] Subtitles = [null, "", "one", "One", "%", "_", "two words", null];
    static readonly string[] TagNames = ["red", "Red", "blue", "100%", "_"];

    public LibraryRows()
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
        Authors = [.. Enumerable.Range(0, 12).Select(i => new Author { Id = NewId(), Name = $"Author {i % 7}" })];
        Genres = [.. Enumerable.Range(0, 4).Select(i => new Genre { Id = NewId(), Name = $"Genre {i}" })];
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
        })];
        Authorships = [.. Books.SelectMany(b => Authors.Where(_ => random.Next(6) == 0).Select(a => new Authorship
        {
            Id = NewId(),
            BookId = b.Id,
            AuthorId = a.Id,
        }))];
        BookGenres = [.. Books.SelectMany(b => Genres.Where(_ => random.Next(3) == 0).Select(g => (b.Id, g.Id)))];
        Readers = [.. Enumerable.Range(0, 6).Select(_ => NewId())];
        News = [.. Books.SelectMany(b => Readers.Where(_ => random.Next(3) == 0).Select(r => new News
        {
            Id = NewId(),
            ReaderId = r,
            BookId = b.Id,
            AddedAt = b.AddedAt,
        }))];
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

    public string ShelfName(Book book) => Shelves.FirstOrDefault(s => s.Id == book.ShelfId)?.Name ?? "";
}
