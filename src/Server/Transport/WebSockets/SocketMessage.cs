using System.Buffers;
using System.Text.Json;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>One message of a client.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The operation it is about; null: none.</param>
/// <param name="Payload">The bytes of its payload, a JSON object; empty: none. They are the reader's buffer.</param>
readonly record struct SocketMessage(SocketMessageKind Kind, string? Id, ReadOnlySequence<byte> Payload)
{
    const int MaxIdLength = 256;

    /// <summary>
    /// Reads a message; what is wrong with it, where it is none: a text for the close frame. Members are given once.
    /// </summary>
    public static (SocketMessage Message, string? Problem) Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            return ReadMembers(new ReadOnlySequence<byte>(text));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (default, "Invalid message: it is no JSON object");
        }
    }

    /// <summary>
    /// The credentials in the payload of an initialisation or a ping, of the members named as the headers are; null:
    /// there are none.
    /// </summary>
    public (string Authorization, string? Proof)? Credentials { get; private init; }

    static (string Authorization, string? Proof)? ReadCredentials(ReadOnlySequence<byte> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var payload = JsonElement.Parse(text.ToArray(), RequestMembers.ObjectOptions);
        return TextOf("Authorization") is { } authorization ? (authorization, TextOf("DPoP")) : null;

        string? TextOf(string name)
        {
            foreach (var member in payload.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                    && member.Value.ValueKind == JsonValueKind.String)
                {
                    return member.Value.GetString();
                }
            }

            return null;
        }
    }

    static (SocketMessage Message, string? Problem) ReadMembers(ReadOnlySequence<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return (default, "Invalid message: it is no JSON object");
        }

        string? type = null, id = null;
        var payload = ReadOnlySequence<byte>.Empty;
        var (types, ids, payloads) = (0, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                types++;
                reader.Read();
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                ids++;
                reader.Read();
                id = reader.TokenType == JsonTokenType.String ? reader.GetString() : "";
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                payloads++;
                reader.Read();
                var start = reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    reader.Skip();
                    payload = text.Slice(start, reader.BytesConsumed - start);
                }
                else if (reader.TokenType != JsonTokenType.Null)
                {
                    return (default, "Invalid message: the payload is no object");
                }
            }
            else
            {
                reader.Read();
            }

            reader.Skip();
        }

        // Reads on, so that anything after the end is found, which throws.
        reader.Read();
        return types > 1 || ids > 1 || payloads > 1
            ? (default, "Invalid message: a member is given more than once")
            : Check(type, id, payload);
    }

    static (SocketMessage Message, string? Problem) Check(string? type, string? id, ReadOnlySequence<byte> payload)
    {
        SocketMessageKind? kind = type switch
        {
            "connection_init" => SocketMessageKind.ConnectionInit,
            "ping" => SocketMessageKind.Ping,
            "pong" => SocketMessageKind.Pong,
            "subscribe" => SocketMessageKind.Subscribe,
            "complete" => SocketMessageKind.Complete,
            _ => null,
        };
        return kind switch
        {
            null => (default, "Invalid message: its type is none that a client sends"),
            SocketMessageKind.Subscribe or SocketMessageKind.Complete when id is not { Length: > 0 and <= MaxIdLength }
                => (default, $"Invalid message: the id must be a string of 1 to {MaxIdLength} characters"),
            SocketMessageKind.Subscribe when payload.IsEmpty
                => (default, "Invalid message: a subscription needs a payload"),
            SocketMessageKind.ConnectionInit or SocketMessageKind.Ping => (
                new SocketMessage(kind.Value, id, payload) { Credentials = ReadCredentials(payload) }, null),
            { } known => (new SocketMessage(known, id, payload), null),
        };
    }
}
