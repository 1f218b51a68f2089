using GraphApi.Engine.Tests.Execution;

namespace GraphApi.Engine.Tests;

/// <summary>Which documents stay known, whatever others ask: known is what makes no work.</summary>
public sealed class KnownDocumentsTests
{
    readonly ToySchema _toy = new();

    [Fact]
    public async Task What_a_portal_asks_stays_known_while_others_ask_something_new_each_time()
    {
        var portal = Many(80, i => $"query Portal{i} {{ shelves(first: {i}) {{ name books {{ title }} }} }}");
        await RunAsync(portal);
        await RunAsync(portal);

        await RunAsync(Many(10_000, i => $"{{ a{i}: __typename }}"));

        await NoWorkAsync(() => RunAsync(portal));
    }

    [Fact]
    public async Task Heavy_documents_do_not_push_out_what_a_portal_asks()
    {
        var portal = Many(80, i => $"query Portal{i} {{ shelves(first: {i}) {{ name books {{ title }} }} }}");
        await RunAsync(portal);
        await RunAsync(portal);

        // Each within what one may weigh; together four times as much as all may.
        var inner = string.Concat(Enumerable.Repeat("... { __typename } ", 2_000));
        await RunAsync(Many(100, i => $"{{ a{i}: things {{ {inner} }} }}"));

        Assert.InRange(_toy.Engine.CachedSelections, 100_000, _toy.Engine.Options.CachedSelections);
        await NoWorkAsync(() => RunAsync(portal));
    }

    [Fact]
    public async Task A_document_too_heavy_to_be_kept_takes_no_other_along()
    {
        var toy = new ToySchema(new EngineOptions { CachedSelections = 1_000 });
        await RunAsync(toy, ["{ __typename }"], key: null, isTrusted: false);
        var heavy = string.Concat(Enumerable.Range(0, 200).Select(_ => "__typename "));
        await RunAsync(toy, [$"{{ {heavy} }}"], key: null, isTrusted: false);
        Assert.Equal(1, toy.Engine.CachedDocuments);

        // One that is trusted is kept.
        await RunAsync(toy, [$"{{ {heavy} }}"], key: text => text, isTrusted: true);
        Assert.Equal(2, toy.Engine.CachedDocuments);
    }

    [Fact]
    public async Task What_callers_register_takes_no_room_of_what_is_trusted()
    {
        string[] trusted = ["query Trusted { shelves { name } }"];
        Assert.Null(_toy.Engine.Prepare(trusted[0], trusted[0], isTrusted: true));
        await RunAsync(trusted, isTrusted: true);

        foreach (var document in Many(1_000, i => $"{{ a{i}: __typename }}"))
        {
            Assert.Null(_toy.Engine.Prepare(document, document));
            await RunAsync(_toy, [document], key: text => text, isTrusted: false);
        }

        await NoWorkAsync(() => RunAsync(trusted, isTrusted: true));
    }

    [Fact]
    public async Task Trusted_documents_stay_known_however_many_there_are()
    {
        var trusted = Many(1_000, i => $"query Trusted{i} {{ shelves(first: {i}) {{ name }} }}");
        foreach (var document in trusted)
        {
            Assert.Null(_toy.Engine.Prepare(document, document, isTrusted: true));
        }

        Assert.Equal((0, 1_000), (_toy.Engine.Work.Selections, _toy.Engine.CachedDocuments));
        await RunAsync(trusted, isTrusted: true);

        await NoWorkAsync(() => RunAsync(trusted, isTrusted: true));
    }

    [Fact]
    public async Task Trusted_documents_are_bounded_by_their_weight()
    {
        var toy = new ToySchema(new EngineOptions { CachedSelections = 1_000 });
        var trusted = Many(1_000, i => $"query Trusted{i} {{ shelves(first: {i}) {{ name }} }}");
        await RunAsync(toy, trusted, key: text => text, isTrusted: true);
        Assert.InRange(toy.Engine.CachedSelections, 900, 1_000);
    }

    [Fact]
    public async Task What_was_registered_but_is_not_asked_for_does_not_count_as_asked_for()
    {
        string[] portal = ["{ shelves { name } }"];
        await RunAsync(_toy, portal, key: text => text, isTrusted: false);
        await RunAsync(_toy, portal, key: text => text, isTrusted: false);
        foreach (var document in Many(1_000, i => $"{{ a{i}: __typename }}"))
        {
            // A client that offers a document has it prepared and run.
            Assert.Null(_toy.Engine.Prepare(document, document));
            await RunAsync(_toy, [document], key: text => text, isTrusted: false);
        }

        await NoWorkAsync(() => RunAsync(_toy, portal, key: text => text, isTrusted: false));
    }

    static string[] Many(int count, Func<int, string> document) => [.. Enumerable.Range(0, count).Select(document)];

    async Task NoWorkAsync(Func<Task> run)
    {
        var before = Work();
        await run();
        Assert.Equal(before, Work());
    }

    (long, long, long, long) Work() =>
        (_toy.Engine.Work.Tokens, _toy.Engine.Work.Validation, _toy.Engine.Work.Selections, _toy.Engine.Work.Steps);

    Task RunAsync(string[] documents, bool isTrusted = false) =>
        RunAsync(_toy, documents, isTrusted ? text => text : null, isTrusted);

    static async Task RunAsync(ToySchema toy, string[] documents, Func<string, string>? key, bool isTrusted)
    {
        foreach (var document in documents)
        {
            var response = await toy.Engine.ExecuteAsync(
                new GraphQLRequest { Document = document, DocumentKey = key?.Invoke(document), IsTrusted = isTrusted },
                TestContext.Current.CancellationToken);
            Assert.StartsWith("{\"data\":", ToySchema.Text(response), StringComparison.Ordinal);
        }
    }
}
