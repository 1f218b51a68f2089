namespace GraphApi.Server.Transport.Streams;

/// <summary>A connection that stays open: a WebSocket, or a stream of server-sent events.</summary>
interface IOpenStream
{
    /// <summary>
    /// Called a few times a second by the one timer that all connections share, never twice at a time: does what is
    /// due, and does not wait.
    /// </summary>
    void Beat();

    /// <summary>Called once when the node is about to stop: tells the client where to go on, and ends.</summary>
    void Stop();
}
