using System.Runtime.CompilerServices;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;

namespace GraphApi.Server.Transport.Http;

/// <summary>POST with a JSON body: one request, or a batch of them where that is allowed.</summary>
/// <seealso href="https://http-spec.graphql.org/September2026/#sec-POST"/>
sealed class PostTransport(GraphQLService service, TransportOptions options) : ITransport
{
    readonly RequestReader _reader = new(options);
    readonly HttpResponseWriter _writer = new(options);

    /// <inheritdoc/>
    public bool Accepts(HttpRequest request) => HttpMethods.IsPost(request.Method);

    /// <inheritdoc/>
    public async ValueTask ServeAsync(HttpContext http, Caller caller)
    {
        if (MediaType.Choose(http.Request.Headers.Accept, out var unacceptable) is not { } mediaType)
        {
            await _writer.WriteAsync(http, unacceptable!, mediaType: null);
            return;
        }

        var origin = RequestOrigin.Of(http, caller.Principal);
        var reading = await _reader.ReadBodyAsync(http.Request, http.RequestAborted);
        if (reading.Refusal is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, mediaType);
        }
        else if (reading.Batch is { } batch)
        {
            await _writer.WriteBatchAsync(http, RunAsync(origin, batch, http.RequestAborted), mediaType);
        }
        else
        {
            var response = await service.ExecuteAsync(origin, reading.Parameters, http.RequestAborted);
            await _writer.WriteAsync(http, response, mediaType);
        }
    }

    // One after another: a batch is one HTTP request and gets no more of the server at a time than any other.
    async IAsyncEnumerable<GraphQLResponse> RunAsync(
        RequestOrigin origin,
        IReadOnlyList<RequestReading> batch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var reading in batch)
        {
            yield return reading.Refusal is { } refusal
                ? new GraphQLResponse(ResponseKind.Refused, [refusal.Error])
                : await service.ExecuteAsync(origin, reading.Parameters, cancellationToken);
        }
    }
}
