using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;
using GraphApi.Harness;

namespace GraphApi.Data.Tests.Projections;

/// <summary>The statements and plans of guarded fields, as they are.</summary>
public sealed class ProjectionTests(LibraryFixture fixture)
{
    static readonly Dictionary<string, string> Operations = new()
    {
        ["select"] = "{ books(first: 20) { nodes { title note cost remark donor { name born } printer { name } } } }",
        ["filter"] = "{ books(first: 20, where: { note: { neq: \"a\" }, donor: { born: { gt: 1902 } } }) "
            + "{ totalCount nodes { title } } }",
        ["sort"] = "query ($c: String) { books(first: 20, after: $c, order: [{ cost: DESC }]) { nodes { title } } }",
        ["merged"] = "{ news(first: 20, where: { cost: { gt: 2 } }) { nodes { title note } } }",
        ["unguarded"] = "{ books(first: 20) { nodes { label place { name } shelf { name } } } }",
    };

    public static TheoryData<DatabaseProvider, string> Cases()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var name in Operations.Keys)
        {
            data.Add(DatabaseProvider.Sqlite, name);
            data.Add(DatabaseProvider.PostgreSql, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_guarded_field_is_masked_in_the_statement(DatabaseProvider provider, string name)
    {
        await using var server = await LibraryServer.CreateAsync(provider);
        var cursor = (await server.DataAsync("{ books(order: [{ cost: DESC }]) { pageInfo { startCursor } } }"))
            .GetProperty("books").GetProperty("pageInfo").GetProperty("startCursor").GetString();
        server.Recorder.Clear();

        await server.RunAsync(Operations[name], new { c = cursor });

        Snapshot.Match(FileOf($"{name}.{provider}.sql"), string.Join("\n\n", server.Recorder.Statements));
    }

    [Theory]
    [InlineData("select")]
    [InlineData("unguarded")]
    public async Task The_plan_names_the_policies(string name)
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        Snapshot.Match(FileOf($"{name}.plan.txt"), server.Engine.Explain(Operations[name]).Plan!.ToString());
    }

    [Fact]
    public async Task What_another_field_may_read_is_loaded_unmasked()
    {
        var server = await fixture.GetAsync(DatabaseProvider.Sqlite);

        const string Rest = "KEEPER?, Donor if KEEPER { Id if KEEPER, Name if KEEPER } }";
        Assert.Contains(
            "{ Cost if KEEPER, Id, Note if KEEPER, Title if KEEPER, " + Rest,
            server.Engine.Explain("{ books { nodes { remark } } }").Plan!.ToString(),
            StringComparison.Ordinal);
        Assert.Contains(
            "{ Cost if KEEPER, Id, Note if KEEPER, Title, " + Rest,
            server.Engine.Explain("{ books { nodes { remark title } } }").Plan!.ToString(),
            StringComparison.Ordinal);
    }

    static string FileOf(string name) => Repository.PathOf("tests", "Data.Tests", "Projections", "Statements", name);
}
