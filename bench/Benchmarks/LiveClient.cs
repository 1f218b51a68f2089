using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GraphApi.Benchmarks;

/// <summary>
/// A subscriber over a WebSocket, by hand, so that the clients take next to nothing of what the server has to run on.
/// </summary>
sealed class LiveClient : IDisposable
{
    const string Handshake =
        "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";

    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] _buffer = new byte[4_096];
    int _length;

    /// <summary>Subscribes; returns when the first cursor is there, and so whatever comes then is told.</summary>
    public async Task BeginAsync(int port, string token, string document)
    {
        await _socket.ConnectAsync("127.0.0.1", port);
        await _socket.SendAsync(Encoding.ASCII.GetBytes(Handshake));
        do
        {
            _length += await _socket.ReceiveAsync(_buffer.AsMemory(_length));
        }
        while (_buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8) < 0);
        _length = 0;
        await SendAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } });
        await ExpectAsync("connection_ack");
        await SendAsync(new { id = "1", type = "subscribe", payload = new { query = document } });
        await ExpectAsync("ping");
        await SendAsync(new { type = "pong" });
    }

    /// <summary>Returns when the next event is there; throws where another message comes that is none.</summary>
    public async Task NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.Contains("\"type\":\"next\"", StringComparison.Ordinal))
            {
                if (!message.Contains("\"text\":\"", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(message);
                }

                return;
            }

            if (!message.Contains("\"type\":\"ping\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(message);
            }

            await SendAsync(new { type = "pong" });
        }
    }

    public void Dispose() => _socket.Dispose();

    async Task ExpectAsync(string type)
    {
        var message = await ReceiveAsync();
        if (!message.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(message);
        }
    }

    async Task<string> ReceiveAsync()
    {
        while (true)
        {
            if (Frame() is var (start, size) && size >= 0)
            {
                var message = Encoding.UTF8.GetString(_buffer, start, size);
                _buffer.AsSpan(start + size, _length - start - size).CopyTo(_buffer);
                _length -= start + size;
                return message;
            }

            var received = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
            _length += received;
            if (received == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }
        }
    }

    /// <summary>Where the first frame has its payload, and how long that is; -1: it is not all there.</summary>
    (int Start, int Size) Frame()
    {
        if (_length < 4)
        {
            return (0, -1);
        }

        var (start, size) = _buffer[1] == 126
            ? (4, BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(2)))
            : (2, _buffer[1]);
        return start + size <= _length ? (start, size) : (start, -1);
    }

    async Task SendAsync<T>(T message)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(message);
        // Masked with zeros, which changes nothing.
        byte[] head = text.Length < 126
            ? [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0]
            : [0x81, 0xFE, (byte)(text.Length >> 8), (byte)text.Length, 0, 0, 0, 0];
        await _socket.SendAsync((byte[])[.. head, .. text]);
    }
}
