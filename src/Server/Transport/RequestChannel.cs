namespace GraphApi.Server.Transport;

/// <summary>How a request came in and its answer goes out.</summary>
enum RequestChannel
{
    /// <summary>One answer to one HTTP request.</summary>
    Http,

    /// <summary>Messages of a WebSocket.</summary>
    WebSocket,

    /// <summary>Server-sent events.</summary>
    ServerSentEvents,
}
