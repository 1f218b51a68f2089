using System.Net;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The same answers over HTTP/2, which frames bodies in another way.</summary>
public sealed class HttpVersionTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ToyServer.StartAsync(kestrel: [new("Kestrel:EndpointDefaults:Protocols", "Http2")]);
        _server.Client.DefaultRequestVersion = HttpVersion.Version20;
        _server.Client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(1, null)]
    [InlineData(1, "br")]
    [InlineData(50_000, null)]
    [InlineData(50_000, "br")]
    public async Task Answers_of_every_size_come_whole(int times, string? acceptEncoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent(
                $$"""{"query":"{ greeting(times: {{times}}) }"}""", null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);

        using var response = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (response.StatusCode, response.Version));
        Assert.Equal(response.Content.Headers.ContentLength, bytes.Length);
        Assert.Equal(
            acceptEncoding is not null && times > 1 ? "br" : null,
            response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.InRange(bytes.Length, 20, 24 + (acceptEncoding is null || times == 1 ? times * 9 : 5_000));
    }
}
