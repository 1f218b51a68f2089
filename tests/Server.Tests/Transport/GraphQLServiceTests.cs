using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Transport;

namespace GraphApi.Server.Tests.Transport;

/// <summary>What is around an operation: the session it runs on, and the time all of it has.</summary>
public sealed class GraphQLServiceTests
{
    const string Greeting = """{"query":"{ greeting }"}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_does_not_read_holds_no_session(bool isBatch)
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { Batching = new BatchingOptions { Enabled = true } },
        });
        // More than the buffers of both ends hold.
        const string large = """{"query":"{ greeting(times: 1600000) }"}""";
        var body = isBatch ? $"[{large}]" : large;
        using var client = new TcpClient { ReceiveBufferSize = 4_096 };
        var address = server.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {body.Length}\r\n\r\n{body}"),
            TestContext.Current.CancellationToken);

        // The first bytes of the answer are there, and nobody takes them.
        await Eventually(() => client.Available > 0);

        Assert.Equal((1, 1), server.Sessions);
        (await server.PostAsync(Greeting)).Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
    }

    [Fact]
    public async Task Opening_a_session_counts_for_the_time_limit()
    {
        await using var server = await StartAsync(
            source: null,
            async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                throw new UnreachableException();
            });

        (await server.PostAsync(Greeting)).IsError(
            HttpStatusCode.ServiceUnavailable, "The operation took longer than the allowed 0.2 seconds.", "HC0045");
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choosing_a_document_counts_for_the_time_limit()
    {
        var source = new TrustedSource(
            _ => Task.FromResult<IReadOnlyList<(string, string)>>([("slow", new string('a', 64))]),
            async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                throw new UnreachableException();
            });
        await using var server = await StartAsync(source, (_, _) => throw new UnreachableException());

        (await server.PostAsync("""{"documentId":"slow"}""")).IsError(
            HttpStatusCode.ServiceUnavailable, "The operation took longer than the allowed 0.2 seconds.", "HC0045");
    }

    static Task<ToyServer> StartAsync(TrustedSource? source, SessionOpener openSession) => ToyServer.StartAsync(
        options => options with
        {
            Transport = options.Transport with { ExecutionTimeout = TimeSpan.FromMilliseconds(200) },
        },
        (options, loggers) =>
        {
            var engine = new GraphQLEngine(ToySchema.Create(), GraphQLService.EngineOptionsOf(options, loggers));
            return new GraphQLService(
                engine,
                DocumentSelector.Open(options.Documents, engine, source, TimeProvider.System, loggers),
                openSession,
                options.Exploration,
                loggers);
        });

    static async Task Eventually(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
