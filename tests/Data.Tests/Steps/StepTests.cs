using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;

namespace GraphApi.Data.Tests.Steps;

/// <summary>Children, references, nodes and counts against the rows in memory, on both databases.</summary>
public sealed class StepTests(LibraryFixture fixture)
{
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Children_of_many_parents_are_each_parents_own(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var rows = server.Rows;
        var data = await server.DataAsync(
            "{ shelves(first: 50) { nodes { id allBooks { id } books(first: 3, order: [{ title: DESC }]) "
            + "{ totalCount nodes { id shelf { id } } pageInfo { hasNextPage } } } } }");

        var shelves = data.GetProperty("shelves").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(rows.Shelves.Select(s => s.Id), shelves.Select(s => LibraryIds.KeyOf(s.GetProperty("id"))));
        foreach (var shelf in shelves)
        {
            var books = rows.Books
                .Where(b => b.Secrecy == 0 && b.ShelfId == LibraryIds.KeyOf(shelf.GetProperty("id")))
                .ToList();
            Assert.Equal(
                books.OrderBy(b => b.Number).ThenBy(b => b.Id.ToString(), StringComparer.Ordinal).Select(b => b.Id),
                Ids(shelf.GetProperty("allBooks")));
            var page = shelf.GetProperty("books");
            Assert.Equal(
                books.OrderByDescending(b => b.Title, StringComparer.Ordinal)
                    .ThenByDescending(b => b.Id.ToString(), StringComparer.Ordinal)
                    .Take(3)
                    .Select(b => b.Id),
                Ids(page.GetProperty("nodes")));
            Assert.All(
                page.GetProperty("nodes").EnumerateArray(),
                n => Assert.Equal(
                    shelf.GetProperty("id").GetString(),
                    n.GetProperty("shelf").GetProperty("id").GetString()));
            Assert.Equal(books.Count, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(books.Count > 3, page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Pages_below_each_parent_put_together_are_its_children(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var genre = server.Rows.Genres[1];
        var expected = server.Rows.BookGenres
            .Where(g => g.Genre == genre.Id)
            .Select(g => server.Rows.Books.Single(b => b.Id == g.Book))
            .Where(b => b.Secrecy == 0)
            .OrderBy(b => b.Pages ?? int.MaxValue)
            .ThenBy(b => b.Id.ToString(), StringComparer.Ordinal)
            .Select(b => b.Id);
        var found = new List<Guid>();
        string? cursor = null;
        do
        {
            var data = await server.DataAsync(
                "query ($c: String) { genres { name books(first: 4, after: $c, order: [{ pages: ASC }]) "
                + "{ nodes { id } pageInfo { endCursor } } } }",
                new { c = cursor });
            var page = data.GetProperty("genres")[1].GetProperty("books");
            found.AddRange(Ids(page.GetProperty("nodes")));
            cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(expected, found);
    }

    // With more values than EF compiles a statement goes the ordinary way, where EF knows them and may decide by them.
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 2)]
    [InlineData(DatabaseProvider.Sqlite, 20)]
    [InlineData(DatabaseProvider.PostgreSql, 2)]
    [InlineData(DatabaseProvider.PostgreSql, 20)]
    public async Task Pages_below_each_parent_are_empty_where_no_child_can_be_meant(
        DatabaseProvider provider, int conditions)
    {
        var server = await fixture.GetAsync(provider);
        var others = string.Concat(Enumerable.Range(0, conditions).Select(i => $"{{ title: {{ neq: \"x{i}\" }} }} "));
        var data = await server.DataAsync(
            "{ shelves(first: 50) { nodes { none: books(where: { and: [" + others
            + "{ title: { eq: null } }] }) { totalCount nodes { id } } all: books(first: 50, where: { and: [" + others
            + "{ title: { neq: null } }] }) { totalCount } } } }");

        var shelves = data.GetProperty("shelves").GetProperty("nodes").EnumerateArray().ToList();
        Assert.All(shelves, shelf => Assert.Equal(
            """{"totalCount":0,"nodes":[]}""", shelf.GetProperty("none").GetRawText()));
        Assert.Equal(
            server.Rows.Shelves.Select(shelf =>
                server.Rows.Books.Count(book => book.Secrecy == 0 && book.ShelfId == shelf.Id)),
            shelves.Select(shelf => shelf.GetProperty("all").GetProperty("totalCount").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_hidden_reference_is_null_and_its_row_stays(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        foreach (var level in new[] { 0, 1 })
        {
            var data = await server.DataAsync(
                "{ books(first: 50) { nodes { id publisher { name } authors { name } writers { name } } } }",
                level: level);
            foreach (var node in data.GetProperty("books").GetProperty("nodes").EnumerateArray())
            {
                var book = server.Rows.Books.Single(b => b.Id == LibraryIds.KeyOf(node.GetProperty("id")));
                var publisher = server.Rows.Publishers.Single(p => p.Id == book.PublisherId);
                var authors = server.Rows.Authorships
                    .Where(a => a.BookId == book.Id)
                    .Select(a => server.Rows.Authors.Single(x => x.Id == a.AuthorId).Name)
                    .Order(StringComparer.Ordinal)
                    .ToList();
                Assert.Equal(
                    publisher.Secrecy <= level ? publisher.Name : null,
                    node.GetProperty("publisher") is { ValueKind: JsonValueKind.Object } found
                        ? found.GetProperty("name").GetString()
                        : null);
                Assert.Equal(authors, Names(node.GetProperty("authors")));
                Assert.Equal(authors.AsEnumerable().Reverse(), Names(node.GetProperty("writers")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_node_that_is_hidden_missing_malformed_or_of_another_type_is_null(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var open = server.Rows.Books.First(b => b.Secrecy == 0);
        var hidden = server.Rows.Books.First(b => b.Secrecy == 1);
        var shelf = server.Rows.Shelves[2];
        string[] ids =
        [
            NodeIds.Format("Book", open.Id),
            NodeIds.Format("Shelf", shelf.Id),
            NodeIds.Format("Book", hidden.Id),
            NodeIds.Format("Book", Guid.NewGuid()),
            NodeIds.Format("Shelf", open.Id),
            NodeIds.Format("Nothing", open.Id),
            "malformed",
            "",
            NodeIds.Format("Book", open.Id),
        ];

        server.Recorder.Clear();
        var nodes = await server.DataAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Book { title } ... on Shelf { name } } }",
            new { ids });

        var book = $$"""{"__typename":"Book","id":"{{ids[0]}}","title":{{JsonSerializer.Serialize(open.Title)}}}""";
        var room = $$"""{"__typename":"Shelf","id":"{{ids[1]}}","name":"{{shelf.Name}}"}""";
        var expected = $$"""{"nodes":[{{book}},{{room}},null,null,null,null,null,null,{{book}}]}""";
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, nodes));
        foreach (var id in ids.Skip(2).SkipLast(1))
        {
            var single = await server.DataAsync(
                "query ($id: ID!) { node(id: $id) { id } book(id: $id) { id } }",
                new { id });
            Assert.Equal("""{"node":null,"book":null}""", single.ToString());
        }
    }

    [Fact]
    public async Task More_than_fifty_nodes_are_refused()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        var response = await server.RunAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = Enumerable.Repeat("x", 51) });

        var error = response.GetProperty("errors")[0];
        Assert.Equal(
            "At most 50 nodes can be fetched at once; 51 were asked for.",
            error.GetProperty("message").GetString());
        Assert.Equal("HC0076", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_level_is_one_statement_however_many_parents_it_has(DatabaseProvider provider)
    {
        await using var server = await LibraryServer.CreateAsync(provider);
        server.Recorder.Clear();

        await server.DataAsync(
            "{ shelves(first: 50) { totalCount nodes { name books(first: 5) { totalCount nodes { "
            + "title publisher { name } shelf { name } genres { name } "
            + "authors { name books(first: 2) { nodes { title } } } } } } } }");

        // Shelves, their count, books, their counts, publishers, genres, authors, their books. The shelf is joined.
        Assert.Equal(8, server.Recorder.Statements.Count);
        var paged = server.Recorder.Statements.Where(s => s.Contains("LATERAL") || s.Contains("ROW_NUMBER")).ToList();
        Assert.Equal(2, paged.Count);
        Assert.All(paged, s => Assert.Contains(provider is DatabaseProvider.Sqlite ? "ROW_NUMBER" : "LATERAL", s));
        // Joined with further tables, rows keep no order by themselves: the whole statement has to say it.
        Assert.All(paged, s => Assert.StartsWith("ORDER BY", s.Split('\n')[^1]));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_statement_of_a_page_reads_the_columns_that_are_selected_and_no_others(
        DatabaseProvider provider)
    {
        await using var server = await LibraryServer.CreateAsync(provider);
        var cursor = (await server.DataAsync("{ books(order: [{ addedAt: DESC }]) { pageInfo { endCursor } } }"))
            .GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        server.Recorder.Clear();

        await server.DataAsync(
            "query ($c: String) { books(first: 20, after: $c, order: [{ addedAt: DESC }], "
            + "where: { kind: { eq: ATLAS } }) { nodes { title } } }",
            new { c = cursor });

        var sql = Assert.Single(server.Recorder.Statements).Replace("\"", "");
        Assert.Equal(
            """
            SELECT b.AddedAt, b.Id, b.Title
            FROM Books AS b
            WHERE b.Secrecy <= @ef_filter__Level AND b.Kind = @p0
                AND b.AddedAt <= @p1 AND (b.AddedAt < @p1 OR (b.AddedAt = @p1 AND b.Id < @p2))
            ORDER BY b.AddedAt DESC, b.Id DESC
            LIMIT 21
            """,
            sql.Replace(" AND b.AddedAt <= @p1", "\n    AND b.AddedAt <= @p1"));
    }

    static IEnumerable<Guid> Ids(JsonElement nodes) =>
        nodes.EnumerateArray().Select(n => LibraryIds.KeyOf(n.GetProperty("id")));

    static IEnumerable<string?> Names(JsonElement nodes) =>
        nodes.EnumerateArray().Select(n => n.GetProperty("name").GetString());
}
