using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Server.Transport.Streams;

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

    /// <summary>Where its subscription can go on once it was sent; null: it is no event.</summary>
    public string? Cursor { get; init; }

    /// <summary>Of a ping: where subscriptions can go on; null: it tells nothing.</summary>
    public IReadOnlyList<(SocketOperation Operation, string Cursor)>? Positions { get; init; }

    /// <summary>Of an error that ends a subscription: what it tells; null: it has its payload.</summary>
    public GraphQLError? Reason { get; init; }

    /// <summary>
    /// What is sent of it now that its turn has come; null: nothing. What waited for a slow reader is not sent to one
    /// who lost his rights meanwhile, and he can go on after what he was sent.
    /// </summary>
    public Outgoing? Settle()
    {
        if (Positions is not null)
        {
            return this with { Payload = TellPositions(Positions) };
        }

        if (Operation is not { } operation)
        {
            return this;
        }

        if (operation.IsCompleted || (Cursor is not null && operation.Withholds()))
        {
            return null;
        }

        operation.SentCursor = Cursor ?? operation.SentCursor;
        return Reason is null
            ? this
            : this with
            {
                Payload = StreamPayload.ErrorsOf(operation.HasWithheld
                ? ResponseStream.After(Reason, operation.SentCursor)
                : Reason)
            };
    }

    static ReadOnlyMemory<byte> TellPositions(IReadOnlyList<(SocketOperation Operation, string Cursor)> positions)
    {
        var told = new List<(string Id, string Cursor)>(positions.Count);
        foreach (var (operation, cursor) in positions)
        {
            if (!operation.IsCompleted && !operation.Withholds())
            {
                operation.SentCursor = cursor;
                told.Add((operation.Id, cursor));
            }
        }

        return told.Count == 0 ? default : SocketPayload.Cursors(told);
    }

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
