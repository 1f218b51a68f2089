using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Tests.Databases;

public sealed class DataSessionTests(LibraryFixture fixture)
{
    const string Count = "{ books { totalCount } }";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task What_one_reader_may_see_never_reaches_another_through_pools_and_compiled_queries(
        DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        var all = server.Rows.Books.Count;
        var open = server.Rows.Books.Count(b => b.Secrecy == 0);

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (i, _) =>
        {
            var level = i % 3 - 1;
            var data = await server.DataAsync(Count, level: level);
            Assert.Equal(
                level switch { -1 => 0, 0 => open, _ => all },
                data.GetProperty("books").GetProperty("totalCount").GetInt32());
        });
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task What_a_source_and_a_computed_field_read_of_the_context_is_the_requests_own(
        DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        foreach (var level in new[] { 0, 1, 0 })
        {
            var data = await server.DataAsync(
                "{ rareBooks(first: 50) { nodes { id isOfMyLevel } } books(first: 50) { nodes { id isOfMyLevel } } }",
                level: level);

            var rare = data.GetProperty("rareBooks").GetProperty("nodes").EnumerateArray()
                .Select(n => LibraryIds.KeyOf(n.GetProperty("id")))
                .ToHashSet();
            var expected = server.Rows.Books.Where(b => b.IsRare && b.Secrecy == level).Select(b => b.Id).ToHashSet();
            Assert.Equal(expected, rare);
            foreach (var node in data.GetProperty("books").GetProperty("nodes").EnumerateArray())
            {
                var book = server.Rows.Books.Single(b => b.Id == LibraryIds.KeyOf(node.GetProperty("id")));
                Assert.Equal(book.Secrecy == level, node.GetProperty("isOfMyLevel").GetBoolean());
            }
        }
    }

    [Fact]
    public async Task A_context_in_the_pool_sees_nothing()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);
        await server.DataAsync(Count, level: 1);

        await using var context = server.Database.CreateContext();

        Assert.Equal(0, await context.Books.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pool_that_is_exhausted_is_said_to_be_unavailable_and_serves_again()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL 15 is not installed.");
        await using var postgres = await Postgres.CreateDatabaseAsync();
        await using var server = await LibraryServer.CreateOnAsync(
            postgres.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        await using (var held = server.Database.CreateConnection())
        {
            await held.OpenAsync(TestContext.Current.CancellationToken);

            var response = await server.RunAsync(Count);

            var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
            Assert.Equal("UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal(
                "The data cannot be reached at the moment. Try again later.",
                error.GetProperty("message").GetString());
        }

        await server.DataAsync(Count);
    }

    [Fact]
    public async Task A_database_that_is_down_is_said_to_be_unavailable_and_serves_again_when_it_is_back()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL 15 is not installed.");
        await using var postgres = await PostgresServer.CreateAsync();
        await using var server = await LibraryServer.CreateOnAsync(postgres.ConnectionString);
        await server.DataAsync(Count);

        await postgres.StopAsync();
        for (var i = 0; i < 2; i++)
        {
            var response = await server.RunAsync("{ books { nodes { id } } me { name } }");
            var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
            Assert.Equal("UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal(
                "The data cannot be reached at the moment. Try again later.",
                error.GetProperty("message").GetString());
        }

        await postgres.StartAsync();
        var data = await server.DataAsync(Count);
        Assert.Equal(
            server.Rows.Books.Count(b => b.Secrecy == 0),
            data.GetProperty("books").GetProperty("totalCount").GetInt32());
    }
}
