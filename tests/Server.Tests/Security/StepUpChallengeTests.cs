using System.Net;

namespace GraphApi.Server.Tests.Security;

/// <summary>What is answered where a better sign-in is needed.</summary>
public sealed class StepUpChallengeTests
{
    const string Challenge =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"Sign in again.\", "
        + "acr_values=\"phr phrh\", max_age=\"900\"";

    [Fact]
    public async Task A_field_that_asks_for_a_better_sign_in_is_null_and_the_response_says_how()
    {
        await using var server = await ToyServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{ guarded greeting }"}""");
        answer.Is(
            HttpStatusCode.OK,
            """{"errors":[{"message":"Sign in again.","locations":[{"line":1,"column":3}],"path":["guarded"],"extensions":{"code":"AUTH_STEP_UP_REQUIRED","coordinate":"Query.guarded","acr_values":"phr phrh","max_age":900}}],"data":{"guarded":null,"greeting":"Hello you"}}""");
        Assert.Equal(Challenge, answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Other_errors_challenge_nobody()
    {
        await using var server = await ToyServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{ refused }"}""");
        Assert.Contains("Not today.", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("WWW-Authenticate", answer.Headers.Keys);
    }

    [Fact]
    public async Task In_a_batch_one_is_enough()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { Batching = options.Transport.Batching with { Enabled = true } },
        });
        var answer = await server.PostAsync("""[{"query":"{ greeting }"},{"query":"{ guarded }"},{"query":"{ greeting }"}]""");
        Assert.Equal((HttpStatusCode.OK, Challenge), (answer.Status, answer.Headers["WWW-Authenticate"]));
    }
}
