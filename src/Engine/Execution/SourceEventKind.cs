namespace GraphApi.Engine.Execution;

/// <summary>What a source stream, or a response stream, says.</summary>
public enum SourceEventKind
{
    /// <summary>Something happened: the subscriber is sent a response.</summary>
    Event,

    /// <summary>
    /// Nothing happened that the subscriber is told of: he may go on from a newer cursor, and is sent no response.
    /// </summary>
    Heartbeat,

    /// <summary>
    /// Events were missed and cannot be sent any more: the subscriber is told, and the stream goes on.
    /// </summary>
    Discontinuity,

    /// <summary>The stream ends, for a reason the subscriber is told. Nothing follows.</summary>
    End,
}
