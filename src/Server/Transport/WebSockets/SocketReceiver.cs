using System.Buffers;
using System.Net.WebSockets;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// Receives whole messages. A connection on which nothing comes holds no buffer: there is one from the first byte of a
/// message until it was read. Mutable; one reader.
/// </summary>
sealed class SocketReceiver(WebSocket socket, int maxBytes, TimeProvider time) : IDisposable
{
    const int FirstBufferBytes = 4_096;

    byte[]? _buffer;
    long _since;

    /// <summary>How long a message is on its way already; zero: none is.</summary>
    public TimeSpan Receiving => Volatile.Read(ref _since) is not 0 and var since
        ? time.GetElapsedTime(since)
        : TimeSpan.Zero;

    /// <summary>
    /// The next text message, valid until the next call; or why the connection is to be closed; or neither, where the
    /// client closes it. Throws <see cref="WebSocketException"/> where it breaks.
    /// </summary>
    public async ValueTask<(ReadOnlyMemory<byte>? Text, CloseReason? Refusal)> ReceiveAsync()
    {
        Release();

        // Without a buffer this waits until there is something to read.
        var received = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            return (null, null);
        }

        Volatile.Write(ref _since, time.GetTimestamp());
        var length = 0;
        while (!received.EndOfMessage)
        {
            if (received.MessageType == WebSocketMessageType.Binary)
            {
                break;
            }

            if (length > maxBytes)
            {
                return (null, CloseReason.MessageTooBig);
            }

            received = await socket.ReceiveAsync(MakeRoom(length), CancellationToken.None);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return (null, null);
            }
        }

        Volatile.Write(ref _since, 0);
        return received.MessageType == WebSocketMessageType.Binary
                ? (null, CloseReason.BadMessage("Invalid message: messages are text"))
            : length > maxBytes ? (null, CloseReason.MessageTooBig)
            : (_buffer.AsMemory(0, length), null);
    }

    /// <summary>Waits for the client to close the connection, whatever else it sends.</summary>
    public async ValueTask DrainAsync()
    {
        Volatile.Write(ref _since, 0);
        while ((await socket.ReceiveAsync(MakeRoom(0), CancellationToken.None)).MessageType
            != WebSocketMessageType.Close)
        {
            // It is not read any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    Memory<byte> MakeRoom(int length)
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        }
        else if (length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(length);
    }

    void Release()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
    }
}
