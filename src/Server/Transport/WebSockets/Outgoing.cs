using System.Text.Json;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// A message that waits to be sent. It refers to its payload, which may be that of thousands of subscribers, and is
/// written only when it is sent.
/// </summary>
/// <param name="Type">Its type.</param>
/// <param name="Operation">The operation it is about; null: none.</param>
/// <param name="Payload">Its payload as JSON; empty: it has none.</param>
readonly record struct Outgoing(JsonEncodedText Type, SocketOperation? Operation, ReadOnlyMemory<byte> Payload)
{
    /// <summary><c>connection_ack</c>.</summary>
    public static readonly JsonEncodedText ConnectionAck = JsonEncodedText.Encode("connection_ack");

    /// <summary><c>ping</c>.</summary>
    public static readonly JsonEncodedText Ping = JsonEncodedText.Encode("ping");

    /// <summary><c>pong</c>.</summary>
    public static readonly JsonEncodedText Pong = JsonEncodedText.Encode("pong");

    /// <summary><c>next</c>: a response.</summary>
    public static readonly JsonEncodedText Next = JsonEncodedText.Encode("next");

    /// <summary><c>error</c>: a list of errors, with which the operation ends.</summary>
    public static readonly JsonEncodedText Error = JsonEncodedText.Encode("error");

    /// <summary><c>complete</c>: the end of an operation.</summary>
    public static readonly JsonEncodedText Complete = JsonEncodedText.Encode("complete");

    /// <summary>Bytes it may have at most.</summary>
    public int MaxLength => 64 + Payload.Length + (Operation?.EncodedId.EncodedUtf8Bytes.Length ?? 0);

    /// <summary>Writes it; returns how many bytes it has.</summary>
    public int WriteTo(Span<byte> output)
    {
        var rest = output;
        Put(ref rest, "{"u8);
        if (Operation is { } operation)
        {
            Put(ref rest, "\"id\":\""u8);
            Put(ref rest, operation.EncodedId.EncodedUtf8Bytes);
            Put(ref rest, "\","u8);
        }

        Put(ref rest, "\"type\":\""u8);
        Put(ref rest, Type.EncodedUtf8Bytes);
        Put(ref rest, "\""u8);
        if (!Payload.IsEmpty)
        {
            Put(ref rest, ",\"payload\":"u8);
            Put(ref rest, Payload.Span);
        }

        Put(ref rest, "}"u8);
        return output.Length - rest.Length;
    }

    static void Put(ref Span<byte> rest, ReadOnlySpan<byte> text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }
}
