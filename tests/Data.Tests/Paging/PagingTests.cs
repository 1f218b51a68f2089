using System.Text.Json;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;

namespace GraphApi.Data.Tests.Paging;

/// <summary>Whatever the order, its nulls and ties: pages put together are the list, forward and backward.</summary>
public sealed class PagingTests(LibraryFixture fixture)
{
    const string BadCursor =
        "The cursor is invalid here. Pass one that a page of the same field in the same order returned.";

    static readonly (string Order, Sorting Sort, bool Descending)[] Orders =
    [
        ("[]", (b, _) => b.OrderBy(x => x.Number), false),
        ("[{ title: ASC }]", (b, _) => b.OrderBy(x => x.Title, StringComparer.Ordinal), false),
        ("[{ title: DESC }]", (b, _) => b.OrderByDescending(x => x.Title, StringComparer.Ordinal), true),
        ("[{ subtitle: ASC }]", (b, _) => b.OrderBy(x => x.Subtitle, NullIsGreatest), false),
        (
            "[{ subtitle: DESC }, { number: ASC }]",
            (b, _) => b.OrderByDescending(x => x.Subtitle, NullIsGreatest).ThenBy(x => x.Number),
            false),
        ("[{ pages: ASC }]", (b, _) => b.OrderBy(x => x.Pages ?? int.MaxValue), false),
        ("[{ pages: DESC }]", (b, _) => b.OrderByDescending(x => x.Pages ?? int.MaxValue), true),
        (
            "[{ price: DESC, pages: ASC }]",
            (b, _) => b.OrderBy(x => x.Pages ?? int.MaxValue).ThenByDescending(x => x.Price ?? double.MaxValue),
            true),
        (
            "[{ kind: DESC }, { second: ASC }]",
            (b, _) => b.OrderByDescending(x => x.Kind).ThenBy(x => x.Second is { } s ? (int)s : 99),
            false),
        (
            "[{ isRare: ASC }, { addedAt: DESC }]",
            (b, _) => b.OrderBy(x => x.IsRare).ThenByDescending(x => x.AddedAt),
            true),
        ("[{ publishedOn: ASC }]", (b, _) => b.OrderBy(x => x.PublishedOn ?? DateOnly.MaxValue), false),
        (
            "[{ shelf: { room: DESC } }, { shelf: { name: ASC } }]",
            (b, r) => b.OrderByDescending(x => Shelf(x, r)?.Room, NullIsGreatest)
                .ThenBy(x => Shelf(x, r)?.Name, NullIsGreatest),
            false),
        // What may not be read is null.
        ("[{ note: DESC }]", (b, r) => b.OrderByDescending(x => r.CanKeep(x) ? x.Note : null, NullIsGreatest), true),
        ("[{ cost: ASC }]", (b, r) => b.OrderBy(x => r.CanKeep(x) ? x.Cost : int.MaxValue), false),
        (
            "[{ grade: DESC }, { seenAt: ASC }]",
            (b, r) => b.OrderByDescending(x => r.CanKeep(x) ? (int)x.Grade : 99)
                .ThenBy(x => (r.CanSubscribe(x) ? x.SeenAt : null) ?? DateTime.MaxValue),
            false),
        (
            "[{ donor: { born: ASC } }, { donor: { name: DESC } }]",
            (b, r) => b.OrderBy(x => Donor(x, r) is { Level: 0, Born: { } born } ? born : int.MaxValue)
                .ThenByDescending(x => Donor(x, r)?.Name, NullIsGreatest),
            true),
    ];

    delegate IOrderedEnumerable<Book> Sorting(IEnumerable<Book> books, LibraryRows rows);

    static Comparer<string?> NullIsGreatest { get; } = Comparer<string?>.Create((a, b) =>
        (a, b) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => string.CompareOrdinal(a, b),
        });

    public static TheoryData<DatabaseProvider, string> AllOrders()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var (order, _, _) in Orders)
        {
            data.Add(DatabaseProvider.Sqlite, order);
            data.Add(DatabaseProvider.PostgreSql, order);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(AllOrders))]
    public async Task Pages_visit_every_row_once_in_order_and_backward_in_reverse(
        DatabaseProvider provider,
        string order)
    {
        var server = await fixture.GetAsync(provider);
        var (_, sort, descending) = Orders.Single(o => o.Order == order);
        var sorted = sort(server.Rows.Books.Where(b => b.Secrecy == 0), server.Rows);
        Guid[] expected =
        [
            .. (descending
                ? sorted.ThenByDescending(b => b.Id.ToString(), StringComparer.Ordinal)
                : sorted.ThenBy(b => b.Id.ToString(), StringComparer.Ordinal)).Select(b => b.Id),
        ];

        var forward = await WalkAsync(server, order, 7, backward: false);
        var backward = await WalkAsync(server, order, 9, backward: true);

        Assert.Equal(expected, forward);
        Assert.Equal(expected, backward);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_list_merged_of_partitions_is_the_list_itself(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var readers = server.Rows.Readers.Take(3).ToHashSet();
        Guid[] expected =
        [
            .. server.Rows.Books
                .Where(b => b.Secrecy == 0)
                .Where(b => server.Rows.News.Any(n => n.BookId == b.Id && readers.Contains(n.ReaderId)))
                .OrderByDescending(b => b.AddedAt)
                .ThenByDescending(b => b.Id.ToString(), StringComparer.Ordinal)
                .Select(b => b.Id),
        ];

        Assert.Equal(expected, await WalkAsync(server, null, 7, backward: false, "news"));
        Assert.Equal(expected, await WalkAsync(server, null, 5, backward: true, "news"));
        var rare = await server.DataAsync(
            "{ news(first: 50, where: { isRare: { eq: true } }) { nodes { id isRare } totalCount } }");
        Assert.Equal(
            expected.Count(id => server.Rows.Books.Single(b => b.Id == id).IsRare),
            rare.GetProperty("news").GetProperty("totalCount").GetInt32());
        Assert.All(
            rare.GetProperty("news").GetProperty("nodes").EnumerateArray(),
            n => Assert.True(n.GetProperty("isRare").GetBoolean()));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_page_says_what_lies_around_it(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        const string Info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } ";
        var first = (await server.DataAsync($"{{ shelves(first: 3) {{ {Info} }} }}")).GetProperty("shelves");
        var info = first.GetProperty("pageInfo");
        string[] cursors =
            [.. first.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("cursor").GetString()!)];
        Assert.Equal((true, false), Around(info));
        Assert.Equal(cursors[0], info.GetProperty("startCursor").GetString());
        Assert.Equal(cursors[2], info.GetProperty("endCursor").GetString());

        async Task<(bool, bool, int)> AskAsync(string arguments)
        {
            var page = (await server.DataAsync($"{{ shelves({arguments}) {{ {Info} }} }}")).GetProperty("shelves");
            var (next, previous) = Around(page.GetProperty("pageInfo"));
            return (next, previous, page.GetProperty("edges").GetArrayLength());
        }

        Assert.Equal((false, true, 5), await AskAsync($"first: 5, after: \"{cursors[2]}\""));
        Assert.Equal((true, true, 4), await AskAsync($"first: 4, after: \"{cursors[2]}\""));
        Assert.Equal((true, false, 2), await AskAsync($"last: 5, before: \"{cursors[2]}\""));
        Assert.Equal((true, true, 1), await AskAsync($"last: 1, before: \"{cursors[2]}\""));
        Assert.Equal((false, true, 2), await AskAsync("last: 2"));
        Assert.Equal((true, false, 0), await AskAsync("first: 0"));
        Assert.Equal((false, false, 8), await AskAsync("first: 8"));
        Assert.Equal((true, true, 2), await AskAsync("first: 4, last: 2"));
        Assert.Equal((false, true, 1), await AskAsync($"first: 4, after: \"{cursors[0]}\", before: \"{cursors[2]}\""));
        var none = await server.DataAsync($"{{ shelves(where: {{ name: {{ eq: \"x\" }} }}) {{ {Info} }} }}");
        var empty = none.GetProperty("shelves");
        Assert.Equal(JsonValueKind.Null, empty.GetProperty("pageInfo").GetProperty("startCursor").ValueKind);
        Assert.Equal((false, false), Around(empty.GetProperty("pageInfo")));
    }

    [Theory]
    [InlineData("first: 51", "HC0051", "The maximum allowed items per page were exceeded.")]
    [InlineData("last: 51", "HC0051", "The maximum allowed items per page were exceeded.")]
    [InlineData("first: -1", "HC0079", "`first` must be at least 0.")]
    [InlineData("last: -1", "HC0079", "`last` must be at least 0.")]
    [InlineData("after: \"x\"", "HC0078", BadCursor)]
    [InlineData("before: \"\"", "HC0078", BadCursor)]
    public async Task A_page_that_cannot_be_is_refused(string arguments, string code, string message)
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        var response = await server.RunAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}");

        var error = response.GetProperty("errors")[0];
        Assert.Equal(code, Code(response));
        Assert.Equal(message, error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_list_and_order_alone()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);
        var data = await server.DataAsync("{ books(first: 1) { pageInfo { endCursor } } }");
        var cursor = data.GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        string[] others = ["rareBooks(after: $c)", "books(after: $c, order: [{ title: ASC }])", "shelves(after: $c)"];
        foreach (var field in others)
        {
            var response = await server.RunAsync(
                $"query ($c: String) {{ {field} {{ nodes {{ id }} }} }}",
                new { c = cursor });

            Assert.Equal("HC0078", Code(response));
        }

        var filtered = await server.RunAsync(
            "query ($c: String) { books(after: $c, where: { isRare: { eq: true } }) { nodes { id } } }",
            new { c = cursor });
        Assert.False(filtered.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_field_may_allow_larger_pages()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        var data = await server.DataAsync("{ news(first: 1000) { nodes { id } pageInfo { hasNextPage } } }");

        Assert.True(data.GetProperty("news").GetProperty("nodes").GetArrayLength() > 50);
        Assert.False(data.GetProperty("news").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    static (bool Next, bool Previous) Around(JsonElement info) =>
        (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean());

    static string? Code(JsonElement response) =>
        response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    static async Task<Guid[]> WalkAsync(
        LibraryServer server,
        string? order,
        int size,
        bool backward,
        string field = "books")
    {
        var sort = order is null ? "" : $", order: {order}";
        var paging = backward ? "last: $n, before: $c" : "first: $n, after: $c";
        var query = $"query ($n: Int, $c: String) {{ {field}({paging}{sort}) {{ nodes {{ id }} "
            + "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        var rows = new List<Guid>();
        string? cursor = null;
        while (true)
        {
            var page = (await server.DataAsync(query, new { n = size, c = cursor })).GetProperty(field);
            var ids = page.GetProperty("nodes").EnumerateArray().Select(n => LibraryIds.KeyOf(n.GetProperty("id")));
            rows.InsertRange(backward ? 0 : rows.Count, ids);
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty(backward ? "startCursor" : "endCursor").GetString();
            if (!info.GetProperty(backward ? "hasPreviousPage" : "hasNextPage").GetBoolean())
            {
                return [.. rows];
            }
        }
    }

    static Author? Donor(Book book, LibraryRows rows) => rows.CanKeep(book) ? rows.DonorOf(book) : null;

    static Shelf? Shelf(Book book, LibraryRows rows) => rows.Shelves.FirstOrDefault(s => s.Id == book.ShelfId);
}
