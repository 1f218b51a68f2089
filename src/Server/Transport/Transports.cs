using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>The transports in the order in which they are asked.</summary>
static class Transports
{
    /// <summary>Every way in.</summary>
    public static IReadOnlyList<ITransport> All(GraphQLService service, TransportOptions options) =>
    [
        new PostTransport(service, options),
        new GetTransport(service, options),
    ];
}
