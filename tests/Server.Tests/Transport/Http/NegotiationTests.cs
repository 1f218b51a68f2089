using System.Net;
using System.Text;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>Accept and Content-Type on real connections, and bodies in other encodings than UTF-8.</summary>
public sealed class NegotiationTests : IAsyncLifetime
{
    const string Json = "application/json; charset=utf-8";
    const string GraphQLJson = "application/graphql-response+json; charset=utf-8";
    const string Greeting = """{"query":"{ greeting }"}""";
    const string NotJsonType =
        "The request body must be JSON: send it with the header 'Content-Type: application/json'.";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null, 200, Json)]
    [InlineData("", 200, Json)]
    [InlineData("*/*", 200, Json)]
    [InlineData("application/*", 200, Json)]
    [InlineData("application/json", 200, Json)]
    [InlineData("Application/JSON;charset=UTF-8", 200, Json)]
    [InlineData("application/graphql-response+json", 200, GraphQLJson)]
    [InlineData("APPLICATION/GRAPHQL-RESPONSE+JSON", 200, GraphQLJson)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", 200, GraphQLJson)]
    [InlineData("application/graphql-response+json,application/json;q=0.9", 200, GraphQLJson)]
    [InlineData("application/graphql-response+json;q=0.9,application/json", 200, Json)]
    [InlineData("application/json;q=0.001, text/html", 200, Json)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", 200, Json)]
    [InlineData("application/json;q=0, */*;q=0.1", 200, GraphQLJson)]
    [InlineData("application/graphql-response+json;charset=utf-16, application/json;q=0.1", 200, Json)]
    [InlineData("text/html", 406, Json)]
    [InlineData("application/graphql", 406, Json)]
    [InlineData("application/json;charset=latin1", 406, Json)]
    [InlineData("*/*;q=0", 406, Json)]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0.000", 406, Json)]
    [InlineData("json", 400, Json)]
    [InlineData("application/json;;;q=", 400, Json)]
    [InlineData("application/json, ???", 400, Json)]
    public async Task The_answer_to_an_accept_header(string? accept, int status, string contentType)
    {
        var posted = await _server.PostAsync(Greeting, accept);
        var got = await _server.GetAsync("/graphql?query=%7Bgreeting%7D", accept);

        Assert.Equal(((HttpStatusCode)status, contentType), (posted.Status, posted.ContentType));
        Assert.Equal(((HttpStatusCode)status, contentType), (got.Status, got.ContentType));
        Assert.Equal(posted.Body, got.Body);
    }

    [Fact]
    public async Task Where_nothing_fits_the_answer_says_what_would()
    {
        var nothing = await _server.PostAsync(Greeting, "text/html");
        var unreadable = await _server.PostAsync(Greeting, "json");

        nothing.IsError(
            HttpStatusCode.NotAcceptable,
            "None of the media types of the Accept header can be served. Accept application/graphql-response+json or "
                + "application/json.",
            "HC0063");
        unreadable.IsError(HttpStatusCode.BadRequest, "The Accept header cannot be read.", "HC0064");
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("application/json;charset=\"Utf-8\"", null)]
    [InlineData("APPLICATION/JSON", null)]
    [InlineData("application/json; charset=utf-8; version=1", null)]
    [InlineData("application/json; charset=utf8", "The request body must be encoded in UTF-8.")]
    [InlineData("application/json; charset=latin1", "The request body must be encoded in UTF-8.")]
    [InlineData("application/json; charset=utf-16", "The request body must be encoded in UTF-8.")]
    [InlineData("application/json; charset=utf-7", "The request body must be encoded in UTF-8.")]
    [InlineData(null, NotJsonType)]
    [InlineData("application/graphql-response+json", NotJsonType)]
    [InlineData("application/graphql", NotJsonType)]
    [InlineData("text/plain", NotJsonType)]
    [InlineData("text/json", NotJsonType)]
    [InlineData("application/json, text/plain", NotJsonType)]
    [InlineData("application/x-www-form-urlencoded", NotJsonType)]
    [InlineData("nonsense", NotJsonType)]
    [InlineData("multipart/form-data; boundary=x", "Files cannot be uploaded here, nor forms: send the request as JSON, "
        + "with the header 'Content-Type: application/json'.")]
    [InlineData("multipart/mixed; boundary=x", "Files cannot be uploaded here, nor forms: send the request as JSON, "
        + "with the header 'Content-Type: application/json'.")]
    public async Task The_answer_to_a_content_type(string? contentType, string? refusal)
    {
        var answer = await _server.PostAsync(Greeting, contentType: contentType);

        if (refusal is null)
        {
            answer.Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
        }
        else
        {
            answer.IsError(HttpStatusCode.UnsupportedMediaType, refusal, "HC0009");
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    [InlineData("GZIP")]
    public async Task A_compressed_body_is_not_read(string coding)
    {
        (await PostAsync(Encoding.UTF8.GetBytes(Greeting), coding)).IsError(
            HttpStatusCode.UnsupportedMediaType, "The request body must not be compressed.", "HC0009");
        (await PostAsync(Encoding.UTF8.GetBytes(Greeting), "identity"))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_or_another_encoding_is_no_JSON(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);

        (await PostAsync([.. bytes.GetPreamble(), .. bytes.GetBytes(Greeting)])).IsError(
            HttpStatusCode.BadRequest, "The JSON of the request body cannot be read.", "HC0012");
    }

    [Theory]
    [InlineData("query", "\\ud83c")]
    [InlineData("query", "\\udfc3\\ud83c")]
    [InlineData("operationName", "\\uDBFF")]
    [InlineData("id", "\\udc00")]
    [InlineData("documentId", "\\udc00")]
    public async Task Half_a_character_is_no_text(string member, string text) =>
        (await PostAsync(Encoding.UTF8.GetBytes("{\"" + member + "\":\"" + text + "\"}"))).IsError(
            HttpStatusCode.BadRequest, "The request body holds text that is not valid Unicode.", "HC0012");

    [Theory]
    [InlineData(new byte[] { 0xE9 })] // é in latin1
    [InlineData(new byte[] { 0xC0, 0xAF })] // a slash, too long
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })] // half a pair, as bytes
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })] // beyond Unicode
    public async Task Bytes_that_are_not_UTF8_are_refused_wherever_they_stand(byte[] wrong)
    {
        foreach (var (before, after) in new[]
        {
            ("{\"query\":\"{ greeting(name: \\\"", "\\\") }\"}"),
            ("{\"query\":\"query($n: String!) { greeting(name: $n) }\",\"variables\":{\"n\":\"", "\"}}"),
            ("{\"query\":\"{ greeting }\",\"extensions\":{\"", "\":1}}"),
        })
        {
            var answer = await PostAsync(
                [.. Encoding.UTF8.GetBytes(before), .. wrong, .. Encoding.UTF8.GetBytes(after)]);

            Assert.Equal((HttpStatusCode.BadRequest, "HC0012"), (answer.Status, answer.Extension("code")));
        }
    }

    [Fact]
    public async Task Half_a_character_in_a_query_string_is_never_a_fault_of_the_server()
    {
        foreach (var query in new[] { "%ED%A0%BD", "%7B%22%5Cud83c", "%FF%FE", "%00", "%", "%zz" })
        {
            foreach (var name in new[] { "query", "operationName", "variables", "extensions", "id" })
            {
                var answer = await _server.GetAsync($"/graphql?{name}={query}", "application/graphql-response+json");

                Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            }
        }
    }

    Task<Answer> PostAsync(byte[] body, string? contentEncoding = null)
    {
        var content = new ByteArrayContent(body);
        if (contentEncoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", contentEncoding);
        }

        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return _server.SendAsync(HttpMethod.Post, "/graphql", content);
    }
}
