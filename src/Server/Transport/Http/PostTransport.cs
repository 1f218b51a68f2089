using System.Security.Claims;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Http;

/// <summary>POST with a JSON body.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-POST"/>
sealed class PostTransport(GraphQLService service, TransportOptions options) : ITransport
{
    readonly RequestReader _reader = new(options.MaxRequestBytes);

    /// <inheritdoc/>
    public bool Accepts(HttpRequest request) => HttpMethods.IsPost(request.Method);

    /// <inheritdoc/>
    public async ValueTask ServeAsync(HttpContext http, ClaimsPrincipal? principal)
    {
        if (MediaType.Choose(http.Request.Headers.Accept, out var unacceptable) is not { } mediaType)
        {
            await http.Response.WriteAsync(unacceptable!, MediaType.Json, http.RequestAborted);
            return;
        }

        var reading = await _reader.ReadBodyAsync(http.Request, http.RequestAborted);
        if (reading.Refusal is { } refusal)
        {
            await http.Response.WriteAsync(refusal, mediaType, http.RequestAborted);
            return;
        }

        await using var execution = await service.ExecuteAsync(
            http, principal, reading.Parameters, queriesOnly: false);
        await http.Response.WriteAsync(execution.Response, mediaType, http.RequestAborted);
    }
}
