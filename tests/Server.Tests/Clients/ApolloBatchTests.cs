using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Clients;

/// <summary>Apollo's BatchHttpLink, which sends an array and needs one back.</summary>
public sealed class ApolloBatchTests
{
    [Fact]
    public async Task What_Apollo_Client_asks_at_once_takes_one_HTTP_request()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { Batching = new BatchingOptions { Enabled = true } },
        });

        Assert.Equal(
            """{"requests":1,"results":["Hello A","Not today.","Hello B"]}""",
            await Npm.RunAsync("apollo-batch.mjs", server.Client.BaseAddress + "graphql"));
    }
}
