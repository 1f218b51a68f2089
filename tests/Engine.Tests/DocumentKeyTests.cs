using GraphApi.Engine.Tests.Execution;

namespace GraphApi.Engine.Tests;

/// <summary>Documents that the host stores under a key.</summary>
public sealed class DocumentKeyTests
{
    const string Document = "{ __typename }";
    const string Answer = """{"data":{"__typename":"Query"}}""";

    readonly ToySchema _toy = new();

    [Fact]
    public async Task A_document_that_was_prepared_costs_no_work_any_more()
    {
        Assert.Null(_toy.Engine.Prepare(Document, "key"));
        Assert.Equal(Answer, await RunAsync(Document, "key"));
        var before = Work();

        Assert.Equal(Answer, await RunAsync(Document, "key"));

        Assert.Equal(before, Work());
    }

    [Fact]
    public async Task A_known_key_is_enough_however_long_the_document_is()
    {
        var document = Document + "\n#" + new string('x', 1_000_000);
        Assert.Null(_toy.Engine.Prepare(document, "key"));
        await RunAsync(document, "key");
        var before = Work();

        // Another instance of the text: only its key is looked at.
        Assert.Equal(Answer, await RunAsync(document[..^1] + "y", "key"));

        Assert.Equal(before, Work());
    }

    [Fact]
    public async Task A_key_is_not_a_document_and_a_document_no_key()
    {
        Assert.Null(_toy.Engine.Prepare(Document, "key"));
        Assert.Null(_toy.Engine.Prepare("{ shelves { name } }", Document));

        Assert.Contains("Syntax Error", await RunAsync("key", key: null), StringComparison.Ordinal);
        Assert.Equal(Answer, await RunAsync(Document, key: null));
    }

    [Fact]
    public async Task What_is_not_valid_is_told_and_not_kept()
    {
        Assert.Equal(
            ["Cannot query field \"nope\" on type \"Query\"."],
            _toy.Engine.Prepare("{ nope }", "key")!.Errors.Select(error => error.Message));
        Assert.Equal(Answer, await RunAsync(Document, "key"));
    }

    [Fact]
    public void As_many_documents_are_kept_as_allowed()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Assert.Null(_toy.Engine.Prepare(Document, $"key {i}"));
        }

        Assert.Equal(_toy.Engine.Options.CachedDocuments, _toy.Engine.CachedDocuments);
    }

    (long, long, long, long) Work() =>
        (_toy.Engine.Work.Tokens, _toy.Engine.Work.Validation, _toy.Engine.Work.Selections, _toy.Engine.Work.Steps);

    async Task<string> RunAsync(string document, string? key) => ToySchema.Text(await _toy.Engine.ExecuteAsync(
        new GraphQLRequest { Document = document, DocumentKey = key }, TestContext.Current.CancellationToken));
}
