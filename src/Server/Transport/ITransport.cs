using GraphApi.Server.Security;

namespace GraphApi.Server.Transport;

/// <summary>One way in which GraphQL requests come in and responses go out.</summary>
interface ITransport
{
    /// <summary>
    /// Whether this transport takes the request. Called for each request, in the order of <see cref="Transports"/>.
    /// </summary>
    bool Accepts(HttpRequest request);

    /// <summary>
    /// Reads the request, runs it and answers. <paramref name="caller"/> is not refused.
    /// </summary>
    ValueTask ServeAsync(HttpContext http, Caller caller);
}
