using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using GraphApi.Server;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;

namespace GraphApi.Benchmarks;

/// <summary>
/// What the server allocates for a request of the feed page, Kestrel included, and what that is. The server runs in
/// this process, on the configured database; the client is a socket that allocates nothing.
/// </summary>
static class FeedAllocations
{
    const int Warmup = 2_000;
    const int Requests = 2_000;

    public static async Task RunAsync()
    {
        var configuration = ServerConfiguration.Load();
        var options = ServerOptions.Read(configuration, isDevelopment: true);
        await using var module = ServeCommand.Open(options);
        await using var app = ServerApplication.Create(
            options,
            configuration,
            loggers => ServeCommand.CreateService(options, module, loggers),
            module.IsReadyAsync,
            "http://127.0.0.1:0",
            TimeProvider.System);
        await app.StartAsync();
        var token = (await File.ReadAllTextAsync(Path.Combine(options.DataDirectory, "token"))).Trim();
        using var client = new FeedClient(new Uri(app.Urls.Single()).Port, token);
        client.Send(Warmup);

        // The bytes are counted without the sampler, whose events allocate too.
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        client.Send(Requests);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;
        using var sampler = new AllocationSampler();
        client.Send(Requests * 5);
        Console.WriteLine($"A request of the feed page (20 products) allocates {bytes:N0} bytes; of these");
        foreach (var (type, share) in sampler.Shares.Take(20))
        {
            Console.WriteLine($"{share,8:P1} {share * bytes,10:N0}  {type}");
        }
    }

    sealed class FeedClient : IDisposable
    {
        readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
        readonly byte[] _request;
        readonly byte[] _buffer = new byte[1024 * 1024];

        public FeedClient(int port, string token)
        {
            var query = File.ReadAllText(Path.Combine(
                Environment.GetEnvironmentVariable("GRAPHAPI_BENCH_REQUESTS") ?? "bench/load/requests", "feed.graphql"));
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
                do
                {
                    length += _socket.Receive(_buffer, length, _buffer.Length - length, SocketFlags.None);
                }
                while (!_buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8));
                if (i == 0 && !_buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
                {
                    throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, length));
                }
            }
        }

        public void Dispose() => _socket.Dispose();
    }
}
