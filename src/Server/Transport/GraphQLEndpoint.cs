using System.Data.Common;
using System.Diagnostics;
using GraphApi.Engine.Errors;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>
/// The endpoint /graphql: finds out who calls, and lets the first transport that accepts the request serve it.
/// </summary>
sealed class GraphQLEndpoint(IReadOnlyList<ITransport> transports, ILogger<GraphQLEndpoint> logger)
{
    static readonly RequestRefusal Unavailable = new(
        StatusCodes.Status503ServiceUnavailable,
        "The service is not available at the moment. Try again later.",
        ErrorCode.Unavailable);

    static readonly RequestRefusal Unexpected = new(
        StatusCodes.Status500InternalServerError, "Unexpected Execution Error", ErrorCode.Internal);

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
        catch (GraphQLException exception)
            when (exception.Error.Code is ErrorCode.Unavailable or ErrorCode.Timeout)
        {
            await FailAsync(http, Unavailable, exception);
        }
        catch (DbException exception)
        {
            await FailAsync(http, Unavailable, exception);
        }
        catch (Exception exception)
        {
            await FailAsync(http, Unexpected, exception);
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
        http.Response.WriteAsync(
            refusal, MediaType.Choose(http.Request.Headers.Accept, out _) ?? MediaType.Json, http.RequestAborted);

    async ValueTask FailAsync(HttpContext http, RequestRefusal refusal, Exception exception)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            Log.DatabaseFailed(logger, traceId, exception);
        }
        else
        {
            Log.RequestFailed(logger, traceId, exception);
        }

        if (http.Response.HasStarted)
        {
            // Half a response cannot be told from a whole one but by a connection that breaks.
            http.Abort();
            return;
        }

        var error = refusal.Error with { Extensions = new Dictionary<string, object?> { ["traceId"] = traceId } };
        http.Response.Clear();
        await RefuseAsync(http, refusal with { Error = error });
    }
}
