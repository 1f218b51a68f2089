using GraphApi.Distribution;
using GraphApi.Engine;
using GraphApi.Server.Commands;
using GraphApi.Server.Documents;

namespace GraphApi.Server.Tests.Commands;

/// <summary>How an operator trusts documents, and stops trusting them.</summary>
public sealed class DocumentsCommandTests : IAsyncLifetime
{
    const string Text = "query Feed { feed(first: 1) { totalCount } }";

    static readonly string Hash = DocumentHash.Of(Text);

    readonly TemporaryFolder _folder = new();
    DistributionModule _module = null!;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _module = DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = $"Data Source={_folder["test.db"]}",
            CursorKeys = [new byte[32]],
            Time = new FakeTime(),
        });
        await _module.MigrateAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _module.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Documents_are_imported_listed_and_removed()
    {
        _folder.Write($"portal/{Hash}.graphql", Text);
        _folder.Write("portal/manifest.json", $$"""{ "Feed": "{{Text}}" }""");

        Assert.Equal((0, "2 added, 0 were there.\n", ""), await ImportAsync("portal"));
        Assert.Equal((0, "0 added, 1 were there.\n", ""), await ImportAsync("portal/manifest.json", "other"));
        Assert.Equal(
            (0, $"{Hash}  {Hash}  hospital  2026-03-01T12:00:00Z\nFeed  {Hash}  hospital  2026-03-01T12:00:00Z\n", ""),
            await RunAsync(command => command.ListAsync("hospital", json: false, Cancelled)));
        Assert.Equal((0, "", ""), await RunAsync(command => command.ListAsync("other", json: false, Cancelled)));
        Assert.Equal((0, "", ""), await RunAsync(command => command.RemoveAsync(["Feed"], Cancelled)));
        Assert.Equal(
            (1, "", "Feed: There is no such document.\n"),
            await RunAsync(command => command.RemoveAsync(["Feed", Hash], Cancelled)));
        Assert.Equal((0, "[]\n", ""), await RunAsync(command => command.ListAsync(null, json: true, Cancelled)));
    }

    [Fact]
    public async Task Nothing_is_added_where_one_document_is_wrong()
    {
        var file = _folder.Write("manifest.json", $$"""{ "Feed": "{{Text}}", "Bad": "{ nope9 }", "sha256:{{Hash}}": "x" }""");

        Assert.Equal(
            (1, "", "Nothing was added:\n"
                + $"{file}: \"sha256:{Hash}\": The SHA-256 of the text is {DocumentHash.Of("x")}, which its id is not.\n"
                + $"{file}: \"Bad\": Cannot query field \"nope9\" on type \"Query\".\n"),
            await ImportAsync("manifest.json"));
        Assert.Empty(await _module.TrustedDocuments.ListAsync(Cancelled));
    }

    [Fact]
    public async Task What_every_request_would_be_refused_for_is_not_added()
    {
        // Forty aliases: the steps are counted, and what they cost.
        var many = string.Concat(Enumerable.Range(0, 40).Select(i => $"f{i}: feed(first: 1) {{ totalCount }} "));
        var file = _folder.Write(
            "manifest.json",
            $$"""
            {
              "Dear": "query A { __typename } query B { feed(first: 50) { nodes { id currentVersion { portions { __typename } } } } }",
              "Large": "query C { {{many}} }",
              "Depends": "query D($n: Int) { feed(first: $n) { nodes { id } } }"
            }
            """);

        var (code, _, error) = await RunAsync(
            command => command.ImportAsync([file], null, Cancelled),
            new EngineOptions { MaxFieldCost = 60, MaxSteps = 30 });

        Assert.Equal(
            (1, "Nothing was added:\n"
                + $"{file}: \"Dear\": The maximum allowed field cost was exceeded.\n"
                + $"{file}: \"Large\": The operation selects more than 30 fields that each read from the database. "
                + "Send several operations.\n"),
            (code, error));
    }

    [Fact]
    public async Task An_id_that_is_taken_stays_what_it_is()
    {
        _folder.Write("a.json", $$"""{ "Feed": "{{Text}}" }""");
        var file = _folder.Write("b.json", """{ "Feed": "{ __typename }" }""");
        await ImportAsync("a.json");

        Assert.Equal(
            (1, "", $"Nothing was added:\n{file}: \"Feed\": The id stands for another document already.\n"),
            await ImportAsync("b.json"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var (code, _, error) = await ImportAsync("nowhere.json");

        Assert.Equal(1, code);
        Assert.Contains(_folder["nowhere.json"], error, StringComparison.Ordinal);
    }

    Task<(int Code, string Output, string Error)> ImportAsync(string path, string client = "hospital") =>
        RunAsync(command => command.ImportAsync([_folder[path]], client, Cancelled));

    async Task<(int Code, string Output, string Error)> RunAsync(
        Func<DocumentsCommand, Task<int>> run, EngineOptions? limits = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await run(
            new DocumentsCommand(_module, limits ?? new EngineOptions { Suggestions = false }, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
