using System.Data.Common;
using System.Diagnostics;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Server.Security;

namespace GraphApi.Server.Transport;

/// <summary>
/// What a client is told where we failed: never what it was, but the trace id that finds it in the log.
/// </summary>
static class Fault
{
    /// <summary>Whether a fault is the database's or the token issuer's that does not answer, and not ours.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception is DbException or KeysUnavailableException
            or GraphQLException { Error.Code: ErrorCode.Unavailable or ErrorCode.Timeout };

    /// <summary>Logs a fault and makes the response that hides it.</summary>
    public static GraphQLResponse Respond(Exception exception, ILogger logger)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        GraphQLError error;
        if (IsUnavailable(exception))
        {
            if (exception is KeysUnavailableException)
            {
                Log.TokenNotChecked(logger, traceId, exception);
            }
            else
            {
                Log.DatabaseFailed(logger, traceId, exception);
            }

            error = new GraphQLError(
                "The service is not available at the moment. Try again later.", ErrorCode.Unavailable);
        }
        else
        {
            Log.RequestFailed(logger, traceId, exception);
            error = new GraphQLError("Unexpected Execution Error", ErrorCode.Internal);
        }

        return new GraphQLResponse(ResponseKind.Failed, error with
        {
            Extensions = new Dictionary<string, object?> { ["traceId"] = traceId },
        });
    }
}
