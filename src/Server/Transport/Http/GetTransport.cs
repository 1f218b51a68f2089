using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;

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
    public async ValueTask ServeAsync(HttpContext http, Caller caller)
    {
        if (MediaType.Choose(http.Request.Headers.Accept, out var unacceptable) is not { } mediaType)
        {
            await _writer.WriteAsync(http, unacceptable!, mediaType: null);
            return;
        }

        var reading = Read(http.Request, options);
        if (reading.Refusal is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, mediaType);
            return;
        }

        var origin = RequestOrigin.Of(http, caller.Principal) with { QueriesOnly = true };
        var response = await service.ExecuteAsync(origin, reading.Parameters, http.RequestAborted);
        await _writer.WriteAsync(http, response, mediaType);
    }

    /// <summary>The parameters of a GET request, or why it is refused.</summary>
    public static RequestReading Read(HttpRequest request, TransportOptions options) =>
        IsPreflighted(request, options) ? RequestReader.ReadQuery(request.Query) : new RequestRefusal(
            RefusalReason.Unreadable,
            $"A GET request needs the header '{PreflightHeader}' or the content type application/json.",
            ErrorCode.PreflightMissing);

    static bool IsPreflighted(HttpRequest request, TransportOptions options) =>
        !options.RequireGetPreflight
        || request.Headers.ContainsKey(PreflightHeader)
        || RequestReader.RefuseContentType(request.ContentType) is null;
}
