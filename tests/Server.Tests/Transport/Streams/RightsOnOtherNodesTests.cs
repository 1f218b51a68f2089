using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Distribution;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Engine;
using GraphApi.Harness;
using GraphApi.Server.Commands;
using GraphApi.Server.Tests.Transport.WebSockets;
using Npgsql;

namespace GraphApi.Server.Tests.Transport.Streams;

/// <summary>
/// Rights that one node takes away end on another one, two nodes on one PostgreSQL: at once where the other hears of
/// it, and within 30 seconds whatever it hears. The clock is the tests'.
/// </summary>
public sealed class RightsOnOtherNodesTests : IAsyncLifetime
{
    const string Partner = "partner-hospital";
    const string Feed = "subscription { feedChanges { kind } }";
    const string WhoAmI = """{"query":"{ me { person { id revision } } }"}""";

    readonly FakeTime _clock = new();
    PostgresDatabase _database = null!;
    DistributionModule _here = null!;
    DistributionModule _there = null!;
    GraphQLEngine _engine = null!;
    ToyServer _server = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Postgres.CreateDatabaseAsync("two_nodes", async connectionString =>
        {
            await using var module = DistributionModule.Create(new DistributionOptions
            {
                ConnectionString = connectionString,
                CursorKeys = [new byte[32]],
                Time = new FakeTime(),
            });
            await module.MigrateAsync(Cancellation);
            await module.SeedAsync(SeedSize.S, replace: false, progress: null, Cancellation);
        });
        _here = DistributionModule.Create(Options("here"));
        _engine = new GraphQLEngine(_here.Schema, authorizer: _here.Authorizer);

        // It polls once an hour: what it knows sooner it has heard, or looked for.
        _there = DistributionModule.Create(
            Options("there") with
            {
                ChangePollInterval = TimeSpan.FromHours(1),
                HeartbeatInterval = TimeSpan.FromHours(1),
            });
        _server = await ToyServer.StartAsync(
            createService: (options, loggers) => ServeCommand.CreateService(options, _there, loggers),
            clock: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _there.DisposeAsync();
        await _here.DisposeAsync();
        await _database.DisposeAsync();
    }

    DistributionOptions Options(string node) => new()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(_database.ConnectionString)
        {
            ApplicationName = node,
        }.ConnectionString,
        CursorKeys = [new byte[32]],
        Time = _clock,
    };

    // The claims of a principal, as one that just signed in with a method that cannot be phished.
    Dictionary<string, object> ClaimsOf(string principal)
    {
        var claims = DemonstrationPrincipals.Find(principal)!.Claims.GroupBy(claim => claim.Type).ToDictionary(
            same => same.Key,
            same => same.Count() > 1 ? same.Select(claim => claim.Value).ToArray() : (object)same.Single().Value);
        claims["acr"] = "phr";
        claims["auth_time"] = _clock.GetUtcNow().ToUnixTimeSeconds();
        return claims;
    }

    async Task<JsonElement> AskHereAsync(string principal, string document, object? variables)
    {
        var claims = ClaimsOf(principal).SelectMany(claim => claim.Value is string[] many
            ? many.Select(value => new Claim(claim.Key, value))
            : [new Claim(claim.Key, $"{claim.Value}")]);
        await using var session = await _here.OpenSessionAsync(
            new ClaimsPrincipal(new ClaimsIdentity(claims, "test")),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var response = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables),
                Session = session,
            },
            Cancellation);
        Assert.Empty(response.Errors);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.GetProperty("data");
    }

    // Suspends or reinstates the partner on the node here; his person's id is asked for where he has rights.
    async Task ChangeHereAsync(string mutation, string id, int revision)
    {
        var data = await AskHereAsync(
            "administrator",
            $$"""
            mutation($id: ID!, $revision: Int!) {
              {{mutation}}(input: { id: $id, revision: $revision, reason: "{{Newsroom.Reason}}" }) {
                errors { __typename }
              }
            }
            """,
            new { id, revision });
        Assert.Equal(JsonValueKind.Null, data.GetProperty(mutation).GetProperty("errors").ValueKind);
    }

    async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    // Nothing is written into the log, and nobody is told.
    async Task SuspendPastTheServerAsync() => Assert.Equal(1, await CountAsync(
        "WITH suspended AS (UPDATE people SET status = 'Suspended' "
        + $"WHERE subject = '{Partner}' RETURNING 1) SELECT count(*) FROM suspended"));

    // What the node there answers to a request of the partner's.
    async Task<(string? Id, int Revision)> WhoThereAsync(string token)
    {
        var answer = await _server.PostAsync(WhoAmI, token: token);
        var person = JsonNode.Parse(answer.Body)!["data"]?["me"]?["person"];
        return ((string?)person?["id"], (int?)person?["revision"] ?? 0);
    }

    async Task<(ToySocket Socket, string Cursor)> SubscribedAsync(string token)
    {
        var socket = await ToySocket.ReadyAsync(_server, token);
        await socket.SubscribeAsync("a", Feed);
        var told = JsonNode.Parse(await socket.ReceiveAsync())!;
        return (socket, (string)told["payload"]!["cursors"]!["a"]!);
    }

    static async Task AssertEndedAsync(ToySocket socket)
    {
        var end = JsonNode.Parse(await socket.ReceiveNoPingAsync())!;
        var extensions = end["payload"]?[0]?["extensions"];
        Assert.Equal(
            ("error", "AUTH_NOT_AUTHENTICATED", true),
            ((string?)end["type"], (string?)extensions?["code"], extensions?["cursor"] is not null));
    }

    [Fact]
    public async Task A_node_that_hears_of_it_ends_streams_and_requests_at_once_and_the_cursor_leads_on()
    {
        var token = _server.Token(ClaimsOf(Partner));
        var (socket, cursor) = await SubscribedAsync(token);
        await using var open = socket;
        var (id, revision) = await WhoThereAsync(token);

        await ChangeHereAsync("suspendPrincipal", id!, revision);
        await AssertEndedAsync(socket);
        Assert.Null((await WhoThereAsync(token)).Id);

        // What is published while he is suspended is there when he comes back with his rights.
        var story = await new Newsroom(async (who, document, variables) => JsonSerializer.SerializeToElement(new
        {
            data = await AskHereAsync(who!.Split(',')[0], document, variables),
        })).IssueAsync("Synthetic product of the pause");
        await ChangeHereAsync("reinstatePrincipal", id!, revision + 1);
        await Eventually.HoldsAsync(async () => (await WhoThereAsync(token)).Id == id);
        await socket.SubscribeAsync(
            "b", $"subscription {{ feedChanges(after: \"{cursor}\") {{ kind product {{ publicNumber }} }} }}");
        Assert.Contains(
            $"{{\"kind\":\"PUBLISHED\",\"product\":{{\"publicNumber\":\"{story.PublicNumber}\"}}}}",
            await socket.ReceiveNoPingAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_cut_off_from_the_word_listens_again_and_loses_nothing()
    {
        var token = _server.Token(ClaimsOf(Partner));
        var (socket, _) = await SubscribedAsync(token);
        await using var open = socket;
        var (id, revision) = await WhoThereAsync(token);
        Assert.Equal(1, await CountAsync(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            + "WHERE application_name = 'there' AND query LIKE 'LISTEN%' AND datname = current_database()"));
        await ChangeHereAsync("suspendPrincipal", id!, revision);

        // It says to itself that something may have moved, once it listens again.
        await AssertEndedAsync(socket);
        Assert.Null((await WhoThereAsync(token)).Id);
    }

    [Theory]
    [InlineData("feedChanges")]
    [InlineData("newBulletins")]
    public async Task A_node_that_hears_nothing_at_all_ends_them_within_thirty_seconds(string field)
    {
        var token = _server.Token(ClaimsOf(Partner));
        await using var socket = await ToySocket.ReadyAsync(_server, token);
        await socket.SubscribeAsync("a", $"subscription {{ {field} {{ kind }} }}");
        await socket.ReceiveAsync();
        Assert.NotNull((await WhoThereAsync(token)).Id);

        await SuspendPastTheServerAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        await AssertEndedAsync(socket);
        Assert.Null((await WhoThereAsync(token)).Id);
    }

    [Fact]
    public async Task Server_sent_events_end_within_thirty_seconds_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(
            $$"""{"query":"{{Feed}}"}""", System.Text.Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _server.Token(ClaimsOf(Partner)));
        using var response = await _server.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        while (await reader.ReadLineAsync(Cancellation) is not ['i', 'd', ':', ..])
        {
            // Until he is told where he stands.
        }

        await SuspendPastTheServerAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        var rest = await reader.ReadToEndAsync(Cancellation);
        Assert.Contains("\"code\":\"AUTH_NOT_AUTHENTICATED\",\"cursor\":\"", rest, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", rest, StringComparison.Ordinal);
    }
}
