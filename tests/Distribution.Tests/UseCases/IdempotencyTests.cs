using System.Buffers;
using System.Text.Json;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Tests.AccessGrants;
using GraphApi.Distribution.UseCases;
using GraphApi.Engine;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.UseCases;

/// <summary>A mutation that comes with an idempotency key is done once, however often it is sent.</summary>
public abstract class IdempotencyTests(DistributionHost host)
{
    const string Document = """
        mutation($id: ID!, $minutes: Int!) {
          first: requestAccessGrant(
            input: {
              kind: BREAK_GLASS, scope: { product: $id }, minutes: $minutes, reason: "A synthetic reason, kept."
            }
          ) { accessGrant { id state } errors { __typename ... on Error { message } } }
        }
        """;

    readonly GrantScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_is_told_again_and_not_done_again()
    {
        var variables = await VariablesAsync(0);
        var key = $"{Guid.NewGuid()}";
        var first = await SendAsync(key, variables);
        Assert.Equal("REQUESTED", Grant(first).GetProperty("state").GetString());
        Assert.Equal(first.GetRawText(), (await SendAsync(key, variables)).GetRawText());

        // What it led to is read as it is now.
        await _scene.MutateAsync(GrantScene.Administrator, "endAccessGrant", new
        {
            id = Grant(first).GetProperty("id").GetString(),
            revision = 1,
            reason = GrantScene.Reason,
        });
        Assert.Equal("WITHDRAWN", Grant(await SendAsync(key, variables)).GetProperty("state").GetString());
        Assert.Single(await _scene.EventsAsync(Grant(first).GetProperty("id").GetString()!), step =>
            step.Step == AccessGrantStep.Request);
    }

    [Fact]
    public async Task What_was_refused_is_refused_again_in_the_same_words()
    {
        var variables = await VariablesAsync(1, minutes: 999);
        var key = $"{Guid.NewGuid()}";
        var refused = await SendAsync(key, variables);
        Assert.Equal(
            """
            {"accessGrant":null,"errors":[{"__typename":"InvalidInputError","message":"It lasts 1 to 240 minutes."}]}
            """.Trim(),
            refused.GetProperty("data").GetProperty("first").GetRawText());
        Assert.Equal(refused.GetRawText(), (await SendAsync(key, variables)).GetRawText());
    }

    [Fact]
    public async Task A_key_is_for_one_request_of_one_principal()
    {
        var variables = await VariablesAsync(2);
        var key = $"{Guid.NewGuid()}";
        var first = Grant(await SendAsync(key, variables));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await SendAsync(key, await VariablesAsync(3))));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await SendAsync(key, variables, document: Document + "\n")));

        // Also under another name in the response, beside the first or instead of it.
        var renamed = Document.Replace("first:", "renamed:", StringComparison.Ordinal);
        Assert.Equal(
            "IDEMPOTENCY_KEY_REUSED", CodeOf(await SendAsync(key, await VariablesAsync(3), document: renamed)));
        var more = Document[..^1] + renamed[renamed.IndexOf("renamed:", StringComparison.Ordinal)..];
        var both = await SendAsync(key, await VariablesAsync(3), document: more);
        Assert.Equal(
            ["IDEMPOTENCY_KEY_REUSED", "IDEMPOTENCY_KEY_REUSED"],
            both.GetProperty("errors").EnumerateArray()
                .Select(error => error.GetProperty("extensions").GetProperty("code").GetString()));

        // Another's key of the same name is another key.
        var other = await SendAsync(key, variables, GrantScene.Auditor);
        Assert.Equal(
            "NotPermittedError",
            other.GetProperty("data").GetProperty("first").GetProperty("errors")[0].GetProperty("__typename")
                .GetString());
        await _scene.MutateAsync(GrantScene.Administrator, "endAccessGrant", new
        {
            id = first.GetProperty("id").GetString(),
            revision = 1,
            reason = GrantScene.Reason,
        });
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_half_way_the_rest_is_done()
    {
        const string both = """
            mutation($id: ID!, $other: ID!) {
              first: requestAccessGrant(
                input: { kind: BREAK_GLASS, scope: { product: $id }, minutes: 5, reason: "A synthetic reason, kept." }
              ) { accessGrant { id } errors { __typename } }
              second: requestAccessGrant(
                input: {
                  kind: BREAK_GLASS, scope: { product: $other }, minutes: 5, reason: "A synthetic reason, kept."
                }
              ) { accessGrant { id } errors { __typename } }
            }
            """;
        var products = await _scene.ProductsAsync(6);
        var variables = new { id = GrantScene.IdOf(products[4]), other = GrantScene.IdOf(products[5]) };
        var key = $"{Guid.NewGuid()}";
        var whole = await SendAsync(key, variables, document: both);

        // As if the process had died between the two.
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            await context.Set<IdempotencyRecord>().Where(record => record.Key == key && record.Path == "second")
                .ExecuteDeleteAsync(Stop);
        }

        var again = (await SendAsync(key, variables, document: both)).GetProperty("data");
        Assert.Equal(
            whole.GetProperty("data").GetProperty("first").GetRawText(), again.GetProperty("first").GetRawText());
        Assert.Equal(
            "StateConflictError",
            again.GetProperty("second").GetProperty("errors")[0].GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_are_told_so_or_to_wait()
    {
        var variables = await VariablesAsync(6);
        var key = $"{Guid.NewGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAsync(key, variables))));
        var done = answers.Where(answer => !answer.TryGetProperty("errors", out var _))
            .Select(answer => Grant(answer).GetProperty("id").GetString()).ToList();
        Assert.NotEmpty(done);
        Assert.Single(done.Distinct());
        Assert.All(
            answers.Where(answer => answer.TryGetProperty("errors", out var _)),
            answer => Assert.Equal("IDEMPOTENCY_IN_PROGRESS", CodeOf(answer)));
        Assert.Equal(done[0], Grant(await SendAsync(key, variables)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_a_key_it_is_done_whenever_it_comes()
    {
        var variables = await VariablesAsync(7);
        Grant(await SendAsync(null, variables));
        var second = await SendAsync(null, variables);
        Assert.Equal(
            "StateConflictError",
            second.GetProperty("data").GetProperty("first").GetProperty("errors")[0].GetProperty("__typename")
                .GetString());
    }

    async Task<object> VariablesAsync(int product, int minutes = 60) =>
        new { id = GrantScene.IdOf((await _scene.ProductsAsync(product + 1))[product]), minutes };

    async Task<JsonElement> SendAsync(
        string? key, object variables, string who = GrantScene.Administrator, string document = Document)
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(who), address: null, AccessChannel.GraphqlHttp, purpose: null, Stop);
        var response = await host.Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables),
                Session = session,
                IdempotencyKey = key,
            },
            Stop);
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    static JsonElement Grant(JsonElement answer) => GrantScene.Grant(answer.GetProperty("data").GetProperty("first"));

    static string? CodeOf(JsonElement answer) =>
        Assert.Single(answer.GetProperty("errors").EnumerateArray())
            .GetProperty("extensions").GetProperty("code").GetString();
}

public sealed class SqliteIdempotencyTests(SqliteHost host) : IdempotencyTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresIdempotencyTests(PostgresHost host) : IdempotencyTests(host), IClassFixture<PostgresHost>;
