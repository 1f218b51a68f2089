using System.Text.Json;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;

namespace GraphApi.Data.Tests.Filtering;

/// <summary>Every operator against the same condition in memory, on both databases.</summary>
public sealed class FilterTests(LibraryFixture fixture)
{
    static readonly (string Where, Func<Book, LibraryRows, bool> Holds)[] Cases =
    [
        ("{}", (_, _) => true),
        ("{ title: {} }", (_, _) => true),
        ("{ and: [], or: [] }", (_, _) => true),
        ("{ or: [{}] }", (_, _) => true),
        ("{ title: { eq: \"alpha\" } }", (b, _) => b.Title == "alpha"),
        ("{ title: { neq: \"alpha\" } }", (b, _) => b.Title != "alpha"),
        ("{ title: { eq: null } }", (_, _) => false),
        ("{ title: { neq: null } }", (_, _) => true),
        ("{ title: { in: [\"Alpha\", \"Beta\"] } }", (b, _) => b.Title is "Alpha" or "Beta"),
        ("{ title: { in: [] } }", (_, _) => false),
        ("{ title: { nin: [] } }", (_, _) => true),
        ("{ title: { nin: [\"Alpha\", null] } }", (b, _) => b.Title != "Alpha"),
        ("{ title: { contains: \"%\" } }", (b, _) => b.Title.Contains('%')),
        ("{ title: { contains: \"_\" } }", (b, _) => b.Title.Contains('_')),
        ("{ title: { contains: \"\\\\\" } }", (b, _) => b.Title.Contains('\\')),
        ("{ title: { contains: \"\" } }", (_, _) => true),
        ("{ title: { contains: \"LPH\" } }", (b, _) => b.Title.Contains("LPH")),
        ("{ title: { ncontains: \"a\" } }", (b, _) => !b.Title.Contains('a')),
        ("{ title: { startsWith: \"a\" } }", (b, _) => b.Title.StartsWith('a')),
        ("{ title: { startsWith: \"Ga_\" } }", (b, _) => b.Title.StartsWith("Ga_")),
        ("{ title: { startsWith: \"%\" } }", (b, _) => b.Title.StartsWith('%')),
        ("{ title: { startsWith: \"\" } }", (_, _) => true),
        ("{ title: { nstartsWith: \"A\" } }", (b, _) => !b.Title.StartsWith('A')),
        ("{ title: { endsWith: \"A\" } }", (b, _) => b.Title.EndsWith('A')),
        ("{ title: { endsWith: \"ÖÜ\" } }", (b, _) => b.Title.EndsWith("ÖÜ")),
        ("{ title: { endsWith: \"a much longer text than any title\" } }", (_, _) => false),
        ("{ title: { endsWith: \"\" } }", (_, _) => true),
        ("{ title: { nendsWith: \"%\" } }", (b, _) => !b.Title.EndsWith('%')),
        ("{ title: { contains: \"a\", startsWith: \"A\" } }", (b, _) => b.Title.Contains('a') && b.Title[0] == 'A'),
        ("{ title: { or: [{ eq: \"Alpha\" }, { eq: \"\" }] } }", (b, _) => b.Title is "Alpha" or ""),
        (
            "{ title: { and: [{ contains: \"a\" }, { contains: \"t\" }] } }",
            (b, _) => b.Title.Contains('a') && b.Title.Contains('t')),
        ("{ subtitle: { eq: null } }", (b, _) => b.Subtitle is null),
        ("{ subtitle: { neq: null } }", (b, _) => b.Subtitle is not null),
        ("{ subtitle: { neq: \"one\" } }", (b, _) => b.Subtitle != "one"),
        ("{ subtitle: { in: [\"one\", null] } }", (b, _) => b.Subtitle is "one" or null),
        ("{ subtitle: { nin: [\"one\"] } }", (b, _) => b.Subtitle != "one"),
        ("{ subtitle: { nin: [\"one\", null] } }", (b, _) => b.Subtitle is not ("one" or null)),
        ("{ subtitle: { contains: \"o\" } }", (b, _) => b.Subtitle?.Contains('o') is true),
        ("{ subtitle: { ncontains: \"o\" } }", (b, _) => b.Subtitle?.Contains('o') is not true),
        ("{ subtitle: { nstartsWith: \"o\" } }", (b, _) => b.Subtitle?.StartsWith('o') is not true),
        ("{ subtitle: { nendsWith: \"e\" } }", (b, _) => b.Subtitle?.EndsWith('e') is not true),
        ("{ number: { gt: 20 } }", (b, _) => b.Number > 20),
        ("{ number: { ngt: 20, gte: 10 } }", (b, _) => b.Number is >= 10 and <= 20),
        ("{ number: { lt: 5 } }", (b, _) => b.Number < 5),
        ("{ number: { nlte: 5, nlt: 7 } }", (b, _) => b.Number >= 7),
        ("{ number: { in: [1, 2, 3] } }", (b, _) => b.Number is 1 or 2 or 3),
        ("{ pages: { gt: 100 } }", (b, _) => b.Pages > 100),
        ("{ pages: { ngt: 100 } }", (b, _) => !(b.Pages > 100)),
        ("{ pages: { gte: 100 } }", (b, _) => b.Pages >= 100),
        ("{ pages: { ngte: 100 } }", (b, _) => !(b.Pages >= 100)),
        ("{ pages: { nlt: 100 } }", (b, _) => !(b.Pages < 100)),
        ("{ pages: { lte: 100 } }", (b, _) => b.Pages <= 100),
        ("{ pages: { neq: 100 } }", (b, _) => b.Pages != 100),
        ("{ pages: { in: [100, null] } }", (b, _) => b.Pages is 100 or null),
        ("{ pages: { nin: [100, 200] } }", (b, _) => b.Pages is not (100 or 200)),
        ("{ price: { gt: 0.5 } }", (b, _) => b.Price > 0.5),
        ("{ price: { gte: 1 } }", (b, _) => b.Price >= 1),
        ("{ kind: { eq: NOVEL } }", (b, _) => b.Kind == Kind.Novel),
        ("{ kind: { in: [NOVEL, ESSAY] } }", (b, _) => b.Kind is Kind.Novel or Kind.Essay),
        ("{ second: { neq: ATLAS } }", (b, _) => b.Second != Kind.Atlas),
        ("{ second: { eq: null } }", (b, _) => b.Second is null),
        ("{ second: { nin: [ATLAS] } }", (b, _) => b.Second != Kind.Atlas),
        ("{ isRare: { eq: true } }", (b, _) => b.IsRare),
        ("{ isRare: { neq: true } }", (b, _) => !b.IsRare),
        (
            "{ addedAt: { gte: \"2026-01-01T00:00:07.500Z\" } }",
            (b, _) => b.AddedAt >= new DateTime(2026, 1, 1, 0, 0, 7, 500)),
        (
            "{ addedAt: { eq: \"2026-01-01T01:00:05+01:00\" } }",
            (b, _) => b.AddedAt == new DateTime(2026, 1, 1, 0, 0, 5)),
        ("{ publishedOn: { lt: \"2020-01-10\" } }", (b, _) => b.PublishedOn < new DateOnly(2020, 1, 10)),
        ("{ publishedOn: { nlt: \"2020-01-10\" } }", (b, _) => !(b.PublishedOn < new DateOnly(2020, 1, 10))),
        ("{ tags: { any: false } }", (b, _) => b.Tags.Count == 0),
        ("{ tags: { some: { eq: \"red\" } } }", (b, _) => b.Tags.Contains("red")),
        ("{ tags: { none: { contains: \"%\" } } }", (b, _) => !b.Tags.Exists(t => t.Contains('%'))),
        ("{ tags: { all: { neq: \"red\" } } }", (b, _) => b.Tags.TrueForAll(t => t != "red")),
        ("{ isLong: { eq: true } }", (b, _) => b.Title.Length > 5),
        ("{ shelf: null }", (b, _) => b.ShelfId is null),
        ("{ shelf: {} }", (b, _) => b.ShelfId is not null),
        ("{ shelf: { name: { eq: \"Shelf 3\" } } }", (b, r) => r.ShelfName(b) == "Shelf 3"),
        ("{ shelf: { name: { neq: \"Shelf 3\" } } }", (b, r) => b.ShelfId is not null && r.ShelfName(b) != "Shelf 3"),
        ("{ shelf: { room: { eq: null } } }", (b, r) => r.Shelves.Any(s => s.Id == b.ShelfId && s.Room is null)),
        ("{ publisher: null }", (b, r) => Publisher(b, r).Secrecy > 0),
        ("{ publisher: { name: { eq: \"Publisher 1\" } } }", (_, _) => false),
        ("{ publisher: { name: { eq: \"Publisher 2\" } } }", (b, r) => Publisher(b, r).Name == "Publisher 2"),
        (
            "{ publisher: { name: { neq: \"Publisher 2\" } } }",
            (b, r) => Publisher(b, r) is { Secrecy: 0, Name: not "Publisher 2" }),
        (
            "{ or: [{ publisher: { name: { eq: \"Publisher 2\" } } }, { kind: { eq: ATLAS } }] }",
            (b, r) => Publisher(b, r).Name == "Publisher 2" || b.Kind == Kind.Atlas),
        ("{ authors: { any: false } }", (b, r) => !Authors(b, r).Any()),
        ("{ authors: { some: { name: { eq: \"Author 2\" } } } }", (b, r) => Authors(b, r).Contains("Author 2")),
        ("{ authors: { none: { name: { eq: \"Author 2\" } } } }", (b, r) => !Authors(b, r).Contains("Author 2")),
        ("{ authors: { all: { name: { neq: \"Author 2\" } } } }", (b, r) => Authors(b, r).All(a => a != "Author 2")),
        (
            "{ genres: { some: { name: { in: [\"Genre 1\", \"Genre 3\"] } } } }",
            (b, r) => Genres(b, r).Any(g => g is "Genre 1" or "Genre 3")),
        ("{ genres: { any: true }, isRare: { eq: false } }", (b, r) => Genres(b, r).Any() && !b.IsRare),
        (
            "{ or: [{ number: { lt: 3 } }, { and: [{ number: { gt: 30 } }, { isRare: { eq: true } }] }] }",
            (b, _) => b.Number < 3 || (b.Number > 30 && b.IsRare)),
        ("{ id: { eq: \"not an id\" } }", (_, _) => false),
        ("{ id: { neq: \"not an id\" } }", (_, _) => true),
        ("{ shelfId: { eq: null } }", (b, _) => b.ShelfId is null),
        // Of what may not be read no condition holds, negated or not.
        ("{ note: {} }", (_, _) => true),
        ("{ note: { eq: null } }", (b, r) => r.CanKeep(b) && b.Note is null),
        ("{ note: { neq: \"a\" } }", (b, r) => r.CanKeep(b) && b.Note != "a"),
        ("{ note: { nin: [\"a\", null] } }", (b, r) => r.CanKeep(b) && b.Note is not ("a" or null)),
        ("{ note: { ncontains: \"o\" } }", (b, r) => r.CanKeep(b) && b.Note?.Contains('o') is not true),
        ("{ note: { or: [{ eq: \"a\" }, { neq: \"a\" }] } }", (b, r) => r.CanKeep(b)),
        ("{ cost: { eq: null } }", (_, _) => false),
        ("{ cost: { neq: null } }", (b, r) => r.CanKeep(b)),
        ("{ cost: { eq: 0 } }", (b, r) => r.CanKeep(b) && b.Cost == 0),
        ("{ cost: { ngt: 2 } }", (b, r) => r.CanKeep(b) && b.Cost <= 2),
        ("{ or: [{ cost: { lt: 3 } }, { cost: { gte: 3 } }] }", (b, r) => r.CanKeep(b)),
        ("{ or: [{ cost: { lt: 3 } }, { isRare: { eq: true } }] }", (b, r) => b.IsRare || (r.CanKeep(b) && b.Cost < 3)),
        ("{ worth: { gte: 6 } }", (b, r) => r.CanKeep(b) && b.Cost >= 3),
        ("{ grade: { neq: NOVEL } }", (b, r) => r.CanKeep(b) && b.Grade != Kind.Novel),
        ("{ donorId: { eq: null } }", (b, r) => r.CanKeep(b) && b.DonorId is null),
        ("{ donor: null }", (b, r) => r.CanKeep(b) && b.DonorId is null),
        ("{ donor: {} }", (b, r) => r.CanKeep(b) && b.DonorId is not null),
        ("{ donor: { name: { neq: \"Author 1\" } } }", (b, r) => r.CanKeep(b) && r.DonorOf(b) is { Name: not "Author 1" }),
        (
            "{ donor: { born: { neq: 1902 } } }",
            (b, r) => r.CanKeep(b) && r.DonorOf(b) is { Level: 0, Born: not 1902 }),
        ("{ printer: null }", (b, r) => r.CanSubscribe(b) && Printer(b, r).Secrecy > 0),
        (
            "{ printer: { name: { neq: \"Publisher 2\" } } }",
            (b, r) => r.CanSubscribe(b) && Printer(b, r) is { Secrecy: 0, Name: not "Publisher 2" }),
        ("{ marks: { any: false } }", (b, r) => r.CanSubscribe(b) && b.Marks.Count == 0),
        ("{ marks: { none: { eq: \"red\" } } }", (b, r) => r.CanSubscribe(b) && !b.Marks.Contains("red")),
        ("{ marks: { all: { neq: \"red\" } } }", (b, r) => r.CanSubscribe(b) && !b.Marks.Contains("red")),
        ("{ loans: { any: false } }", (b, r) => r.CanSubscribe(b) && !Loans(b, r).Any()),
        ("{ loans: { none: { days: { gt: 1 } } } }", (b, r) => r.CanSubscribe(b) && !Loans(b, r).Any(d => d > 1)),
        ("{ loans: { all: { days: { gt: 1 } } } }", (b, r) => r.CanSubscribe(b) && Loans(b, r).All(d => d > 1)),
        ("{ seenAt: { nlt: \"2026-01-03T00:00:00Z\" } }", (b, r) => r.CanSubscribe(b) && !(b.SeenAt < Third)),
        (
            "{ authors: { some: { born: { eq: 1902 } } } }",
            (b, r) => r.AuthorsOf(b).Any(a => a is { Level: 0, Born: 1902 })),
        (
            "{ authors: { none: { born: { eq: 1902 } } } }",
            (b, r) => !r.AuthorsOf(b).Any(a => a is { Level: 0, Born: 1902 })),
        (
            "{ authors: { all: { born: { neq: 1902 } } } }",
            (b, r) => r.AuthorsOf(b).All(a => a is { Level: 0, Born: not 1902 })),
        (
            "{ shelf: { books: { all: { cost: { lt: 6 } } } } }",
            (b, r) => b.ShelfId is not null
                && r.Books.Where(o => o.ShelfId == b.ShelfId && o.Secrecy == 0).All(r.CanKeep)),
        (
            "{ shelf: { books: { all: { pages: { gte: 0 } } } } }",
            (b, r) => b.ShelfId is not null
                && r.Books.Where(o => o.ShelfId == b.ShelfId && o.Secrecy == 0).All(o => o.Pages >= 0)),
    ];

    static DateTime Third => new(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<DatabaseProvider, string> Wheres()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var (where, _) in Cases)
        {
            data.Add(DatabaseProvider.Sqlite, where);
            data.Add(DatabaseProvider.PostgreSql, where);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Wheres))]
    public async Task A_filter_finds_what_the_condition_finds_in_memory(DatabaseProvider provider, string where)
    {
        var server = await fixture.GetAsync(provider);
        var holds = Cases.Single(c => c.Where == where).Holds;
        var expected = server.Rows.Books
            .Where(b => b.Secrecy <= 0 && holds(b, server.Rows))
            .Select(b => b.Id)
            .ToHashSet();

        var data = await server.DataAsync(
            $"{{ news: books(first: 50, where: {where}) {{ totalCount nodes {{ id }} }} }}");
        var found = Ids(data.GetProperty("news"));

        Assert.Equal(expected.Count, data.GetProperty("news").GetProperty("totalCount").GetInt32());
        Assert.Equal(Math.Min(50, expected.Count), found.Count);
        Assert.Subset(expected, found);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_filter_in_a_variable_is_the_filter_in_the_document(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        const string Query = "query ($w: BookFilterInput) { books(where: $w, first: 50) { nodes { id } } }";
        foreach (var title in new[] { "Alpha", "alpha", "Beta" })
        {
            var data = await server.DataAsync(Query, new { w = new { title = new { eq = title } } });

            var expected = server.Rows.Books
                .Where(b => b.Secrecy == 0 && b.Title == title)
                .Select(b => b.Id)
                .ToHashSet();
            Assert.Equal(expected, Ids(data.GetProperty("books")));
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_filter_with_more_values_than_a_compiled_query_takes_still_works(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        foreach (var first in new[] { 0, 5 })
        {
            var where = string.Join(", ", Enumerable.Range(first, 20).Select(n => $"{{ number: {{ eq: {n} }} }}"));

            var data = await server.DataAsync($"{{ books(first: 50, where: {{ or: [{where}] }}) {{ totalCount }} }}");

            Assert.Equal(
                server.Rows.Books.Count(b => b.Secrecy == 0 && b.Number >= first && b.Number < first + 20),
                data.GetProperty("books").GetProperty("totalCount").GetInt32());
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Such_a_filter_on_what_may_not_be_read_everywhere_does_so_too(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var times = Enumerable.Range(0, 20).Select(i => $"{{ seenAt: {{ gt: \"2026-01-{i + 1:00}T00:00:00Z\" }} }}");

        // Twice, and for two readers: what the rule reads of the context is nobody else's.
        foreach (var readers in new[] { 3, 0, 3 })
        {
            var response = await server.RunAsync(
                $"{{ books(where: {{ or: [{string.Join(", ", times)}] }}) {{ totalCount }} }}",
                null,
                0,
                server.Rows.Readers.Take(readers));

            Assert.Equal(
                server.Rows.Books.Count(b => b.Secrecy == 0
                    && b.SeenAt > new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)
                    && (readers == 3 ? server.Rows.CanSubscribe(b) : server.Rows.ShelfRoom(b) == "Room 1")),
                response.GetProperty("data").GetProperty("books").GetProperty("totalCount").GetInt32());
        }
    }

    [Theory]
    [InlineData("{ title: { contains: null } }", "The value of the filter operation `contains` may not be null.")]
    [InlineData("{ number: { ngt: null } }", "The value of the filter operation `ngt` may not be null.")]
    [InlineData("{ number: { in: null } }", "The value of the filter operation `in` may not be null.")]
    [InlineData(
        "{and:[{and:[{and:[{and:[{and:[{and:[{and:[{and:[{isRare:{eq:true}}]}]}]}]}]}]}]}]}",
        "The filter is nested deeper than 8 levels. Write it flatter.")]
    public async Task A_filter_that_cannot_be_is_refused(string where, string message)
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        var response = await server.RunAsync($"{{ books(where: {where}) {{ nodes {{ id }} }} }}");

        Assert.Equal(message, response.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").GetProperty("books").ValueKind);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "eq", false)]
    [InlineData(DatabaseProvider.Sqlite, "in", true)]
    [InlineData(DatabaseProvider.PostgreSql, "contains", false)]
    [InlineData(DatabaseProvider.PostgreSql, "nin", true)]
    public async Task A_text_with_the_character_zero_is_refused(
        DatabaseProvider provider, string operation, bool isList)
    {
        var server = await fixture.GetAsync(provider);
        object value = isList ? new[] { "a", "b\0c" } : "b\0c";

        var response = await server.RunAsync(
            "query ($w: BookFilterInput) { books(where: $w) { nodes { id } } }",
            new { w = new { title = new Dictionary<string, object> { [operation] = value } } });

        var error = response.GetProperty("errors")[0];
        Assert.Equal(
            ("A text of the filter holds the character U+0000.", "HC0009"),
            (error.GetProperty("message").GetString(),
                error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_filter_with_very_many_conditions_or_values_is_refused()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);
        const string Query = "query ($w: BookFilterInput) { books(where: $w) { nodes { id } } }";
        var conditions = new { or = Enumerable.Range(0, 201).Select(n => new { number = new { eq = n } }) };
        var values = new { number = new { @in = Enumerable.Range(0, 1001) } };

        var manyConditions = await server.RunAsync(Query, new { w = conditions });
        var manyValues = await server.RunAsync(Query, new { w = values });

        Assert.Equal("The filter has more than 200 conditions. Send several requests.", Message(manyConditions));
        Assert.Equal("The filter has more than 1000 values in its lists. Send several requests.", Message(manyValues));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "{ or: [ITEMS] }", "{}")]
    [InlineData(DatabaseProvider.PostgreSql, "{ and: [ITEMS] }", "{}")]
    [InlineData(DatabaseProvider.Sqlite, "{ title: { or: [ITEMS] } }", "{}")]
    [InlineData(DatabaseProvider.Sqlite, "{ or: [ITEMS] }", "{ publisher: {} }")]
    [InlineData(DatabaseProvider.Sqlite, "{ or: [ITEMS] }", "{ publisher: null }")]
    public async Task Items_that_ask_next_to_nothing_count_too(DatabaseProvider provider, string where, string item)
    {
        // An expression of thousands of terms is a stack of as many calls, whatever its terms say.
        var server = await fixture.GetAsync(provider);
        string Query(int count) => "{ books(where: "
            + where.Replace("ITEMS", string.Concat(Enumerable.Repeat(item, count)), StringComparison.Ordinal)
            + ") { totalCount } }";

        Assert.False((await server.RunAsync(Query(200))).TryGetProperty("errors", out _));
        Assert.Equal(
            "The filter has more than 200 conditions. Send several requests.",
            Message(await server.RunAsync(Query(201))));
    }

    static string? Message(JsonElement response) =>
        response.GetProperty("errors")[0].GetProperty("message").GetString();

    static HashSet<Guid> Ids(JsonElement connection) =>
        [.. connection.GetProperty("nodes").EnumerateArray().Select(n => LibraryIds.KeyOf(n.GetProperty("id")))];

    static Publisher Publisher(Book book, LibraryRows rows) => rows.Publishers.Single(p => p.Id == book.PublisherId);

    static Publisher Printer(Book book, LibraryRows rows) => rows.Publishers.Single(p => p.Id == book.PrinterId);

    static IEnumerable<int> Loans(Book book, LibraryRows rows) =>
        rows.Loans.Where(l => l.BookId == book.Id).Select(l => l.Days);

    static IEnumerable<string> Authors(Book book, LibraryRows rows) => rows.AuthorsOf(book).Select(a => a.Name);

    static IEnumerable<string> Genres(Book book, LibraryRows rows) =>
        rows.BookGenres.Where(g => g.Book == book.Id).Select(g => rows.Genres.Single(x => x.Id == g.Genre).Name);
}
