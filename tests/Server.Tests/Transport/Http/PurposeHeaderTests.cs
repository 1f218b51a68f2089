using System.Net;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>What a caller says he reads for, over HTTP.</summary>
public sealed class PurposeHeaderTests
{
    const string Greeting = "/graphql?query={greeting}";

    [Theory]
    [InlineData("x")]
    [InlineData(" Case 2026-17, threat assessment ")]
    public async Task A_purpose_that_can_be_kept_changes_nothing_of_the_answer(string purpose)
    {
        await using var server = await ToyServer.StartAsync();

        (await server.SendAsync(HttpMethod.Get, Greeting, headers: ("Access-Purpose", purpose)))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
        (await server.SendAsync(HttpMethod.Get, Greeting, headers: ("Access-Purpose", new string('a', 200))))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task One_that_cannot_be_kept_is_refused_and_nothing_runs(string purpose)
    {
        await using var server = await ToyServer.StartAsync();

        var answer = await server.SendAsync(HttpMethod.Get, Greeting, headers: ("Access-Purpose", purpose));

        answer.IsError(
            HttpStatusCode.BadRequest,
            "The header 'Access-Purpose' must be one line of 1 to 200 printable ASCII characters.",
            "HC0009");
        Assert.Equal((0, 0), server.Sessions);
    }
}
