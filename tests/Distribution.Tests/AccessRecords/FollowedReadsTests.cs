using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Changes;
using GraphApi.Distribution.Tests.Publishing;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// What who follows is given leaves the records that it would leave if he asked for it: of the version, its portions
/// that he got, by the way it went, for the purpose he named; and of each person, also where many share an event.
/// </summary>
public abstract class FollowedReadsTests(DistributionHost host)
{
    const string Purpose = "A synthetic case";
    const string Selection = "cursor kind productId product { currentVersion { id portions { key text } } }";

    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_changes_leaves_a_record_of_each_version_whose_content_is_on_it()
    {
        var cursor = await CursorAsync("partner-non-us");
        var (first, second) = (await PublishAsync(), await PublishAsync());
        var before = await LastAsync();

        var response = await host.ExecuteAsync(
            "partner-non-us", ChangesOf(Selection), new { cursor, wait = 0 }, Purpose);

        Assert.False(response.TryGetProperty("errors", out _));
        Assert.Equal(
            Expected([first, second], "partner-non-us", AccessChannel.GraphqlHttp), await SinceAsync(before));
    }

    [Fact]
    public async Task A_page_of_changes_without_text_leaves_no_record()
    {
        var cursor = await CursorAsync("partner-non-us");
        await PublishAsync();
        var before = await LastAsync();

        const string metadata = "kind productId product { publicNumber currentVersion { portions { key } } }";
        await host.ExecuteAsync("partner-non-us", ChangesOf(metadata), new { cursor, wait = 0 }, Purpose);

        Assert.Empty(await SinceAsync(before));
    }

    [Fact]
    public async Task Changes_that_are_waited_for_leave_their_records_with_the_answer()
    {
        var cursor = await CursorAsync("partner-fire");
        var before = await LastAsync();

        var waiting = host.ExecuteAsync("partner-fire", ChangesOf(Selection), new { cursor, wait = 30 }, Purpose);
        var version = await PublishAsync();
        host.Module.Moved.Raise();
        var events = (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Stop))
            .GetProperty("data").GetProperty("changes").GetProperty("events");

        Assert.Equal(1, events.GetArrayLength());
        Assert.Equal(Expected([version], "partner-fire", AccessChannel.GraphqlHttp), await SinceAsync(before));
    }

    [Fact]
    public async Task Each_page_of_a_snapshot_leaves_a_record_of_each_version_on_it_that_is_not_public()
    {
        await PublishAsync();
        string? after = null;
        do
        {
            var before = await LastAsync();
            var response = await host.ExecuteAsync(
                "partner-non-us",
                """
                query($after: String) {
                  snapshot(first: 7, after: $after) {
                    products { currentVersion { id portions { key text } } } endCursor hasNextPage
                  }
                }
                """,
                new { after },
                Purpose);
            var page = response.GetProperty("data").GetProperty("snapshot");
            var shown = page.GetProperty("products").EnumerateArray()
                .Select(product => product.GetProperty("currentVersion"))
                .ToDictionary(
                    version => NodeIds.KeyOf(version.GetProperty("id").GetString()!, nameof(ProductVersion))!.Value,
                    version => version.GetProperty("portions").GetArrayLength());
            await using var context = host.Module.AccessDatabase.CreateContext();
            var open = await context.Set<Entitlement>()
                .Where(right => right.Kind == EntitlementKind.Public && shown.Keys.Contains(right.VersionId))
                .Select(right => right.VersionId).ToListAsync(Stop);
            var records = await RecordsAsync(before);
            Assert.Equal(
                shown.Where(version => version.Value > 0).Select(version => version.Key).Except(open).Order(),
                records.Select(record => record.VersionId!.Value).Order());
            Assert.All(records, record => Assert.Equal(
                (Purpose, AccessChannel.GraphqlHttp, shown[record.VersionId!.Value]),
                (record.Purpose, record.Channel, PortionSet.Ordinals(record.Portions).Length)));
            after = page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
    }

    [Theory]
    [InlineData(AccessChannel.GraphqlWs)]
    [InlineData(AccessChannel.GraphqlSse)]
    public async Task An_event_that_is_shared_leaves_one_record_of_each_person_before_it_is_sent(AccessChannel channel)
    {
        string[] readers = ["partner-fire", "partner-business", "partner-tribal"];
        var subscribers = new List<LiveSubscriber>();
        try
        {
            foreach (var who in readers)
            {
                subscribers.Add(await Subscribe(who, channel, Selection).BegunAsync());
            }

            // The first reading of each is his own; the second can be shared.
            foreach (var _ in Enumerable.Range(0, 2))
            {
                var before = await LastAsync();
                var version = await PublishAsync();
                host.Module.Moved.Raise();
                foreach (var (i, subscriber) in subscribers.Index())
                {
                    var (kind, data, _) = await subscriber.NextAsync();
                    Assert.Equal(SourceEventKind.Event, kind);
                    var product = data!.Value.GetProperty("product").GetProperty("currentVersion");
                    Assert.Equal(ReleaseScene.IdOf(version.Id), product.GetProperty("id").GetString());
                    // It is here, so the record is.
                    Assert.Contains(Expected([version], readers[i], channel)[0], await SinceAsync(before));
                }

                Assert.Equal(
                    readers.Select(who => Expected([version], who, channel)[0]).Order(StringComparer.Ordinal),
                    (await SinceAsync(before)).Order(StringComparer.Ordinal));
            }
        }
        finally
        {
            foreach (var subscriber in subscribers)
            {
                await subscriber.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task What_stands_behind_a_version_is_recorded_of_who_is_sent_it_and_kept_from_others()
    {
        const string behind = """
            cursor kind productId
            product { onBehalfOf { id } currentVersion { id analystNotes sourceReferences { citation } } }
            """;
        await using var supervisor = await Subscribe("supervisor", AccessChannel.GraphqlWs, behind).BegunAsync();
        await using var analyst = await Subscribe("analyst-elsewhere", AccessChannel.GraphqlWs, Selection).BegunAsync();
        await using var partner = await Subscribe(
            "partner-fire", AccessChannel.GraphqlWs, "productId product { currentVersion { id } }").BegunAsync();
        var before = await LastAsync();
        var version = await PublishAsync(notes: "Synthetic notes of the analyst.");
        host.Module.Moved.Raise();

        var (_, told, _) = await supervisor.NextAsync();
        Assert.Equal(
            "Synthetic notes of the analyst.",
            told!.Value.GetProperty("product").GetProperty("currentVersion").GetProperty("analystNotes").GetString());
        await partner.NextAsync();
        Assert.Equal(
            [
                (AccessRecordKind.BackgroundRead, null, (Guid?)version.Id, AccessChannel.GraphqlWs, Purpose),
                (AccessRecordKind.BackgroundRead, version.ProductId, version.Id, AccessChannel.GraphqlWs, Purpose),
            ],
            (await RecordsAsync(before)).OrderBy(record => record.SubjectId).Select(record =>
                (record.Kind, record.SubjectId, record.VersionId, record.Channel, record.Purpose!)));
        Assert.True(analyst.IsQuiet);
    }

    [Fact]
    public async Task A_field_that_is_not_for_the_subscriber_is_null_in_an_event_and_leaves_no_record()
    {
        await using var partner = await Subscribe(
            "partner-fire",
            AccessChannel.GraphqlWs,
            "productId product { onBehalfOf { id } currentVersion { id analystNotes } }").BegunAsync();
        var before = await LastAsync();
        await PublishAsync(notes: "Synthetic notes of the analyst.");
        host.Module.Moved.Raise();

        var (kind, told, _) = await partner.NextAsync();

        Assert.Equal(SourceEventKind.Event, kind);
        var product = told!.Value.GetProperty("product");
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (product.GetProperty("onBehalfOf").ValueKind,
                product.GetProperty("currentVersion").GetProperty("analystNotes").ValueKind));
        Assert.Empty(await SinceAsync(before));
    }

    static string ChangesOf(string selection) => $$"""
        query($cursor: String, $wait: Int!) {
          changes(after: $cursor, first: 50, waitSeconds: $wait) { events { {{selection}} } endCursor hasMore }
        }
        """;

    LiveSubscriber Subscribe(string who, AccessChannel channel, string selection) => new(
        host.Engine,
        stop => host.Module.OpenSessionAsync(DistributionHost.PrincipalOf(who), address: null, channel, Purpose, stop),
        "feedChanges",
        selection,
        after: null);

    async Task<string> CursorAsync(string who)
    {
        var data = await host.DataAsync(who, "{ changes { endCursor } }");
        return data.GetProperty("changes").GetProperty("endCursor").GetString()!;
    }

    /// <summary>A product for all partners, of which one portion is for persons of the United States alone.</summary>
    async Task<ProductVersion> PublishAsync(string? notes = null)
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(1);
        var forUsPersons = PortionMarking.Plain(Tlp.Green) with
        {
            DisseminationControls = [LimitedDisseminationControl.Noforn],
        };
        var version = await _scene.AddAsync(body: forUsPersons, notes: notes);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        return version;
    }

    static List<string> Expected(IEnumerable<ProductVersion> versions, string who, AccessChannel channel) =>
    [
        .. versions.Select(version =>
            $"{NamedPartner.IdOf(who)} {version.Id} {(who == "partner-non-us" ? "0 1" : "0 1 2")} {channel} {Purpose}")
            .Order(StringComparer.Ordinal),
    ];

    async Task<List<string>> SinceAsync(long last) =>
    [
        .. (await RecordsAsync(last)).Select(record =>
            $"{record.PersonId} {record.VersionId} {string.Join(' ', PortionSet.Ordinals(record.Portions))} "
            + $"{record.Channel} {record.Purpose}")
            .Order(StringComparer.Ordinal),
    ];

    async Task<List<AccessRecord>> RecordsAsync(long last)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().Where(record => record.Sequence > last)
            .OrderBy(record => record.Sequence).ToListAsync(Stop);
    }

    async Task<long> LastAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().Select(record => (long?)record.Sequence).MaxAsync(Stop) ?? 0;
    }

    public sealed class OnSqlite(SqliteHost host) : FollowedReadsTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : FollowedReadsTests(host), IClassFixture<PostgresHost>;
}
