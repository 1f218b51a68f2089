using System.Text.Json;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Clients;

/// <summary>
/// A partner's programs with the clients that others wrote, over the whole server: they follow what there is to follow,
/// lose their connections, come back, and show who they are.
/// </summary>
public sealed class LiveClientsTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string Told =
        "{\"newBulletins\":[\"PUBLISHED Synthetic first\",\"PUBLISHED Synthetic second\",\"complete\"],"
        + "\"feedChanges\":[\"PUBLISHED Synthetic first\",\"PUBLISHED Synthetic second\",\"PUBLISHED Synthetic third\","
        + "\"RECALLED FACTUAL_ERROR\"],\"recalls\":[\"RECALLED FACTUAL_ERROR\"]}";

    [Theory]
    // One connection for all of it, and one after it broke.
    [InlineData("live-ws.mjs", 2)]
    // One for each subscription.
    [InlineData("live-sse.mjs", 6)]
    public async Task A_program_goes_on_where_its_connection_broke(string script, int connections)
    {
        var newsroom = new Newsroom(AskAsync);
        var stories = new Dictionary<string, Newsroom.Story>();
        var told = await Npm.TalkAsync(
            script,
            async question =>
            {
                var (verb, title) = (question.Split(' ', 2)[0], question.Split(' ', 2)[1]);
                if (verb == "publish")
                {
                    stories[title] = await newsroom.IssueAsync(title);
                }
                else
                {
                    await newsroom.RecallAsync(stories[title]);
                }

                return "done";
            },
            server.Endpoint.ToString(),
            server.Token("partner-hospital"));
        Assert.Equal($"{{\"connections\":{connections},\"told\":{Told}}}", told);
    }

    [Fact]
    public async Task Credentials_come_with_the_connection_and_a_mutation_is_made_once_whatever_breaks()
    {
        const string Administrator = "administrator, stepped up";
        var product = (await new Newsroom(AskAsync).DataAsync(
            "supervisor", "{ feed(first: 1) { nodes { id } } }", null))
            .GetProperty("feed").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        var told = await Npm.TalkAsync(
            "credentials-ws.mjs",
            async question =>
            {
                if (question.Split(' ') is ["bind", var thumbprint])
                {
                    return server.BoundToken("administrator", thumbprint);
                }

                await Eventually.HoldsAsync(async () => (await AskAsync(
                    Administrator, "{ accessGrants(first: 1) { nodes { id } } }", null))
                    .GetProperty("data").GetProperty("accessGrants").GetProperty("nodes").GetArrayLength() == 1);
                return "there";
            },
            server.Endpoint.ToString(),
            server.Token(Administrator),
            product);
        Assert.Equal(
            """
            {
              "nobody": { "me": null },
              "person": { "me": { "kind": "PERSON" } },
              "forged": "4403 Forbidden",
              "nonsense": "4403 Forbidden",
              "bound": { "me": { "kind": "PERSON" } },
              "anew": { "me": { "kind": "PERSON" } },
              "again": "4403 Forbidden",
              "bare": "4403 Forbidden",
              "unproven": "4403 Forbidden",
              "otherMethod": "4403 Forbidden",
              "connections": 2,
              "once": true,
              "other": "StateConflictError",
              "reused": ["IDEMPOTENCY_KEY_REUSED"]
            }
            """,
            Indented(told));
    }

    // As it stands above: each member on a line.
    static string Indented(string json) => "{\n" + string.Join(",\n", JsonDocument.Parse(json).RootElement
        .EnumerateObject()
        .Select(member => $"  \"{member.Name}\": {Spaced(member.Value)}")) + "\n}";

    static string Spaced(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? $"{{ {string.Join(", ", value.EnumerateObject().Select(one => $"\"{one.Name}\": {Spaced(one.Value)}"))} }}"
        : value.GetRawText();

    async Task<JsonElement> AskAsync(string? principal, string document, object? variables)
    {
        var answer = await server.AskAsync(
            principal, document, variables is null ? null : JsonSerializer.Serialize(variables));
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
