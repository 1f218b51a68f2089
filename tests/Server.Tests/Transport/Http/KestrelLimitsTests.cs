using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>What is refused before there is a request, byte for byte.</summary>
public sealed class KestrelLimitsTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_request_line_that_is_too_long_is_414() => Assert.StartsWith(
        "HTTP/1.1 414 URI Too Long",
        await SendAsync($"GET /graphql?query={new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Headers_that_are_too_long_are_431() => Assert.StartsWith(
        "HTTP/1.1 431 Request Header Fields Too Large",
        await SendAsync(
            $"GET /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {new string('a', 40_000)}\r\n\r\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Content-Length: 10\r\nContent-Length: 20")]
    [InlineData("Content-Length: -1")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    public async Task A_body_whose_length_cannot_be_told_is_400(string headers) => Assert.StartsWith(
        "HTTP/1.1 400 Bad Request",
        await SendAsync(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + headers + "\r\n\r\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_ends_early_is_no_fault_of_the_server(bool isReset)
    {
        var server = await ToyServer.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var client = await ConnectAsync(server);
            await WriteAsync(
                client,
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 99\r\n\r\n{\"query\":\"{ gree");
            client.LingerState = new LingerOption(isReset, 0);
        }

        Assert.Equal(
            HttpStatusCode.OK, (await server.PostAsync("""{"query":"{ greeting }"}""")).Status);

        // Stopped, it has served whatever it began.
        await server.DisposeAsync();
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_408()
    {
        using var client = await ConnectAsync(_server);
        await WriteAsync(
            client,
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");

        var answer = await ReadAsync(client.GetStream());

        Assert.StartsWith("HTTP/1.1 408 Request Timeout", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            """{"errors":[{"message":"The request body came too slowly.","extensions":{"code":"HC0009"}}]}""",
            answer,
            StringComparison.Ordinal);
    }

    async Task<string> SendAsync(string request)
    {
        using var client = await ConnectAsync(_server);
        await WriteAsync(client, request);
        return await ReadAsync(client.GetStream());
    }

    static async Task<TcpClient> ConnectAsync(ToyServer server)
    {
        var client = new TcpClient();
        var address = server.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        return client;
    }

    static ValueTask WriteAsync(TcpClient client, string request) =>
        client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

    static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[4_096];
        var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
