using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>Writes GraphQL responses as HTTP answers, straight into the pipe.</summary>
sealed class HttpResponseWriter(TransportOptions options)
{
    /// <summary>Writes the response of an operation.</summary>
    public ValueTask WriteAsync(HttpContext http, GraphQLResponse response, MediaType mediaType)
    {
        if (response.Kind == ResponseKind.OperationNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        if (response is { Kind: ResponseKind.Throttled, Errors: [{ Extensions: { } told }] }
            && told.GetValueOrDefault("retryAfterSeconds") is int seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(http, response, HttpStatus.Of(response, mediaType, options.StatusProfile), mediaType);
    }

    /// <summary>
    /// Writes why a request is refused, in <paramref name="mediaType"/>; null: it accepts none, and gets JSON.
    /// </summary>
    public ValueTask WriteAsync(HttpContext http, RequestRefusal refusal, MediaType? mediaType) => WriteAsync(
        http,
        new GraphQLResponse(ResponseKind.Refused, [refusal.Error]),
        HttpStatus.Of(refusal, options.StatusProfile),
        mediaType ?? MediaType.Json);

    /// <summary>
    /// Writes an array of responses, each as soon as it is there, and disposes its execution. The status is 200
    /// whatever becomes of them: it is sent with the first.
    /// </summary>
    /// <seealso href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/Batching.md"/>
    public async ValueTask WriteBatchAsync(
        HttpContext http, IAsyncEnumerable<Execution> executions, MediaType mediaType)
    {
        Prepare(http, StatusCodes.Status200OK, mediaType);
        using var compressed = IsCompressible(http) ? new CompressedBody(http) : null;
        var body = compressed ?? (IBufferWriter<byte>)http.Response.BodyWriter;
        var separator = (byte)'[';
        await foreach (var execution in executions)
        {
            await using (execution)
            {
                body.Write([separator]);
                execution.Response.WriteTo(body);
                separator = (byte)',';
            }

            if (http.Response.BodyWriter.UnflushedBytes > 0)
            {
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }

        body.Write("]"u8);
        compressed?.Complete();
        await FlushAsync(http);
    }

    /// <summary>Writes text that is there already, with what headers say of it, to GET or HEAD.</summary>
    public async ValueTask WriteTextAsync(HttpContext http, ReadOnlyMemory<byte> utf8)
    {
        http.Response.Headers.Vary = options.Compression ? HeaderNames.AcceptEncoding : StringValues.Empty;
        if (IsCompressible(http))
        {
            using var body = new CompressedBody(http);
            body.Write(utf8.Span);
            body.Complete();
        }
        else
        {
            http.Response.ContentLength = utf8.Length;
            http.Response.BodyWriter.Write(utf8.Span);
        }

        await FlushAsync(http);
    }

    async ValueTask WriteAsync(HttpContext http, GraphQLResponse response, int status, MediaType mediaType)
    {
        Prepare(http, status, TypeOf(status, mediaType));
        if (IsCompressible(http))
        {
            using var body = new CompressedBody(http);
            response.WriteTo(body);
            body.Complete();
        }
        else
        {
            response.WriteTo(http.Response.BodyWriter);
        }

        await FlushAsync(http);
    }

    // What is still in the buffer as a whole has a length, and needs no chunks. Of what HEAD is told nothing is in it.
    static ValueTask<FlushResult> FlushAsync(HttpContext http)
    {
        if (!http.Response.HasStarted && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = http.Response.BodyWriter.UnflushedBytes;
        }

        return http.Response.BodyWriter.FlushAsync(http.RequestAborted);
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
