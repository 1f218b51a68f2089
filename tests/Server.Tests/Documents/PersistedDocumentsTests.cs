using System.Net;
using System.Text.Json;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Tests.Commands;

namespace GraphApi.Server.Tests.Documents;

/// <summary>Documents that requests name instead of bringing them, on a real server.</summary>
public sealed class PersistedDocumentsTests : IDisposable
{
    const string New = "application/graphql-response+json";
    const string Known = "query A { __typename }";
    const string Data = """{"data":{"__typename":"Query"}}""";

    static readonly string Hash = DocumentHash.Of(Known);

    static readonly string Stored = Data[..^1]
        + ",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"" + Hash + "\",\"persisted\":true}}}";

    static readonly string NotFound = Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
    static readonly string NotSupported = Error("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");
    static readonly string Unknown = Error("The specified persisted operation key is invalid.", "HC0020");
    static readonly string NotTrusted = Error("Only persisted operations are allowed.", "HC0067");

    static readonly string Mismatch = Error(
        "The document of the request is not the one that its hash or id stands for.", "PERSISTED_QUERY_MISMATCH");

    static readonly string Malformed = Error(
        "The extension \\\"persistedQuery\\\" must be an object with \\\"version\\\": 1 and the \\\"sha256Hash\\\" of the "
            + "document, 64 hexadecimal digits in lower case.",
        "HC0009");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_registers_a_document_and_names_its_hash_from_then_on()
    {
        await using var server = await ToyServer.StartAsync();

        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.BadRequest, NotFound);
        (await server.PostAsync(Request(hash: Hash))).Is(HttpStatusCode.OK, NotFound);
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Stored);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request("", hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Stored);
        (await server.GetAsync($"/graphql?extensions={Uri.EscapeDataString(Extensions(Hash))}", New))
            .Is(HttpStatusCode.OK, Data);
    }

    [Fact]
    public async Task A_document_under_a_foreign_hash_is_refused_and_does_not_poison_it()
    {
        await using var server = await ToyServer.StartAsync();
        const string Evil = "query A { evil: __typename }";

        (await server.PostAsync(Request(Evil, hash: Hash), New)).Is(HttpStatusCode.BadRequest, Mismatch);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.BadRequest, NotFound);
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Stored);
        (await server.PostAsync(Request(Evil, hash: Hash), New)).Is(HttpStatusCode.BadRequest, Mismatch);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.OK, Data);
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ nonsense")]
    public async Task A_document_that_cannot_be_run_is_not_kept(string document)
    {
        await using var server = await ToyServer.StartAsync();
        var hash = DocumentHash.Of(document);

        var refused = await server.PostAsync(Request(document, hash: hash), New);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("persisted", refused.Body, StringComparison.Ordinal);
        (await server.PostAsync(Request(hash: hash), New)).Is(HttpStatusCode.BadRequest, NotFound);
    }

    [Fact]
    public async Task A_hash_sent_as_the_document_is_no_document()
    {
        await using var server = await ToyServer.StartAsync();
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Stored);

        var answer = await server.PostAsync(Request(Hash), New);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Syntax Error", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_is_not_run_by_its_hash_over_get()
    {
        await using var server = await ToyServer.StartAsync();
        const string Mutation = "mutation { __typename }";
        var hash = DocumentHash.Of(Mutation);
        await server.PostAsync(Request(Mutation, hash: hash), New);

        var answer = await server.GetAsync($"/graphql?extensions={Uri.EscapeDataString(Extensions(hash))}", New);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"x"}}""", "NotSupported")]
    [InlineData("""{"persistedQuery":{"version":1.5,"sha256Hash":"x"}}""", "NotSupported")]
    [InlineData("""{"persistedQuery":{"version":99999999999,"sha256Hash":"x"}}""", "NotSupported")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"x"}}""", "Malformed")]
    [InlineData("""{"persistedQuery":{"sha256Hash":"x"}}""", "Malformed")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"../../etc/passwd"}}""", "Malformed")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":null}}""", "Malformed")]
    [InlineData("""{"persistedQuery":{"version":1,"md5Hash":"x"}}""", "Malformed")]
    [InlineData("""{"persistedQuery":"x"}""", "Malformed")]
    [InlineData("""{"persistedQuery":[]}""", "Malformed")]
    public async Task An_extension_that_cannot_be_understood_is_refused(string extensions, string expected)
    {
        await using var server = await ToyServer.StartAsync();

        (await server.PostAsync($$"""{"query":"{{Known}}","extensions":{{extensions}}}""", New)).Is(
            HttpStatusCode.BadRequest, expected == "Malformed" ? Malformed : NotSupported);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"persistedQuery":null}""")]
    [InlineData("""{"other":1}""")]
    public async Task Other_extensions_change_nothing(string extensions)
    {
        await using var server = await ToyServer.StartAsync();

        (await server.PostAsync($$"""{"query":"{{Known}}","extensions":{{extensions}}}""", New)).Is(
            HttpStatusCode.OK, Data);
    }

    [Fact]
    public async Task Where_clients_may_not_register_they_are_told_to_send_documents()
    {
        await using var server = await StartAsync(options => options with { Automatic = false });

        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.BadRequest, NotSupported);
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(Known, hash: DocumentHash.Of("x")), New)).Is(
            HttpStatusCode.BadRequest, Mismatch);
    }

    [Fact]
    public async Task The_store_forgets_what_is_unused_for_longest()
    {
        await using var server = await StartAsync(options => options with { MaxAutomaticEntries = 2 });
        string[] documents = ["query A { __typename }", "query B { __typename }", "query C { __typename }"];
        foreach (var document in documents)
        {
            await server.PostAsync(Request(document, hash: DocumentHash.Of(document)), New);
        }

        (await server.PostAsync(Request(hash: DocumentHash.Of(documents[0])), New)).Is(
            HttpStatusCode.BadRequest, NotFound);
        (await server.PostAsync(Request(hash: DocumentHash.Of(documents[2])), New)).Is(HttpStatusCode.OK, Data);
    }

    [Fact]
    public async Task A_trusted_document_is_run_by_every_name_it_has()
    {
        _folder.Write("trusted.json", $$"""{ "GetA": "{{Known}}" }""");
        await using var server = await StartAsync(options => options with { Folder = _folder.Path });

        (await server.PostAsync(Request(id: "GetA"), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync("""{"id":"GetA","variables":{}}""", New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(id: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(id: "sha256:" + Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(Known, id: "GetA"), New)).Is(HttpStatusCode.OK, Data);
        (await server.GetAsync("/graphql?documentId=sha256%3A" + Hash, New)).Is(HttpStatusCode.OK, Data);
        (await server.GetAsync("/graphql?id=GetA", New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request("{ __typename }", id: "GetA"), New)).Is(HttpStatusCode.BadRequest, Mismatch);
        (await server.PostAsync(Request(id: "GetA", hash: Hash), New)).Is(HttpStatusCode.BadRequest, Error(
            "The request names its document twice: by its id and by the extension \\\"persistedQuery\\\".", "HC0009"));
    }

    [Fact]
    public async Task A_trusted_document_stays_planned_whatever_clients_register()
    {
        _folder.Write("trusted.json", $$"""{ "GetA": "{{Known}}" }""");
        await using var server = await StartAsync(options => options with { Folder = _folder.Path });
        (await server.PostAsync(Request(id: "GetA"), New)).Is(HttpStatusCode.OK, Data);
        var kept = server.Engine.CachedDocuments;
        for (var i = 0; i < 150; i++)
        {
            var document = $"{{ a{i}: __typename }}";
            await server.PostAsync(Request(document, hash: DocumentHash.Of(document)), New);
        }

        Assert.Equal(kept + server.Engine.Options.CachedDocuments, server.Engine.CachedDocuments);
        var (tokens, selections) = (server.Engine.Work.Tokens, server.Engine.Work.Selections);

        (await server.PostAsync(Request(id: "GetA"), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.OK, Data);

        Assert.Equal((tokens, selections), (server.Engine.Work.Tokens, server.Engine.Work.Selections));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("")]
    [InlineData("../trusted.json")]
    [InlineData("..%2ftrusted")]
    [InlineData("/etc/passwd")]
    [InlineData("trusted.json")]
    [InlineData("GETA")]
    [InlineData("sha256:0")]
    public async Task An_unknown_id_is_refused_and_never_a_path(string id)
    {
        _folder.Write("trusted.json", $$"""{ "GetA": "{{Known}}" }""");
        await using var server = await StartAsync(options => options with { Folder = _folder.Path });

        (await server.PostAsync(Request(id: id), New)).Is(HttpStatusCode.BadRequest, Unknown);
    }

    [Fact]
    public async Task A_document_beside_an_id_that_is_its_hash_is_run_and_beside_any_other_refused()
    {
        await using var server = await ToyServer.StartAsync();

        (await server.PostAsync(Request(Known, id: "sha256:" + Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request("{ __typename }", id: "sha256:" + Hash), New)).Is(
            HttpStatusCode.BadRequest, Mismatch);
        (await server.PostAsync(Request(Known, id: "GetA"), New)).Is(HttpStatusCode.BadRequest, Unknown);
    }

    [Fact]
    public async Task Where_only_trusted_documents_may_run_nothing_else_does()
    {
        const string Other = "{ __typename }";
        _folder.Write("trusted.json", $$"""{ "GetA": "{{Known}}" }""");
        await using var server = await StartAsync(
            options => options with { Folder = _folder.Path, OnlyTrusted = true });

        (await server.PostAsync(Request(id: "GetA"), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(Known, hash: Hash), New)).Is(HttpStatusCode.OK, Data);
        (await server.PostAsync(Request(Other), New)).Is(HttpStatusCode.BadRequest, NotTrusted);
        (await server.PostAsync(Request(Known), New)).Is(HttpStatusCode.BadRequest, NotTrusted);
        (await server.PostAsync(Request(Other, hash: DocumentHash.Of(Other)), New)).Is(
            HttpStatusCode.BadRequest, NotTrusted);
        (await server.PostAsync(Request(hash: DocumentHash.Of(Other)), New)).Is(HttpStatusCode.BadRequest, Unknown);
        (await server.PostAsync(Request(Other, id: "sha256:" + DocumentHash.Of(Other)), New)).Is(
            HttpStatusCode.BadRequest, NotTrusted);
        (await server.PostAsync(Request(id: "nope"), New)).Is(HttpStatusCode.BadRequest, Unknown);
        (await server.GetAsync("/graphql?query=" + Uri.EscapeDataString(Other), New)).Is(
            HttpStatusCode.BadRequest, NotTrusted);
    }

    [Fact]
    public async Task What_is_wrong_with_trusted_documents_stops_the_start_with_the_whole_list()
    {
        var file = _folder.Write("trusted.json", $$"""{ "A": "{ nope }", "B": "{", "{{Hash}}": "{ a }" }""");

        var refused = await Assert.ThrowsAsync<ConfigurationException>(
            () => StartAsync(options => options with { Folder = _folder.Path }));

        Assert.Equal(
            [
                $"Documents:Folder: {file}: \"{Hash}\": The SHA-256 of the text is {DocumentHash.Of("{ a }")}, which its id is not.",
                $"Documents:Folder: {file}: \"A\": Cannot query field \"nope\" on type \"Query\".",
                $"Documents:Folder: {file}: \"B\": Syntax Error: Expected Name, found <EOF>.",
            ],
            refused.Problems);
    }

    [Fact]
    public async Task Neither_ids_nor_documents_are_logged()
    {
        await using var server = await ToyServer.StartAsync();
        await server.PostAsync(Request("query Secret { __typename }", hash: DocumentHash.Of("x")), New);
        await server.PostAsync(Request(id: "SecretId"), New);

        Assert.DoesNotContain("Secret", string.Join('\n', server.Log.Lines), StringComparison.Ordinal);
    }

    static Task<ToyServer> StartAsync(Func<DocumentOptions, DocumentOptions> configure) =>
        ToyServer.StartAsync(options => options with { Documents = configure(options.Documents) });

    static string Request(string? query = null, string? id = null, string? hash = null)
    {
        var members = new List<string>();
        if (query is not null)
        {
            members.Add($"\"query\":{JsonSerializer.Serialize(query)}");
        }

        if (id is not null)
        {
            members.Add($"\"documentId\":{JsonSerializer.Serialize(id)}");
        }

        if (hash is not null)
        {
            members.Add($"\"extensions\":{Extensions(hash)}");
        }

        return $"{{{string.Join(',', members)}}}";
    }

    static string Extensions(string hash) =>
        "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";

    static string Error(string message, string code) =>
        $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
}
