using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Changes;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>
/// A recall reaches everybody who received the product, whatever he lost since: each way of losing access, for a
/// person, for the people of an organization and for a machine client that are recipients, on each way by which they
/// look.
/// </summary>
public abstract class FormerRecipientsTests(DistributionHost host)
{
    const string Message = "Do not use this product any more (synthetic).";

    // What each of them is by name: a person who received it himself, one of an organization that did, software.
    const string Person = "partner-water";
    const string Employee = "partner-business";
    const string Client = "client-isac";

    const string Recalled = "RECALLED";

    static readonly string[] Everybody = [Person, Employee, Client];

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(LossOfAccess.MembershipEnded))]
    [InlineData(nameof(LossOfAccess.OrganizationSuspended))]
    [InlineData(nameof(LossOfAccess.OrganizationOffboarded))]
    [InlineData(nameof(LossOfAccess.AgreementEnded))]
    [InlineData(nameof(LossOfAccess.RequirementNotMet))]
    [InlineData(nameof(LossOfAccess.TokenWithoutScope))]
    [InlineData(nameof(LossOfAccess.MovedToAnotherEmployer))]
    [InlineData(nameof(LossOfAccess.Superseded))]
    public async Task A_recall_reaches_who_lost_his_access(string how)
    {
        var loss = new LossOfAccess(host, how);
        var product = await DeliveredAsync(loss);
        var streams = Everybody.ToDictionary(who => who, who => Subscribe(who, loss));
        try
        {
            var cursors = new Dictionary<string, string>();
            foreach (var who in Everybody)
            {
                await streams[who].BegunAsync();
                cursors[who] = await CursorAsync(who, loss);
            }

            await loss.HappenAsync(Everybody, product);
            var notice = await RecallAsync(product, loss);

            foreach (var who in Everybody.Where(loss.Reaches))
            {
                await AssertToldAsync(who, loss, notice, cursors[who], streams[who]);
            }

            if (!loss.Reaches(Employee))
            {
                Assert.Equal([], await NoticesAsync(Employee, loss, notice));
            }
        }
        finally
        {
            foreach (var stream in streams.Values)
            {
                await stream.DisposeAsync();
            }

            await loss.UndoAsync();
        }
    }

    [Fact]
    public async Task Who_loses_access_after_the_recall_and_before_he_looked_is_told_of_it_as_such()
    {
        var loss = new LossOfAccess(host, nameof(LossOfAccess.OrganizationSuspended));
        var product = await _scene.ProductAsync("partner-fire");
        var stream = Subscribe("partner-fire", loss);
        await stream.BegunAsync();
        var (before, changes) = (stream.Cursor, await CursorAsync("partner-fire", loss));
        await stream.DisposeAsync();
        var correction = await _scene.RecalledAsync(product, "NONE", kind: "CORRECTION_NOTICE");
        product = await ReadAsync(product);
        var notice = await _scene.RecalledAsync(product);
        await loss.HappenAsync(["partner-fire"], product);
        try
        {
            await using var after = Subscribe("partner-fire", loss, before);
            Assert.Equal(
                [("METADATA_CHANGED", correction), ("RECALLED", notice)],
                [await TakeAsync(after), await TakeAsync(after)]);
            var told = await ChangesAsync("partner-fire", loss, changes);
            Assert.Equal(
                [("METADATA_CHANGED", correction), ("RECALLED", notice)],
                told.Where(change => change.Notice is not null).Select(change => (change.Kind, change.Notice!)));
        }
        finally
        {
            await loss.UndoAsync();
        }
    }

    [Fact]
    public async Task A_correction_and_what_becomes_of_it_reach_who_lost_his_access()
    {
        var loss = new LossOfAccess(host, nameof(LossOfAccess.OrganizationOffboarded));
        var product = await DeliveredAsync(loss);
        var streams = Everybody.Select(who => Subscribe(who, loss)).ToList();
        try
        {
            foreach (var stream in streams)
            {
                await stream.BegunAsync();
            }

            await loss.HappenAsync(Everybody, product);
            var notice = await _scene.RecalledAsync(product, "NONE", kind: "CORRECTION_NOTICE");
            foreach (var stream in streams)
            {
                Assert.Equal(("METADATA_CHANGED", notice), await TakeAsync(stream));
            }

            RecallScene.Done(await _scene.CloseAsync(RecallScene.Director, notice, 1), "recallNotice");
            foreach (var stream in streams)
            {
                Assert.Equal(("METADATA_CHANGED", notice), await TakeAsync(stream));
            }
        }
        finally
        {
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }

            await loss.UndoAsync();
        }
    }

    [Fact]
    public async Task What_comes_with_a_recall_is_the_recall_alone()
    {
        var loss = new LossOfAccess(host, nameof(LossOfAccess.OrganizationSuspended));
        var product = await DeliveredAsync(loss);
        await loss.HappenAsync(Everybody, product);
        try
        {
            await RecallAsync(product, loss);
            foreach (var who in Everybody)
            {
                var data = await DataAsync(
                    who, loss, "{ me { principals } products { totalCount } myDeliveries { totalCount } }");
                var publicly = await host.DataAsync(
                    null, "{ me { principals } products { totalCount } myDeliveries { totalCount } }");
                Assert.Equal(publicly.GetRawText(), data.GetRawText());
                foreach (var field in new[] { "feedChanges", "newBulletins" })
                {
                    await using var refused = Subscribe(who, loss, field: field);
                    var end = await refused.NextAsync();
                    Assert.Equal((SourceEventKind.End, "AUTH_NOT_AUTHENTICATED"), (end.Kind, end.Code));
                }
            }
        }
        finally
        {
            await loss.UndoAsync();
        }
    }

    [Theory]
    [InlineData("partner-suspended")]
    [InlineData("client-suspended")]
    public async Task Who_cannot_sign_in_is_told_nothing_and_no_stream_is_open_to_him(string who)
    {
        var product = await _scene.ProductAsync("supervisor");
        await (who == "client-suspended"
            ? _scene.DeliverAsync(product, client: (await _scene.ClientAsync(who)).Id)
            : _scene.DeliverAsync(product, person: (await _scene.PersonAsync(who)).Id));
        var notice = await _scene.RecalledAsync(product);
        Assert.Equal(JsonValueKind.Null, (await _scene.NoticeAsync(who, notice)).ValueKind);
        var refused = await Assert.ThrowsAsync<GraphQLException>(() => host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(who), address: null, AccessChannel.GraphqlSse, purpose: null, Stop).AsTask());
        Assert.Equal("AUTH_NOT_AUTHENTICATED", refused.Error.Code);
    }

    [Fact]
    public async Task Staff_who_left_their_center_are_told_what_is_recalled_from_them()
    {
        var person = (await _scene.PersonAsync("analyst-elsewhere")).Id;
        var product = await _scene.ProductAsync("supervisor");
        await _scene.DeliverAsync(product, person: person);
        var loss = new LossOfAccess(host, nameof(LossOfAccess.RoleEnded));
        await loss.HappenAsync(["analyst-elsewhere"], product);
        try
        {
            var notice = await _scene.RecalledAsync(product);
            Assert.Equal([notice], await NoticesAsync("analyst-elsewhere", loss, notice));
            var mine = await _scene.MineAsync("analyst-elsewhere", notice);
            RecallScene.Done(await _scene.RespondAsync("analyst-elsewhere", mine, "DESTROYED"), "recallResponse");
        }
        finally
        {
            await loss.UndoAsync();
        }
    }

    async Task AssertToldAsync(
        string who, LossOfAccess loss, string notice, string cursor, LiveSubscriber stream)
    {
        // The stream that was open while he lost his access goes on, and so does one that begins where that stood.
        var before = stream.Cursor;
        Assert.Equal((Recalled, notice), await TakeAsync(stream));
        await using (var again = Subscribe(who, loss, before))
        {
            Assert.Equal((Recalled, notice), await TakeAsync(again));
        }

        Assert.Equal([notice], await NoticesAsync(who, loss, notice));
        Assert.Contains(
            (Recalled, notice),
            (await ChangesAsync(who, loss, cursor)).Select(change => (change.Kind, change.Notice)));

        var node = (await DataAsync(
            who,
            loss,
            """
            query($id: ID!) {
              node(id: $id) {
                ... on RecallNotice {
                  publicNumber message requiredAction respondBy myState
                  product { currentVersion { title { text } portions { text } } }
                  responses { nodes { id revision isMine state } }
                }
              }
            }
            """,
            new { id = notice })).GetProperty("node");
        Assert.Equal(
            (Message, "DESTROY_AND_CONFIRM", "NOTIFIED"),
            (node.GetProperty("message").GetString(),
                node.GetProperty("requiredAction").GetString(),
                node.GetProperty("myState").GetString()));
        Assert.NotEqual(JsonValueKind.Null, node.GetProperty("publicNumber").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, node.GetProperty("respondBy").ValueKind);
        Assert.Equal(JsonValueKind.Null, node.GetProperty("product").ValueKind);
        var mine = Assert.Single(node.GetProperty("responses").GetProperty("nodes").EnumerateArray());
        Assert.True(mine.GetProperty("isMine").GetBoolean());

        await AssertAnswersAsync(who, loss, mine);
    }

    async Task AssertAnswersAsync(string who, LossOfAccess loss, JsonElement mine)
    {
        const string document = """
            mutation($input: RespondToRecallInput!) {
              respondToRecall(input: $input) {
                recallResponse { state isSettled events { state actorName } }
                errors { __typename }
              }
            }
            """;
        var input = new
        {
            id = mine.GetProperty("id").GetString(),
            revision = mine.GetProperty("revision").GetInt32(),
            state = "DESTROYED",
            destroyedCopies = who == Client ? 1 : (int?)null,
        };
        var done = (await DataAsync(who, loss, document, new { input })).GetProperty("respondToRecall");
        Assert.Equal("null", done.GetProperty("errors").GetRawText());
        var name = who == Client ? Client : (await _scene.PersonAsync(who)).DisplayName;
        Assert.Equal(
            $$"""{"state":"DESTROYED","isSettled":true,"events":[{"state":"DESTROYED","actorName":"{{name}}"}]}""",
            done.GetProperty("recallResponse").GetRawText());
    }

    async Task<Product> DeliveredAsync(LossOfAccess loss)
    {
        var product = loss.IsSuperseded ? await SupersededAsync() : await _scene.ProductAsync("supervisor");
        var version = loss.IsSuperseded ? loss.Version = await OldVersionAsync(product) : null;
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync(Person)).Id, version: version);
        await _scene.DeliverAsync(
            product, organization: (await _scene.PersonAsync(Employee)).OrganizationId, version: version);
        await _scene.DeliverAsync(product, client: (await _scene.ClientAsync(Client)).Id, version: version);
        await loss.TakeListsAsync(product);
        return product;
    }

    async Task<Product> SupersededAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Product>().AsNoTracking()
            .Where(product => product.OriginatorId == RowIds.Center(0)
                && product.RecallId == null
                && product.State == ProductState.Current
                && product.Versions.Any(version => version.State == VersionState.Superseded)
                && !product.Entitlements.Any(right => right.Kind == EntitlementKind.Public))
            .OrderBy(product => product.Id)
            .FirstAsync(Stop);
    }

    async Task<Guid?> OldVersionAsync(Product product)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<ProductVersion>()
            .Where(version => version.ProductId == product.Id && version.State == VersionState.Superseded)
            .Select(version => (Guid?)version.Id)
            .FirstAsync(Stop);
    }

    async Task<Product> ReadAsync(Product product)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Product>().AsNoTracking().SingleAsync(row => row.Id == product.Id, Stop);
    }

    async Task<string> RecallAsync(Product product, LossOfAccess loss) => RecallScene.Done(
        await _scene.RecallAsync(
            RecallScene.Supervisor,
            product,
            message: Message,
            respondBy: RecallScene.Now.AddDays(3),
            versions: loss.Version is { } version ? [NodeIds.Format("ProductVersion", version)] : null),
        "recallNotice").GetProperty("id").GetString()!;

    async Task<List<string>> NoticesAsync(string who, LossOfAccess loss, string notice) =>
    [
        .. (await DataAsync(
                who, loss, "query($id: ID!) { recalls(where: { id: { eq: $id } }) { nodes { id } } }", new { id = notice }))
            .GetProperty("recalls").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("id").GetString()!),
    ];

    async Task<string> CursorAsync(string who, LossOfAccess loss) =>
        (await DataAsync(who, loss, "{ changes { endCursor } }"))
            .GetProperty("changes").GetProperty("endCursor").GetString()!;

    async Task<List<(string Kind, string? Notice)>> ChangesAsync(string who, LossOfAccess loss, string after)
    {
        var page = (await DataAsync(
            who,
            loss,
            "query($after: String) { changes(after: $after, first: 100) { hasMore events { kind recallNotice { id } } } }",
            new { after })).GetProperty("changes");
        Assert.False(page.GetProperty("hasMore").GetBoolean());
        return
        [
            .. page.GetProperty("events").EnumerateArray()
                .Select(change => (change.GetProperty("kind").GetString()!, NoticeOf(change))),
        ];
    }

    static async Task<(string Kind, string Notice)> TakeAsync(LiveSubscriber stream)
    {
        var (kind, data, code) = await stream.NextAsync();
        Assert.Equal((SourceEventKind.Event, (string?)null), (kind, code));
        return (data!.Value.GetProperty("kind").GetString()!, NoticeOf(data.Value)!);
    }

    static string? NoticeOf(JsonElement change) =>
        change.GetProperty("recallNotice") is { ValueKind: JsonValueKind.Object } notice
            ? notice.GetProperty("id").GetString()
            : null;

    async Task<JsonElement> DataAsync(string who, LossOfAccess loss, string document, object? variables = null) =>
        await host.DataAsAsync(loss.ClaimsOf(who), document, variables);

    LiveSubscriber Subscribe(string who, LossOfAccess loss, string? after = null, string field = "recalls") => new(
        host.Engine,
        stop => host.Module.OpenSessionAsync(
            loss.ClaimsOf(who), address: null, AccessChannel.GraphqlSse, purpose: null, stop),
        field,
        "kind product { id } recallNotice { id message }",
        after);
}

public sealed class SqliteFormerRecipientsTests(SqliteHost host)
    : FormerRecipientsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresFormerRecipientsTests(PostgresHost host)
    : FormerRecipientsTests(host), IClassFixture<PostgresHost>;
