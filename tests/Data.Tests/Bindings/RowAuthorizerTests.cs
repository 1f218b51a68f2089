using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;
using GraphApi.Engine;

namespace GraphApi.Data.Tests.Bindings;

/// <summary>Every kind of guarded field: its value where it may be read, elsewhere null and an error.</summary>
public sealed class RowAuthorizerTests(LibraryFixture fixture)
{
    const string Query = """
        {
          books(first: 50) {
            nodes {
              id note cost grade worth remark donorId seenAt marks borrowers
              donor { name born } printer { name } loans { days } latestLoans(first: 1) { totalCount nodes { days } }
            }
          }
        }
        """;

    static readonly string[] OfKeepers = ["note", "cost", "grade", "worth", "remark", "donorId", "donor"];
    static readonly string[] OfSubscribers = ["seenAt", "marks", "borrowers", "printer", "loans", "latestLoans"];

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_field_that_may_not_be_read_on_a_row_is_null_there_with_an_error(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var rows = server.Rows;

        var response = await server.RunAsync(Query);

        var expected = new HashSet<string>();
        var nodes = response.GetProperty("data").GetProperty("books").GetProperty("nodes");
        // The batch adds how many rows it got: those that may be read.
        var readable = nodes.EnumerateArray().Count(n => rows.CanSubscribe(Book(n, rows)));
        foreach (var (i, node) in nodes.EnumerateArray().Index())
        {
            var book = Book(node, rows);
            var donor = rows.CanKeep(book) ? rows.DonorOf(book) : null;
            var fields = new Dictionary<string, object?> { ["id"] = NodeIds.Format("Book", book.Id) };
            foreach (var field in OfKeepers)
            {
                fields[field] = rows.CanKeep(book) ? Kept(book, field, donor) : null;
            }

            foreach (var field in OfSubscribers)
            {
                fields[field] = rows.CanSubscribe(book) ? Subscribed(book, field, rows, readable) : null;
            }

            var wanted = JsonSerializer.SerializeToElement(fields);
            Assert.True(JsonElement.DeepEquals(wanted, node), $"{wanted}\n{node}");
            expected.UnionWith(OfKeepers.Where(_ => !rows.CanKeep(book)).Select(f => $"books.nodes.{i}.{f}"));
            expected.UnionWith(OfSubscribers.Where(_ => !rows.CanSubscribe(book)).Select(f => $"books.nodes.{i}.{f}"));
            if (donor is not null && donor.Level is not 0)
            {
                expected.Add($"books.nodes.{i}.donor.born");
            }
        }

        var errors = response.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(expected.Order(), errors.Select(Path).Order());
        Assert.All(errors, e => Assert.Equal("Not for you.", e.GetProperty("message").GetString()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_value_that_may_not_be_read_is_not_even_loaded(DatabaseProvider provider)
    {
        // Without an authorizer the engine shows what there is on the rows: of these values nothing.
        var server = await fixture.GetAsync(provider);
        var rows = server.Rows;
        var unguarded = new GraphQLEngine(server.Schema, new EngineOptions { EnforceCost = false });

        var response = await server.RunAsync(Query, unguarded);

        foreach (var node in response.GetProperty("data").GetProperty("books").GetProperty("nodes").EnumerateArray())
        {
            var book = Book(node, rows);
            if (!rows.CanKeep(book))
            {
                Assert.Equal(
                    """{"note":null,"cost":0,"grade":"NOVEL","worth":0,"remark":":  for 0 by ","donorId":null,"donor":null}""",
                    Pick(node, OfKeepers));
            }

            if (!rows.CanSubscribe(book))
            {
                Assert.Equal("""{"seenAt":null,"marks":null,"printer":null}""", Pick(node, ["seenAt", "marks", "printer"]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Rows_are_refused_however_they_are_reached(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var open = server.Rows.Books.First(b => b.Secrecy == 0 && server.Rows.CanKeep(b));
        var closed = server.Rows.Books.First(b => b.Secrecy == 0 && !server.Rows.CanKeep(b) && b.ShelfId is not null);
        foreach (var (book, isOpen) in new[] { (open, true), (closed, false) })
        {
            var shelf = NodeIds.Format("Shelf", book.ShelfId ?? server.Rows.Shelves[0].Id);
            var response = await server.RunAsync(
                """
                query ($id: ID!, $shelf: ID!) {
                  book(id: $id) { id cost }
                  node(id: $id) { id ... on Book { cost } }
                  nodes(ids: [$id]) { ... on Book { id cost } }
                  shelf: node(id: $shelf) {
                    ... on Shelf { allBooks { id cost } books(first: 50) { edges { node { id cost } } } }
                  }
                }
                """,
                new { id = NodeIds.Format("Book", book.Id), shelf });

            var found = Objects(response.GetProperty("data")).Where(o =>
                o.TryGetProperty("cost", out _) && LibraryIds.KeyOf(o.GetProperty("id")) == book.Id).ToList();
            Assert.InRange(found.Count, 3, 5);
            Assert.All(
                found,
                o => Assert.Equal(isOpen ? $"{book.Cost}" : "", o.GetProperty("cost").ToString()));
        }
    }

    static object? Kept(Book book, string field, Author? donor) => field switch
    {
        "note" => book.Note,
        "cost" => book.Cost,
        "grade" => book.Grade.ToString().ToUpperInvariant(),
        "worth" => book.Cost * 2,
        "remark" => $"{book.Title}: {book.Note} for {book.Cost} by {donor?.Name}",
        "donorId" => donor is null ? null : NodeIds.Format("Author", donor.Id),
        _ => donor is null ? null : new { name = donor.Name, born = donor.Level is 0 ? donor.Born : null },
    };

    static object? Subscribed(Book book, string field, LibraryRows rows, int readable)
    {
        var loans = rows.Loans.Where(l => l.BookId == book.Id).Select(l => l.Days).Order().ToList();
        var printer = rows.Publishers.Single(p => p.Id == book.PrinterId);
        return field switch
        {
            "seenAt" => book.SeenAt,
            "marks" => book.Marks,
            "borrowers" => book.Marks.Count + readable,
            "printer" => printer.Secrecy == 0 ? new { name = printer.Name } : null,
            "loans" => loans.Select(d => new { days = d }),
            _ => new { totalCount = loans.Count, nodes = loans.TakeLast(1).Select(d => new { days = d }) },
        };
    }

    static Book Book(JsonElement node, LibraryRows rows) =>
        rows.Books.Single(b => b.Id == LibraryIds.KeyOf(node.GetProperty("id")));

    static string Pick(JsonElement node, string[] fields) =>
        $"{{{string.Join(',', fields.Select(f => $"\"{f}\":{node.GetProperty(f).GetRawText()}"))}}}";

    static string Path(JsonElement error) =>
        string.Join('.', error.GetProperty("path").EnumerateArray().Select(p => p.ToString()));

    static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Objects(p.Value)).Append(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
