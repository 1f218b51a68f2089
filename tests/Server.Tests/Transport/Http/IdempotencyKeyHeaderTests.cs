using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GraphApi.Server.Tests.Transport.WebSockets;

namespace GraphApi.Server.Tests.Transport.Http;

public sealed class IdempotencyKeyHeaderTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string GraphQL = "application/graphql-response+json";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mutation_that_is_sent_again_is_answered_again_and_one_of_another_text_is_refused()
    {
        var id = await ProductAsync();
        var first = await SendAsync("\"key-1\"", Grant(id, 30));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains("\"state\":\"REQUESTED\"", first.Body, StringComparison.Ordinal);

        // In quotes, as the draft has it, or without.
        Assert.Equal(first, await SendAsync("key-1", Grant(id, 30)));
        var other = await SendAsync("key-1", Grant(id, 31));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("\"code\":\"IDEMPOTENCY_KEY_REUSED\"", other.Body, StringComparison.Ordinal);

        // The extension goes before the header.
        Assert.Contains(
            "StateConflictError",
            (await SendAsync("key-1", Grant(id, 31), "\"key-2\"")).Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("k\u0001")]
    public async Task A_header_that_is_no_key_is_refused(string header)
    {
        var answer = await SendAsync(header, "{ __typename }");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("'Idempotency-Key' must be 1 to 255 printable", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("\"schl\u00fcssel\"")]
    public async Task An_extension_that_is_no_key_is_refused(string extension)
    {
        var answer = await SendAsync(null, "{ __typename }", extension);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("extensions.idempotencyKey must be 1 to 255", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_255_characters_is_one_and_of_256_is_none()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(new string('k', 255), "{ __typename }")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(new string('k', 256), "{ __typename }")).Status);
    }

    [Fact]
    public async Task The_header_of_an_upgrade_is_no_key_of_the_operations_over_its_connection()
    {
        await using var socket = await ToySocket.OpenAsync(
            new UriBuilder(server.Endpoint) { Scheme = "ws" }.Uri,
            ToySocket.Subprotocol,
            ("Idempotency-Key", "key-of-the-upgrade"),
            ("Authorization", "Bearer " + server.Token("administrator, stepped up")));
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ReceiveAsync();
        foreach (var minutes in new[] { 30, 31 })
        {
            await socket.SubscribeAsync("a", Grant("nothing", minutes).ReplaceLineEndings(" "));
            Assert.Equal(
                """{"id":"a","type":"next","payload":{"data":{"requestAccessGrant":{"accessGrant":null,"errors":[{"__typename":"NotFoundError"}]}}}}""",
                await socket.ReceiveNoPingAsync());
            Assert.Equal("""{"id":"a","type":"complete"}""", await socket.ReceiveNoPingAsync());
        }
    }

    static string Grant(string id, int minutes) => $$"""
        mutation {
          requestAccessGrant(input: {
            kind: BREAK_GLASS, scope: { product: "{{id}}" }, minutes: {{minutes}}, reason: "A synthetic reason, kept."
          }) { accessGrant { id state } errors { __typename } }
        }
        """;

    async Task<string> ProductAsync()
    {
        var answer = await SendAsync(null, "{ feed(first: 1) { nodes { id } } }", principal: "supervisor");
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("data").GetProperty("feed")
            .GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    async Task<(HttpStatusCode Status, string Body)> SendAsync(
        string? key, string document, string? extension = null, string principal = "administrator, stepped up")
    {
        var body = JsonSerializer.Serialize(new { query = document });
        body = extension is null ? body : $"{body[..^1]},\"extensions\":{{\"idempotencyKey\":{extension}}}}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(GraphQL));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token(principal));
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var response = await server.Client.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }
}
