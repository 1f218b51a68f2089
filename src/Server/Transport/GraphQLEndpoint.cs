using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Http;
using Microsoft.AspNetCore.Connections;

namespace GraphApi.Server.Transport;

/// <summary>
/// The endpoint /graphql: finds out who calls, and lets the first transport that accepts the request serve it.
/// </summary>
sealed class GraphQLEndpoint(
    IReadOnlyList<ITransport> transports,
    Authenticator authenticator,
    TransportOptions options,
    ILogger<GraphQLEndpoint> logger)
{
    readonly HttpResponseWriter _writer = new(options);

    /// <summary>
    /// Serves a request. Nothing that fails below leaves this method, or tells the client what it was.
    /// </summary>
    public async Task ServeAsync(HttpContext http)
    {
        try
        {
            // What accepts a request is over before it is served, which may take hours.
            if (await AcceptAsync(http) is var (transport, caller))
            {
                await transport.ServeAsync(http, caller);
            }
        }
        catch (Exception exception) when (HasLeft(exception, http))
        {
            Log.ClientLeft(logger);
        }
        catch (Exception exception)
        {
            await FailAsync(http, exception);
        }
    }

    // Null: it is refused, and answered.
    async ValueTask<(ITransport Transport, Caller Caller)?> AcceptAsync(HttpContext http)
    {
        var caller = await authenticator.AuthenticateAsync(http);
        if (caller.Refusal is { } error)
        {
            caller.Challenge(http.Response);
            await RefuseAsync(http, new RequestRefusal(RefusalReason.Unauthenticated, error));
            return null;
        }

        if (CostHeader.Read(http.Request.Headers) is null)
        {
            await RefuseAsync(http, CostHeader.Refusal);
            return null;
        }

        if (!PurposeHeader.IsReadable(http.Request.Headers))
        {
            await RefuseAsync(http, PurposeHeader.Refusal);
            return null;
        }

        if (!IdempotencyKeyHeader.IsReadable(http.Request.Headers))
        {
            await RefuseAsync(http, IdempotencyKeyHeader.Refusal);
            return null;
        }

        foreach (var transport in transports)
        {
            if (transport.Accepts(http.Request))
            {
                return (transport, caller);
            }
        }

        http.Response.Headers.Allow = "GET, POST";
        await RefuseAsync(http, new RequestRefusal(
            RefusalReason.MethodNotAllowed, "GraphQL requests come by GET or POST.", ErrorCode.RequestInvalid));
        return null;
    }

    ValueTask RefuseAsync(HttpContext http, RequestRefusal refusal) =>
        _writer.WriteAsync(http, refusal, MediaTypeOf(http.Request));

    async ValueTask FailAsync(HttpContext http, Exception exception)
    {
        var response = Fault.Respond(exception, logger);
        if (http.Response.HasStarted || http.Response.BodyWriter.UnflushedBytes > 0)
        {
            // Half a response cannot be told from a whole one but by a connection that breaks.
            http.Abort();
            return;
        }

        http.Response.Clear();
        await _writer.WriteAsync(http, response, MediaTypeOf(http.Request));
    }

    // A connection that breaks while the body is read or the answer written is told before the request is aborted.
    static bool HasLeft(Exception exception, HttpContext http) =>
        exception is ConnectionResetException or ConnectionAbortedException
        || (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested);

    static MediaType MediaTypeOf(HttpRequest request) =>
        MediaType.Choose(request.Headers.Accept, out _) ?? MediaType.Json;
}
