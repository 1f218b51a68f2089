using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GraphApi.Benchmarks;

/// <summary>
/// Asks for the feed page over a socket of its own and allocates nothing. The document and the token are in the files
/// that the environment names.
/// </summary>
sealed class FeedClient : IDisposable
{
    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    readonly byte[] _request;
    readonly byte[] _buffer = new byte[1024 * 1024];

    public FeedClient(int port)
    {
        var token = File.ReadAllText(Environment.GetEnvironmentVariable("GRAPHAPI_BENCH_TOKEN")!).Trim();
        var query = File.ReadAllText(Environment.GetEnvironmentVariable("GRAPHAPI_BENCH_FEED")!);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
        var head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Accept: application/graphql-response+json\r\n"
            + $"Authorization: Bearer {token}\r\nContent-Length: {body.Length}\r\n\r\n";
        _request = [.. Encoding.ASCII.GetBytes(head), .. body];
        _socket.NoDelay = true;
        _socket.Connect("127.0.0.1", port);
    }

    /// <summary>Sends the request so often, one after another, and reads each response to its end.</summary>
    public void Send(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _socket.Send(_request);
            var length = 0;
            var expected = int.MaxValue;
            while (length < expected)
            {
                length += _socket.Receive(_buffer, length, _buffer.Length - length, SocketFlags.None);
                expected = expected == int.MaxValue ? ExpectedLength(_buffer.AsSpan(0, length)) : expected;
            }

            if (i == 0 && !_buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, length));
            }
        }
    }

    // The head and what its Content-Length says.
    static int ExpectedLength(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        var field = received.IndexOf("Content-Length: "u8);
        return head >= 0 && field >= 0
            && Utf8Parser.TryParse(received[(field + "Content-Length: "u8.Length)..], out int length, out _)
                ? head + 4 + length
                : int.MaxValue;
    }

    public void Dispose() => _socket.Dispose();
}
