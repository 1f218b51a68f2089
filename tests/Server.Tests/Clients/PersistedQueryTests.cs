using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Clients;

/// <summary>Automatic persisted queries, as Apollo's client uses them.</summary>
public sealed class PersistedQueryTests(ProductServer server) : IClassFixture<ProductServer>
{
    [Fact]
    public async Task Apollo_Client_registers_a_document_and_sends_its_hash_from_then_on()
    {
        var output = await Npm.RunAsync(
            "apollo-persisted.mjs", server.Endpoint.ToString(), server.Token("partner-hospital"));

        var ran = JsonNode.Parse(output)!;
        var total = (int)ran["totals"]![0]!;
        Assert.True(total > 0);
        Assert.Equal(
            $$"""{"requests":["GET hash","POST hash query","GET hash"],"totals":[{{total}},{{total}}],"persisted":[null,true,null]}""",
            output);
    }
}
