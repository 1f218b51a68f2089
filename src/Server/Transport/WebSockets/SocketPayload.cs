using System.Buffers;
using System.Text.Json;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>Payloads of messages that are about the connection.</summary>
static class SocketPayload
{
    /// <summary>Where subscriptions can go on, by id: <c>{"cursors":{"ID":"CURSOR"}}</c>.</summary>
    public static ReadOnlyMemory<byte> Cursors(IReadOnlyList<(string Id, string Cursor)> cursors) => Write(writer =>
    {
        writer.WriteStartObject("cursors"u8);
        foreach (var (id, cursor) in cursors)
        {
            writer.WriteString(id, cursor);
        }

        writer.WriteEndObject();
    });

    /// <summary>
    /// Whether a new token was taken, and until when the present one is believed (not told of none):
    /// <c>{"renewed":true,"expiresAt":"TIME"}</c>.
    /// </summary>
    public static ReadOnlyMemory<byte> Renewal(bool isRenewed, DateTimeOffset? expires) => Write(writer =>
    {
        writer.WriteBoolean("renewed"u8, isRenewed);
        if (expires is { } end)
        {
            writer.WriteString("expiresAt"u8, end.UtcDateTime);
        }
    });

    static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeMembers)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenMemory;
    }
}
