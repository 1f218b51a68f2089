using System.Security.Claims;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;

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
    public async ValueTask ServeAsync(HttpContext http, ClaimsPrincipal? principal)
    {
        if (MediaType.Choose(http.Request.Headers.Accept, out var unacceptable) is not { } mediaType)
        {
            await _writer.WriteAsync(http, unacceptable!, mediaType: null);
            return;
        }

        var reading = await _reader.ReadBodyAsync(http.Request, http.RequestAborted);
        if (reading.Refusal is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, mediaType);
        }
        else if (reading.Batch is { } batch)
        {
            await _writer.WriteBatchAsync(http, RunAsync(http, principal, batch), mediaType);
        }
        else
        {
            var response = await service.ExecuteAsync(http, principal, reading.Parameters, queriesOnly: false);
            await _writer.WriteAsync(http, response, mediaType);
        }
    }

    // One after another: a batch is one HTTP request and gets no more of the server at a time than any other.
    async IAsyncEnumerable<GraphQLResponse> RunAsync(
        HttpContext http, ClaimsPrincipal? principal, IReadOnlyList<RequestReading> batch)
    {
        foreach (var reading in batch)
        {
            yield return reading.Refusal is { } refusal
                ? new GraphQLResponse(ResponseKind.Refused, [refusal.Error])
                : await service.ExecuteAsync(http, principal, reading.Parameters, queriesOnly: false);
        }
    }
}
