using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Sse;
using GraphApi.Server.Transport.Streams;
using GraphApi.Server.Transport.WebSockets;

namespace GraphApi.Server.Transport;

/// <summary>The transports in the order in which they are asked.</summary>
static class Transports
{
    /// <summary>Every way in.</summary>
    public static IReadOnlyList<ITransport> All(
        GraphQLService service,
        Authenticator authenticator,
        TransportOptions options,
        OpenStreams streams,
        ILoggerFactory loggers) =>
    [
        new WebSocketTransport(service, authenticator, options, streams, loggers),
        new SseTransport(service, options, streams),
        new PostTransport(service, options),
        new GetTransport(service, options),
    ];
}
