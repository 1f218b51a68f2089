using System.Buffers;
using System.Globalization;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>Writes GraphQL responses as HTTP answers.</summary>
sealed class HttpResponseWriter(TransportOptions options)
{
    /// <summary>Writes the response of an operation.</summary>
    public async ValueTask WriteAsync(HttpContext http, GraphQLResponse response, MediaType mediaType)
    {
        if (response.Kind == ResponseKind.OperationNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        StepUpChallenge.AddTo(http.Response, response.Errors);
        if (response is { Kind: ResponseKind.Throttled, Errors: [{ Extensions: { } told }] }
            && told.GetValueOrDefault("retryAfterSeconds") is int seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        using var body = new ResponseBody();
        var written = body.Write(response, options.MaxResponseBytes);
        await SendAsync(http, body, HttpStatus.Of(written, mediaType, options.StatusProfile), mediaType);
    }

    /// <summary>
    /// Writes why a request is refused, in <paramref name="mediaType"/>; null: it accepts none, and gets JSON.
    /// </summary>
    public async ValueTask WriteAsync(HttpContext http, RequestRefusal refusal, MediaType? mediaType)
    {
        using var body = new ResponseBody();
        new GraphQLResponse(ResponseKind.Refused, [refusal.Error]).WriteTo(body);
        await SendAsync(http, body, HttpStatus.Of(refusal, options.StatusProfile), mediaType ?? MediaType.Json);
    }

    /// <summary>
    /// Writes an array of responses, with 200 whatever became of them. The limit on bytes holds for all together: a
    /// response that passes it has an error in its place.
    /// </summary>
    /// <seealso href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/Batching.md"/>
    public async ValueTask WriteBatchAsync(
        HttpContext http, IAsyncEnumerable<GraphQLResponse> responses, MediaType mediaType)
    {
        using var body = new ResponseBody();
        var separator = (byte)'[';
        await foreach (var response in responses)
        {
            StepUpChallenge.AddTo(http.Response, response.Errors);
            body.Write([separator]);
            body.Write(response, options.MaxResponseBytes);
            separator = (byte)',';
        }

        body.Write("]"u8);
        await SendAsync(http, body, StatusCodes.Status200OK, mediaType);
    }

    /// <summary>
    /// Says what the answer to a request for text that is there already depends on, which holds for 304 too.
    /// </summary>
    /// <param name="http">The request and its answer.</param>
    /// <param name="vary">The header of the request by which the text is chosen.</param>
    public void PrepareText(HttpContext http, string vary) =>
        http.Response.Headers.Vary = options.Compression ? $"{vary}, {HeaderNames.AcceptEncoding}" : vary;

    /// <summary>Writes text that is there already, with what headers say of it, to GET or HEAD.</summary>
    public async ValueTask WriteTextAsync(HttpContext http, ReadOnlyMemory<byte> utf8)
    {
        using var body = new ResponseBody();
        body.Write(utf8.Span);
        await body.SendAsync(http, IsCompressible(http));
    }

    ValueTask SendAsync(HttpContext http, ResponseBody body, int status, MediaType mediaType)
    {
        Prepare(http, status, TypeOf(status, mediaType));
        return body.SendAsync(http, IsCompressible(http));
    }

    void Prepare(HttpContext http, int status, MediaType mediaType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = options.Compression ? "Accept, Accept-Encoding" : "Accept";
    }

    bool IsCompressible(HttpContext http) => options.Compression && http.Request.Headers.AcceptEncoding.Count > 0;

    // Something between client and server can answer in JSON that nothing works; it does not do so in this media type.
    MediaType TypeOf(int status, MediaType mediaType) =>
        options.StatusProfile == StatusProfile.September2026 && status >= StatusCodes.Status300MultipleChoices
            ? MediaType.GraphQLResponseJson
            : mediaType;
}
