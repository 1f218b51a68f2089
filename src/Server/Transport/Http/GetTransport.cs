using System.Security.Claims;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Http;

/// <summary>GET with the parameters in the query string. Runs queries only.</summary>
/// <seealso href="https://http-spec.graphql.org/September2026/#sec-GET"/>
sealed class GetTransport(GraphQLService service, TransportOptions options) : ITransport
{
    /// <summary>The header that no foreign page can send without asking first.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    readonly HttpResponseWriter _writer = new(options);

    /// <inheritdoc/>
    public bool Accepts(HttpRequest request) => HttpMethods.IsGet(request.Method);

    /// <inheritdoc/>
    public async ValueTask ServeAsync(HttpContext http, ClaimsPrincipal? principal)
    {
        if (MediaType.Choose(http.Request.Headers.Accept, out var unacceptable) is not { } mediaType)
        {
            await _writer.WriteAsync(http, unacceptable!, mediaType: null);
            return;
        }

        var reading = IsPreflighted(http.Request) ? RequestReader.ReadQuery(http.Request.Query) : new RequestRefusal(
            RefusalReason.Unreadable,
            $"A GET request needs the header '{PreflightHeader}' or the content type application/json.",
            ErrorCode.PreflightMissing);
        if (reading.Refusal is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, mediaType);
            return;
        }

        var response = await service.ExecuteAsync(http, principal, reading.Parameters, queriesOnly: true);
        await _writer.WriteAsync(http, response, mediaType);
    }

    bool IsPreflighted(HttpRequest request) =>
        !options.RequireGetPreflight
        || request.Headers.ContainsKey(PreflightHeader)
        || RequestReader.RefuseContentType(request.ContentType) is null;
}
