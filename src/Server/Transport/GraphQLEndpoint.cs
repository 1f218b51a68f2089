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
        catch (GraphQLException exception) when (exception.Error.Code == ErrorCode.Unavailable)
        {
            Log.DatabaseFailed(logger, TraceId(http), exception);
            await FailAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCode.Unavailable);
        }
        catch (DbException exception)
        {
            Log.DatabaseFailed(logger, TraceId(http), exception);
            await FailAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCode.Unavailable);
        }
        catch (Exception exception)
        {
            Log.RequestFailed(logger, TraceId(http), exception);
            await FailAsync(http, StatusCodes.Status500InternalServerError, ErrorCode.Internal);
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

    static async ValueTask FailAsync(HttpContext http, int status, string code)
    {
        if (http.Response.HasStarted)
        {
            // Half a response cannot be told from a whole one but by a connection that breaks.
            http.Abort();
            return;
        }

        var message = status == StatusCodes.Status503ServiceUnavailable
            ? "The service is not available at the moment. Try again later."
            : "Unexpected Execution Error";
        var error = new GraphQLError(message, code)
        {
            Extensions = new Dictionary<string, object?> { ["traceId"] = TraceId(http) },
        };
        http.Response.Clear();
        await RefuseAsync(http, new RequestRefusal(status, error));
    }

    static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
