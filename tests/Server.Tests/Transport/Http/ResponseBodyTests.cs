using System.IO.Compression;
using System.Net;
using System.Text;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The body on real connections: what goes over the wire, compressed or not, and how much.</summary>
public sealed class ResponseBodyTests : IAsyncLifetime
{
    const string Envelope = """{"data":{"greeting":""}}""";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    public async Task A_large_answer_is_compressed_and_comes_back_whole(string accepted, string coding)
    {
        var answer = await AskAsync(_server, 50_000, accepted);

        Assert.Equal(
            (coding, "Accept, Accept-Encoding", answer.Bytes.Length), (answer.Coding, answer.Vary, answer.Length));
        Assert.InRange(answer.Bytes.Length, 1, 5_000);
        Assert.Equal(Greetings(50_000), Decompress(coding, answer.Bytes));
    }

    [Theory]
    [InlineData(ResponseBody.CompressedFrom - 1, null)]
    [InlineData(ResponseBody.CompressedFrom, "br")]
    public async Task An_answer_is_compressed_from_a_size_on(int bytes, string? coding)
    {
        var name = new string('n', bytes - Envelope.Length - "Hello ".Length);

        var answer = await AskAsync(_server, $$"""{"query":"{ greeting(name: \"{{name}}\") }"}""", "br");

        Assert.Equal(coding, answer.Coding);
        Assert.Equal(coding is null, answer.Length == bytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData("zstd")]
    [InlineData("br;q=0")]
    public async Task A_client_that_does_not_accept_it_gets_the_answer_as_it_is(string? accepted)
    {
        var answer = await AskAsync(_server, 50_000, accepted);

        Assert.Equal((null, "Accept, Accept-Encoding"), (answer.Coding, answer.Vary));
        Assert.Equal(Greetings(50_000).Length, answer.Length);
        Assert.Equal(Greetings(50_000), Encoding.UTF8.GetString(answer.Bytes));
    }

    [Fact]
    public async Task A_small_answer_costs_no_compression_and_says_its_length()
    {
        var answer = await AskAsync(_server, 1, "br");

        Assert.Equal((null, Greetings(1).Length), (answer.Coding, answer.Length));
        Assert.Equal(Greetings(1), Encoding.UTF8.GetString(answer.Bytes));
    }

    [Fact]
    public async Task Where_it_is_off_nothing_is_compressed()
    {
        await using var plain = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { Compression = false },
        });

        var answer = await AskAsync(plain, 50_000, "br");

        Assert.Equal((null, "Accept"), (answer.Coding, answer.Vary));
        Assert.Equal(Greetings(50_000), Encoding.UTF8.GetString(answer.Bytes));
    }

    [Fact]
    public async Task A_text_larger_than_a_block_comes_back_whole()
    {
        // Short texts pass a block on, long ones make it grow first.
        var fields = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"f{i}: greeting(times: {i * i * 12})"));

        var plain = await AskAsync(_server, $$"""{"query":"{ {{fields}} }"}""", null);
        var answer = await AskAsync(_server, $$"""{"query":"{ {{fields}} }"}""", "gzip");

        Assert.True(plain.Bytes.Length > 200_000);
        Assert.Equal(Encoding.UTF8.GetString(plain.Bytes), Decompress("gzip", answer.Bytes));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(500, "br")]
    public async Task A_batch_is_compressed_as_one_text(int operations, string? coding)
    {
        await using var batching = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with
            {
                Batching = new BatchingOptions { Enabled = true, MaxOperations = 1_000 },
            },
        });
        var batch = $"[{string.Join(',', Enumerable.Repeat("""{"query":"{ greeting }"}""", operations))}]";

        var answer = await AskAsync(batching, batch, "br");

        Assert.Equal(coding, answer.Coding);
        Assert.Equal(
            $"[{string.Join(',', Enumerable.Repeat(Greetings(1), operations))}]",
            coding is null ? Encoding.UTF8.GetString(answer.Bytes) : Decompress(coding, answer.Bytes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task A_response_of_more_bytes_than_may_be_is_an_error_instead(string? accepted)
    {
        const int limit = 100_000;
        await using var bounded = await StartAsync(limit);
        var most = limit - Envelope.Length - "Hello ".Length;

        var within = await AskAsync(bounded, Named(most), accepted);
        var beyond = await AskAsync(bounded, Named(most + 1), accepted);

        var text = accepted is null ? Encoding.UTF8.GetString(within.Bytes) : Decompress("br", within.Bytes);
        Assert.Equal(limit, text.Length);
        Assert.Equal((null, TooLarge(limit)), (beyond.Coding, Encoding.UTF8.GetString(beyond.Bytes)));
        Assert.Equal(beyond.Bytes.Length, beyond.Length);
    }

    [Fact]
    public async Task The_responses_of_a_batch_count_together()
    {
        const int limit = 100_000;
        await using var bounded = await StartAsync(limit);
        var large = Named(60_000);

        var answer = await AskAsync(bounded, $"[{large},{large},{Named(1)}]", null);

        var whole = Envelope.Insert(Envelope.Length - 3, "Hello " + new string('n', 60_000));
        var small = Envelope.Insert(Envelope.Length - 3, "Hello n");
        Assert.Equal($"[{whole},{TooLarge(limit)},{small}]", Encoding.UTF8.GetString(answer.Bytes));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "application/json")]
    [InlineData(HttpStatusCode.BadRequest, "application/graphql-response+json")]
    public async Task A_response_that_is_too_large_has_the_status_of_a_refusal(HttpStatusCode status, string accept)
    {
        await using var bounded = await StartAsync(65_536);

        (await bounded.PostAsync(Named(70_000), accept)).Is(status, TooLarge(65_536));
    }

    [Fact]
    public async Task The_schema_is_compressed_for_GET_and_so_told_to_HEAD()
    {
        var plain = await SendAsync(_server, new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl"), null);
        var head = await SendAsync(_server, new HttpRequestMessage(HttpMethod.Head, "/graphql?sdl"), "br");
        var get = await SendAsync(_server, new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl"), "br");

        Assert.Equal((null, "br", "br"), (plain.Coding, head.Coding, get.Coding));
        Assert.Equal(("Authorization, Accept-Encoding", "Authorization, Accept-Encoding"), (plain.Vary, head.Vary));
        Assert.Empty(head.Bytes);
        Assert.Equal(Encoding.UTF8.GetString(plain.Bytes), Decompress("br", get.Bytes));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task An_answer_to_a_mutation_that_is_too_large_says_that_it_may_have_run(string mediaType)
    {
        await using var server = await StartAsync(1_000);
        var body = $$"""{"query":"mutation { rename(name: \"{{new string('n', 2_000)}}\") }"}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, null, "application/json"),
        };
        request.Headers.Accept.ParseAdd(mediaType);

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var told = LimitTable.Of("Transport:MaxResponseBytes");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            $$"""{"errors":[{"message":"{{told.Told(1_000)}} The mutation may have run all the same: look before """
            + $$"""you send it again.","extensions":{"code":"{{told.Code}}","limit":"MaxResponseBytes","""
            + "\"mutationMayHaveRun\":true}}],\"data\":null}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static Task<ToyServer> StartAsync(int maxResponseBytes) => ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with
        {
            MaxResponseBytes = maxResponseBytes,
            Batching = new BatchingOptions { Enabled = true },
        },
    });

    static string Named(int letters) =>
        $$"""{"query":"{ greeting(name: \"{{new string('n', letters)}}\") }"}""";

    static string TooLarge(int limit)
    {
        var row = LimitTable.Of("Transport:MaxResponseBytes");
        var extensions = $$"""{"code":"{{row.Code}}","limit":"MaxResponseBytes"}""";
        return $$"""{"errors":[{"message":"{{row.Told(limit)}}","extensions":{{extensions}}}]}""";
    }

    static string Greetings(int times) =>
        Envelope.Insert(Envelope.Length - 3, string.Concat(Enumerable.Repeat("Hello you", times)));

    static Task<Wire> AskAsync(ToyServer server, int times, string? acceptEncoding) =>
        AskAsync(server, $$"""{"query":"{ greeting(times: {{times}}) }"}""", acceptEncoding);

    static Task<Wire> AskAsync(ToyServer server, string body, string? acceptEncoding) => SendAsync(
        server,
        new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, null, "application/json"),
        },
        acceptEncoding);

    static async Task<Wire> SendAsync(ToyServer server, HttpRequestMessage request, string? acceptEncoding)
    {
        using var sent = request;
        if (acceptEncoding is not null)
        {
            sent.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        }

        using var response = await server.Client.SendAsync(sent, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var headers = response.Content.Headers;
        return new Wire(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            headers.ContentEncoding.SingleOrDefault(),
            string.Join(", ", response.Headers.Vary),
            response.Headers.TransferEncodingChunked == true ? null : headers.ContentLength);
    }

    static string Decompress(string coding, byte[] bytes)
    {
        using var compressed = new MemoryStream(bytes);
        using Stream stream = coding == "br"
            ? new BrotliStream(compressed, CompressionMode.Decompress)
            : new GZipStream(compressed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    sealed record Wire(byte[] Bytes, string? Coding, string Vary, long? Length);
}
