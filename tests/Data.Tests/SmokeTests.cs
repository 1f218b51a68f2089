using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;

namespace GraphApi.Data.Tests;

public sealed class SmokeTests(LibraryFixture fixture, ITestOutputHelper output)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Everything(DatabaseProvider provider)
    {
        var server = await fixture.GetAsync(provider);
        foreach (var query in new[]
        {
            "{ books(first: 3) { nodes { id title kind isLong isOfMyLevel label shelf { name } place { room } shelfId } pageInfo { hasNextPage endCursor } totalCount } }",
            "{ books(first: 3, order: [{ shelf: { name: DESC } }, { pages: ASC }, { second: DESC }]) { edges { cursor node { id pages second } } } }",
            "{ book(id: \"x\") { id } newest { title publisher { name } } me { level name greeting } genres { name } }",
            "{ books(first: 5) { nodes { title publisher { name } authors { name } writers { name } genres { name } neighbours } } }",
            "{ shelves { nodes { name books(first: 2) { nodes { title } totalCount pageInfo { endCursor } } allBooks { title } } } }",
            "{ books(first: 1, where: { authors: { some: { name: { startsWith: \"Author\" } } }, tags: { some: { eq: \"red\" } }, shelf: { name: { neq: \"x\" } }, publisher: { name: { contains: \"1\" } } }) { nodes { tags } } }",
            "{ genres { books(first: 2, order: { title: DESC }) { nodes { title } totalCount } } }",
            "{ news(first: 2) { nodes { title } totalCount } rareBooks { nodes { title } } }",
        })
        {
            server.Recorder.Clear();
            var response = await server.RunAsync(query);
            output.WriteLine(query);
            output.WriteLine(response.ToString()[..Math.Min(response.ToString().Length, 1500)]);
            foreach (var sql in server.Recorder.Statements)
            {
                output.WriteLine(sql);
            }
        }
    }
}
