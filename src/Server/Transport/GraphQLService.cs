using System.Security.Claims;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>What transports run requests on: an engine, and sessions for its steps. Knows no product.</summary>
/// <param name="engine">Runs requests against the schema.</param>
/// <param name="openSession">Opens what a request's steps need.</param>
/// <param name="exploration">Whether introspection and SDL are open.</param>
sealed class GraphQLService(GraphQLEngine engine, SessionOpener openSession, bool exploration)
{
    /// <summary>The engine.</summary>
    public GraphQLEngine Engine { get; } = engine;

    /// <summary>Whether introspection, SDL and the IDE are open.</summary>
    public bool Exploration { get; } = exploration;

    /// <summary>
    /// The engine's limits as configured; what it masks for the client is logged with the client's trace id.
    /// </summary>
    public static EngineOptions EngineOptionsOf(ServerOptions options, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger<GraphQLService>();
        return new EngineOptions
        {
            Suggestions = options.Exploration,
            ExecutionTimeout = options.Transport.ExecutionTimeout,
            OnFault = (fault, traceId) => Log.RequestFailed(logger, traceId, fault),
        };
    }

    /// <summary>Runs a request and writes its response in <paramref name="mediaType"/>.</summary>
    public async ValueTask AnswerAsync(
        HttpContext http,
        ClaimsPrincipal? principal,
        RequestParameters parameters,
        MediaType mediaType,
        bool queriesOnly)
    {
        var cancellationToken = http.RequestAborted;
        await using var session = await openSession(principal, cancellationToken);
        var request = new GraphQLRequest
        {
            Document = parameters.Query,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Session = session,
            QueriesOnly = queriesOnly,
            AllowIntrospection = Exploration,
        };
        var response = await Engine.ExecuteAsync(request, cancellationToken);
        await http.Response.WriteAsync(response, HttpStatus.Of(response, mediaType), mediaType, cancellationToken);
    }
}
