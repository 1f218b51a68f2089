using System.Data.Common;

namespace GraphApi.Server.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, else 503. Neither says anything of
/// what is inside.
/// </summary>
static class HealthEndpoints
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints, ReadinessProbe isReady, TimeProvider time)
    {
        var loggers = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>();
        var logger = loggers.CreateLogger(typeof(HealthEndpoints));
        RequestDelegate live = http => AnswerAsync(http, isHealthy: true, "live");
        RequestDelegate ready = async http =>
            await AnswerAsync(http, await IsReadyAsync(isReady, time, logger, http.RequestAborted), "ready");
        endpoints.MapMethods("/health/live", Methods, live);
        endpoints.MapMethods("/health/ready", Methods, ready);
    }

    static async Task<bool> IsReadyAsync(
        ReadinessProbe isReady, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await isReady(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException)
        {
            Log.DatabaseCheckFailed(logger, exception);
            return false;
        }
    }

    static Task AnswerAsync(HttpContext http, bool isHealthy, string healthy)
    {
        http.Response.StatusCode = isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(isHealthy ? $$"""{"status":"{{healthy}}"}""" : """{"status":"unavailable"}""");
    }
}
