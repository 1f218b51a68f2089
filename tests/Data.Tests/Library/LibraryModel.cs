using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Tests.Library;

public enum Kind
{
    Novel,
    Atlas,
    Essay,
}

public sealed class Shelf
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string? Room { get; init; }

    public ICollection<Book> Books { get; init; } = null!;
}

public sealed class Book : IGuardedRow
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Subtitle { get; init; }

    public int Number { get; init; }

    public int? Pages { get; init; }

    public Kind Kind { get; init; }

    public Kind? Second { get; init; }

    public bool IsRare { get; init; }

    public DateTime AddedAt { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public double? Price { get; init; }

    public List<string> Tags { get; init; } = [];

    public int Secrecy { get; init; }

    public Guid? ShelfId { get; init; }

    public Guid PublisherId { get; init; }

    public Shelf? Shelf { get; init; }

    public Publisher Publisher { get; init; } = null!;

    public ICollection<Authorship> Authors { get; init; } = null!;

    public ICollection<Genre> Genres { get; init; } = null!;

    /// <summary>The reader who keeps it, and may read what is written about it.</summary>
    public Guid KeeperId { get; init; }

    public string? Note { get; set; }

    public int Cost { get; set; }

    public Kind Grade { get; set; }

    public DateTime? SeenAt { get; set; }

    public List<string> Marks { get; set; } = [];

    public Guid? DonorId { get; set; }

    public Author? Donor { get; init; }

    public Guid PrinterId { get; set; }

    public Publisher Printer { get; init; } = null!;

    public ICollection<Loan> Loans { get; init; } = null!;

    /// <summary>Computed: twice the cost.</summary>
    public int Worth { get; init; }

    public long Readable { get; init; }

    /// <summary>Computed: whether the title is longer than five letters.</summary>
    public bool IsLong { get; init; }

    /// <summary>Computed: whether the reader's level is the book's.</summary>
    public bool IsOfMyLevel { get; init; }
}

/// <summary>Who had a book, for how long.</summary>
public sealed class Loan
{
    public Guid Id { get; init; }

    public Guid BookId { get; init; }

    public int Days { get; init; }

    public Book Book { get; init; } = null!;
}

public sealed class Author : IGuardedRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Up to which level more is told of the author; null: to nobody.</summary>
    public int? Level { get; init; }

    public int? Born { get; set; }

    public long Readable { get; init; }

    public ICollection<Authorship> Books { get; init; } = null!;
}

public sealed class Authorship
{
    public Guid Id { get; init; }

    public Guid BookId { get; init; }

    public Guid AuthorId { get; init; }

    public Book Book { get; init; } = null!;

    public Author Author { get; init; } = null!;
}

public sealed class Publisher
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public int Secrecy { get; init; }

    public ICollection<Book> Books { get; init; } = null!;
}

public sealed class Genre
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public ICollection<Book> Books { get; init; } = null!;
}

/// <summary>A book stands in the news of each reader it is for.</summary>
public sealed class News
{
    public Guid Id { get; init; }

    public Guid ReaderId { get; init; }

    public Guid BookId { get; init; }

    public DateTime AddedAt { get; init; }

    public Book Book { get; init; } = null!;
}

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    /// <summary>What the reader may see: rows whose secrecy is not greater.</summary>
    public int Level { get; set; } = -1;

    public Guid[] Readers { get; set; } = [];

    public DbSet<Book> Books => Set<Book>();

    public DbSet<News> News => Set<News>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DataConventions.Apply(configurationBuilder, Database.ProviderName);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Shelf>();
        modelBuilder.Entity<Author>();
        modelBuilder.Entity<Authorship>();
        modelBuilder.Entity<Genre>();
        modelBuilder.Entity<News>().HasIndex(n => new { n.ReaderId, n.AddedAt, n.BookId });
        modelBuilder.Entity<Publisher>().HasQueryFilter(p => p.Secrecy <= Level);
        modelBuilder.Entity<Book>(book =>
        {
            book.HasQueryFilter(b => b.Secrecy <= Level);
            book.Ignore(b => b.IsLong);
            book.Ignore(b => b.IsOfMyLevel);
            book.Ignore(b => b.Worth);
            book.HasOne(b => b.Publisher).WithMany(p => p.Books);
            book.HasOne(b => b.Printer).WithMany();
            book.HasOne(b => b.Donor).WithMany();
            book.HasMany(b => b.Genres).WithMany(g => g.Books);
        });
    }
}

public sealed class LibrarySession(Database<LibraryContext> database, int level, Guid[] readers)
    : DataSession<LibraryContext>(database)
{
    public int Level => level;

    protected override void Configure(LibraryContext context)
    {
        context.Level = level;
        context.Readers = readers;
    }

    protected override void Reset(LibraryContext context)
    {
        context.Level = -1;
        context.Readers = [];
    }
}
