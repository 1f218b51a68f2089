using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>Requests that a foreign page can send, that hold many in one, or whose bytes are no text.</summary>
[Collection(nameof(AttackServer))]
public sealed class RequestAttackTests(AttackServer server)
{
    const string TypeName = """{"query":"{ __typename }"}""";

    readonly AttackTarget _target = server.Production;

    [Fact]
    public async Task Attack_02_array_batching()
    {
        static string Batch(int count) => $"[{string.Join(',', Enumerable.Repeat(TypeName, count))}]";
        var off = await _target.PostAsync(Batch(10));
        Assert.Equal(HttpStatusCode.BadRequest, off.Status);
        Assert.Equal("HC0009", off.Extension("code"));

        var target = await server.SharedAsync("Transport:Batching:Enabled=true");
        var within = JsonNode.Parse((await target.PostAsync(Batch(10))).Body);
        Assert.Equal(10, Assert.IsType<JsonArray>(within).Count);
        var beyond = await target.PostAsync(Batch(11));
        beyond.IsError(
            HttpStatusCode.RequestEntityTooLarge, LimitTable.Of("Transport:Batching:MaxOperations").Told(10), "HC0010");

        // None of a batch that is refused has run.
        var before = AttackTarget.Spent.Of(target.Engine);
        await target.PostAsync("[" + string.Join(',', Enumerable.Range(0, 1_000).Select(i =>
            $$"""{"query":"{ a{{i}}: __typename }"}""")) + "]");
        Assert.Equal(before, AttackTarget.Spent.Of(target.Engine));
    }

    [Theory]
    [InlineData("mutation cop {__typename}")]
    [InlineData("query A { __typename } mutation B { __typename }&operationName=B")]
    public async Task Attack_15_mutation_by_GET(string query)
    {
        // The product has no mutations yet: there it is no operation at all, and never data.
        var answer = await _target.GetAsync("/graphql?query=" + query.Replace(" ", "%20", StringComparison.Ordinal));
        Assert.Null(JsonNode.Parse(answer.Body)!["data"]);

        await using var toy = await ToyServer.StartAsync();
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            answer = await toy.GetAsync(
                "/graphql?query=" + query.Replace(" ", "%20", StringComparison.Ordinal), accept);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Equal("POST", answer.Headers["Allow"]);
            Assert.Null(JsonNode.Parse(answer.Body)!["data"]);
        }
    }

    [Fact]
    public async Task Attack_16_request_forgery_by_GET()
    {
        const string Path = "/graphql?query=%7B__typename%7D";
        var strict = await server.SharedAsync("Transport:RequireGetPreflight=true");
        (await strict.GetAsync(Path)).IsError(
            HttpStatusCode.BadRequest,
            "A GET request needs the header 'GraphQL-Preflight' or the content type application/json.",
            "HC0077");
        (await strict.GetAsync(Path, ("GraphQL-Preflight", "1"))).Is(
            HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");

        // Where it is not asked for, a foreign page gets what anybody gets, whatever cookies come along, and may not
        // read it.
        const string Me = "/graphql?query=%7Bme%7B__typename%7D%7D";
        var token = server.Token("analyst");
        foreach (var cookie in new[] { $"token={token}", $"access_token={token}", $"Authorization=Bearer {token}" })
        {
            var answer = await _target.GetAsync(
                Me, ("Cookie", cookie), ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));
            answer.Is(HttpStatusCode.OK, """{"data":{"me":null}}""");
            NoOtherOriginMayRead(answer);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=%7B__typename%7D")]
    [InlineData("text/plain", TypeName)]
    [InlineData("text/plain;charset=utf-8;application/json", TypeName)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ __typename }\"}\r\n--x--\r\n")]
    [InlineData("application/graphql", "{ __typename }")]
    [InlineData("", TypeName)]
    public async Task Attack_17_request_forgery_by_form(string contentType, string body)
    {
        var answer = await _target.PostAsync(body, contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("HC0009", answer.Extension("code"));
        Assert.Null(JsonNode.Parse(answer.Body)!["data"]);
    }

    [Fact]
    public async Task Attack_17_a_preflight_is_not_granted()
    {
        var answer = await _target.SendAsync(
            HttpMethod.Options,
            "/graphql",
            null,
            null,
            ("Origin", "https://evil.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type"));
        NoOtherOriginMayRead(answer);
    }

    [Fact]
    public async Task Attack_18_multipart_amplification()
    {
        // Uploads are not taken, in whatever shape: one file for a thousand places, a map that leaves the variables.
        var paths = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"variables.files.{i}\""));
        foreach (var map in new[] { $$"""{"0":[{{paths}}]}""", """{"0":["query"]}""", """{"0":["operations"]}""" })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("""{"query":"query($files: [ID]) { __typename }","variables":{"files":[]}}"""), "operations" },
                { new StringContent(map), "map" },
                { new ByteArrayContent(new byte[10_000]), "0", "a.bin" },
            };
            var answer = await _target.SendAsync(HttpMethod.Post, "/graphql", form, null, ("GraphQL-Preflight", "1"));
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        }
    }

    [Theory]
    [InlineData("{\"query\":\"{ __typename \\ud800 }\"}")]
    [InlineData("{\"query\":\"{ product(id: \\\"\\ud800\\\") { id } }\"}")]
    [InlineData("{\"query\":\"query($a: ID!) { product(id: $a) { id } }\",\"variables\":{\"a\":\"\\udc00\\ud800\"}}")]
    [InlineData("{\"query\":\"query($a: ID!) { product(id: $a) { id } }\",\"variables\":{\"\\udfff\":1,\"a\":\"\"}}")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":\"\\ud83d\"}")]
    [InlineData("{\"query\":\"{ product(id: \\\"\\\\ud800\\\") { id } }\"}")]
    [InlineData("{\"query\":\"{ product(id: \\\"\\\\u{110000}\\\") { id } }\"}")]
    [InlineData("{\"query\":\"{ \\u0000 }\"}")]
    [InlineData("{\"query\":\"{ \\u202e }\"}")]
    public async Task Attack_32_text_that_is_none(string body)
    {
        var answer = await _target.PostAsync(body);
        Assert.InRange((int)answer.Status, 200, 400);
        Assert.NotEmpty(JsonNode.Parse(answer.Body)!["errors"]!.AsArray());
        Assert.Null(JsonNode.Parse(answer.Body)!["data"]);
    }

    [Fact]
    public async Task Attack_32_encodings()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusOfAsync(Encoding.UTF8.GetBytes(TypeName), "application/json; charset=utf-8"));
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            foreach (var preamble in new[] { [], encoding.GetPreamble() })
            {
                Assert.Equal(
                    HttpStatusCode.BadRequest,
                    await StatusOfAsync([.. preamble, .. encoding.GetBytes(TypeName)], "application/json"));
            }
        }

        foreach (var charset in new[] { "latin1", "iso-8859-1", "utf-16", "utf-7", "\"utf-16le\"" })
        {
            Assert.Equal(
                HttpStatusCode.UnsupportedMediaType,
                await StatusOfAsync(Encoding.UTF8.GetBytes(TypeName), $"application/json; charset={charset}"));
        }

        // Bytes that UTF-8 never has: a lone continuation, an overlong slash, half of a pair, above U+10FFFF.
        byte[][] none = [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]];
        foreach (var bytes in none)
        {
            byte[] body = [.. "{\"query\":\"{ product(id: \\\""u8, .. bytes, .. "\\\") { id } }\"}"u8];
            Assert.Equal(HttpStatusCode.BadRequest, await StatusOfAsync(body, "application/json"));
            body = [.. "{\"query\":\"{ __typename }\",\"variables\":{\"a\":\""u8, .. bytes, .. "\"}}"u8];
            Assert.Equal(HttpStatusCode.BadRequest, await StatusOfAsync(body, "application/json"));
        }
    }

    [Fact]
    public async Task Attack_32_a_byte_order_mark_is_text_or_refused_and_nothing_else()
    {
        var status = await StatusOfAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TypeName)], "application/json");
        Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });

        // Inside a document it is white space, wherever it stands.
        (await _target.AskAsync("\uFEFF{\uFEFF__typename\uFEFF}")).Is(
            HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");
    }

    static void NoOtherOriginMayRead(Answer answer) => Assert.DoesNotContain(
        answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));

    async Task<HttpStatusCode> StatusOfAsync(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var answer = await _target.SendAsync(HttpMethod.Post, "/graphql", content, null);
        Assert.NotNull(JsonNode.Parse(answer.Body));
        return answer.Status;
    }
}
