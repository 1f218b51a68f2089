namespace GraphApi.Server.Transport.WebSockets;

/// <summary>The messages that clients send.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
enum SocketMessageKind
{
    /// <summary><c>connection_init</c>: the first one, with the credentials.</summary>
    ConnectionInit,

    /// <summary><c>ping</c>: asks for a pong; may bring a new token.</summary>
    Ping,

    /// <summary><c>pong</c>: answers a ping.</summary>
    Pong,

    /// <summary><c>subscribe</c>: starts an operation, of whatever kind.</summary>
    Subscribe,

    /// <summary><c>complete</c>: ends an operation.</summary>
    Complete,
}
