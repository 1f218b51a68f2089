using System.Globalization;
using System.Net.WebSockets;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>Why a WebSocket is closed: the code and the text of its close frame, at most 123 bytes.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">What the client's developer is told.</param>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
sealed record CloseReason(int Code, string Text)
{
    /// <summary>The server stops; whoever comes again finds another one.</summary>
    public static readonly CloseReason GoingAway = new(1001, "Going away");

    /// <summary>A message is larger than allowed.</summary>
    public static readonly CloseReason MessageTooBig = new(1009, "Message too big");

    /// <summary>The caller has as many connections as he may.</summary>
    public static readonly CloseReason TooManyConnections = new(1013, "Too many connections");

    /// <summary>There was a subscription before the connection was acknowledged.</summary>
    public static readonly CloseReason Unauthorized = new(4401, "Unauthorized");

    /// <summary>The token has expired, and every operation was told.</summary>
    public static readonly CloseReason TokenExpired = new(4401, "Token expired");

    /// <summary>The credentials are refused.</summary>
    public static readonly CloseReason Forbidden = new(4403, "Forbidden");

    /// <summary>The client speaks another protocol.</summary>
    public static readonly CloseReason SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");

    /// <summary>The connection was not initialised in time.</summary>
    public static readonly CloseReason InitTimeout = new(4408, "Connection initialisation timeout");

    /// <summary>The connection was initialised again.</summary>
    public static readonly CloseReason TooManyInits = new(4429, "Too many initialisation requests");

    /// <summary>We failed.</summary>
    public static readonly CloseReason InternalError = new(4500, "Internal server error");

    /// <summary>The code as the class library knows it.</summary>
    public WebSocketCloseStatus Status => (WebSocketCloseStatus)Code;

    /// <summary>The answer to the close frame of a client, which has the same code.</summary>
    public static CloseReason Answer(WebSocketCloseStatus? status) =>
        new(status is { } code && ((int)code is 1000 or 1001 or (>= 3000 and < 5000)) ? (int)code : 1000, "");

    /// <summary>A message is none of the protocol's.</summary>
    public static CloseReason BadMessage(string text) => new(4400, text);

    /// <summary>An id is in use.</summary>
    /// <param name="id">The id; what does not fit is cut off.</param>
    public static CloseReason IdExists(string id)
    {
        const int Most = 24;
        var shown = id.Length <= Most ? id : string.Concat(id.AsSpan(0, Most - 1), "…");
        return new(4409, string.Create(CultureInfo.InvariantCulture, $"Subscriber for {shown} already exists"));
    }
}
