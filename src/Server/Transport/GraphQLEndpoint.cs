using GraphApi.Engine.Errors;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>
/// The endpoint /graphql: finds out who calls, and lets the first transport that accepts the request serve it.
/// </summary>
sealed class GraphQLEndpoint(IReadOnlyList<ITransport> transports, ILogger<GraphQLEndpoint> logger)
{
    /// <summary>
    /// Serves a request. Nothing that fails below leaves this method, or tells the client what it was.
    /// </summary>
    public async Task ServeAsync(HttpContext http)
    {
        try
        {
            await ServeAcceptedAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log.ClientLeft(logger);
        }
        catch (Exception exception)
        {
            await FailAsync(http, exception);
        }
    }

    async ValueTask ServeAcceptedAsync(HttpContext http)
    {
        var caller = await Caller.OfAsync(http);
        if (caller.Refusal is { } error)
        {
            caller.Challenge(http.Response);
            await RefuseAsync(http, new RequestRefusal(StatusCodes.Status401Unauthorized, error));
            return;
        }

        foreach (var transport in transports)
        {
            if (transport.Accepts(http.Request))
            {
                await transport.ServeAsync(http, caller.Principal);
                return;
            }
        }

        http.Response.Headers.Allow = "GET, POST";
        await RefuseAsync(http, new RequestRefusal(
            StatusCodes.Status405MethodNotAllowed, "GraphQL requests come by GET or POST.", ErrorCode.RequestInvalid));
    }

    static ValueTask RefuseAsync(HttpContext http, RequestRefusal refusal) =>
        http.Response.WriteAsync(refusal, MediaTypeOf(http.Request), http.RequestAborted);

    async ValueTask FailAsync(HttpContext http, Exception exception)
    {
        var response = Fault.Respond(exception, logger);
        if (http.Response.HasStarted)
        {
            // Half a response cannot be told from a whole one but by a connection that breaks.
            http.Abort();
            return;
        }

        http.Response.Clear();
        await http.Response.WriteAsync(response, MediaTypeOf(http.Request), http.RequestAborted);
    }

    static MediaType MediaTypeOf(HttpRequest request) =>
        MediaType.Choose(request.Headers.Accept, out _) ?? MediaType.Json;
}
