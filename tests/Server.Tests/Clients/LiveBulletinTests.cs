using System.Text.Json.Nodes;
using GraphApi.Harness;
using GraphApi.Server.Tests.Transport.WebSockets;

namespace GraphApi.Server.Tests.Clients;

/// <summary>A partner's screen, from what is published to what it shows: the whole server, over a WebSocket.</summary>
public sealed class LiveBulletinTests(ProductServer server) : IClassFixture<ProductServer>
{
    static readonly string[] Products = [.. Repository.Lines("docs/import/products.jsonl")
        .Where(line => line.Length > 0)];

    static string Subscription(string? after = null) =>
        $"subscription {{ newBulletins{(after is null ? "" : $"(after: \"{after}\")")} "
        + "{ kind product { publicNumber currentVersion { title { text } } } } }";

    async Task<ToySocket> OpenAsync(string token)
    {
        var socket = await ToySocket.OpenAsync(new UriBuilder(server.Endpoint) { Scheme = "ws" }.Uri);
        await socket.SendAsync(new JsonObject
        {
            ["type"] = "connection_init",
            ["payload"] = new JsonObject { ["Authorization"] = "Bearer " + token },
        }.ToJsonString());
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());
        return socket;
    }

    static async Task<JsonNode> NextAsync(ToySocket socket)
    {
        var message = JsonNode.Parse(await socket.ReceiveNoPingAsync())!;
        Assert.True((string?)message["type"] == "next", message.ToJsonString());
        return message["payload"]!;
    }

    static string? Title(JsonNode payload) =>
        (string?)payload["data"]?["newBulletins"]?["product"]?["currentVersion"]?["title"]?["text"];

    [Fact]
    public async Task What_is_published_while_a_screen_is_away_is_there_when_it_comes_back()
    {
        foreach (var file in new[] { "centers", "organizations", "lists" })
        {
            await server.ImportAsync(Repository.Lines($"docs/import/{file}.jsonl"));
        }

        var token = server.TokenOfImported("example-water-engineer");
        string cursor;
        await using (var screen = await OpenAsync(token))
        {
            await screen.SubscribeAsync("a", Subscription());

            // It is subscribed once it is told where it stands.
            Assert.StartsWith(
                "{\"type\":\"ping\",\"payload\":{\"cursors\":{\"a\":",
                await screen.ReceiveAsync(),
                StringComparison.Ordinal);
            await server.ImportAsync([Products[0]]);
            var first = await NextAsync(screen);
            Assert.Equal("Remote access of contractors misused at water utilities (synthetic)", Title(first));
            cursor = (string)first["extensions"]!["cursor"]!;
            screen.Socket.Abort();
        }

        await server.ImportAsync([Products[1]]);
        await using var again = await OpenAsync(token);
        await again.SubscribeAsync("b", Subscription(cursor));
        var missed = await NextAsync(again);
        Assert.Equal("PUBLISHED", (string?)missed["data"]!["newBulletins"]!["kind"]);
        Assert.NotEqual("Remote access of contractors misused at water utilities (synthetic)", Title(missed));
    }
}
