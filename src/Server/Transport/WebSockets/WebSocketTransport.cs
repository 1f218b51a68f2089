using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Streams;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// The handshake of a WebSocket, on which the sub-protocol <c>graphql-transport-ws</c> is spoken.
/// </summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
sealed class WebSocketTransport(
    GraphQLService service,
    Authenticator authenticator,
    TransportOptions options,
    OpenStreams streams,
    ILoggerFactory loggers) : ITransport
{
    /// <summary>The sub-protocol.</summary>
    public const string Subprotocol = "graphql-transport-ws";

    readonly HttpResponseWriter _writer = new(options);
    readonly ILogger _logger = loggers.CreateLogger<WebSocketTransport>();

    /// <inheritdoc/>
    public bool Accepts(HttpRequest request) => request.HttpContext.WebSockets.IsWebSocketRequest;

    /// <inheritdoc/>
    public async ValueTask ServeAsync(HttpContext http, Caller caller)
    {
        if (!IsAllowed(http.Request))
        {
            await _writer.WriteAsync(
                http,
                new RequestRefusal(
                    RefusalReason.Forbidden,
                    "A page of this origin may not open a WebSocket here.",
                    ErrorCode.OriginNotAllowed),
                MediaType.Json);
            return;
        }

        var (place, refusal) = streams.Enter(
            Spender.Of(caller.Principal, http.Connection.RemoteIpAddress), isPending: true);
        if (place is null)
        {
            await _writer.WriteAsync(http, refusal!, MediaType.Json);
            return;
        }

        using (place)
        {
            // Not compressed: what is secret and what somebody else wrote would be guessed from the sizes, and every
            // connection would hold the window of a compressor.
            var isSpoken = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
            using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = isSpoken ? Subprotocol : null,
                KeepAliveInterval = Timeout.InfiniteTimeSpan,
            });
            using var opened = new GraphQLSocket(
                http, socket, place, caller, service, authenticator, options, streams.Time, _logger);
            await opened.RunAsync(isSpoken ? null : CloseReason.SubprotocolNotAcceptable);
        }
    }

    // Browsers do not keep pages from opening WebSockets anywhere: they only say which page it was.
    bool IsAllowed(HttpRequest request)
    {
        var origins = request.Headers[HeaderNames.Origin];
        return origins.Count == 0
            || (origins is [{ } origin]
                && (origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
                    || options.AllowedOrigins.Contains(origin)));
    }
}
