using System.Net;

namespace GraphApi.Server.Tests.Health;

/// <summary>What an orchestrator is told.</summary>
public sealed class HealthEndpointsTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_lives_whatever_the_database_does()
    {
        _server.DatabaseAnswers = false;

        (await _server.GetAsync("/health/live")).Is(HttpStatusCode.OK, """{"status":"live"}""");
    }

    [Fact]
    public async Task It_is_ready_while_the_database_answers()
    {
        (await _server.GetAsync("/health/ready")).Is(HttpStatusCode.OK, """{"status":"ready"}""");

        _server.DatabaseAnswers = false;
        var lost = await _server.GetAsync("/health/ready");
        _server.DatabaseAnswers = true;
        var found = await _server.GetAsync("/health/ready");

        lost.Is(HttpStatusCode.ServiceUnavailable, """{"status":"unavailable"}""");
        Assert.Equal("no-store", lost.Headers["Cache-Control"]);
        found.Is(HttpStatusCode.OK, """{"status":"ready"}""");
    }

    [Fact]
    public async Task A_head_request_is_answered() =>
        Assert.Equal(HttpStatusCode.OK, (await _server.SendAsync(HttpMethod.Head, "/health/ready")).Status);
}
