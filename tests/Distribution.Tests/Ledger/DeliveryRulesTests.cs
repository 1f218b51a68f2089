using System.Text.Json;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Ledger;

/// <summary>
/// Who is told to whom a version was given, and in how far; and that nobody changes what was written.
/// </summary>
public abstract class DeliveryRulesTests(DistributionHost host)
{
    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recipient_finds_his_own_deliveries_and_what_became_of_them()
    {
        var version = await PublishAsync(ProductType.Bulletin);
        var mine = await MineAsync("partner-hospital", version.Id);
        Assert.Equal(
            """{"rule":"LIST_MEMBERSHIP","channel":"PORTAL","progress":{"state":"DELIVERED","openedAt":null}}""",
            Assert.Single(mine));

        await _scene.TitleAsync("partner-hospital", version.ProductId);
        var opened = Assert.Single(await MineAsync("partner-hospital", version.Id));
        Assert.Contains("\"state\":\"OPENED\"", opened, StringComparison.Ordinal);
        Assert.Empty(await MineAsync("partner-water", version.Id));
    }

    [Theory]
    [InlineData("supervisor", false)]
    [InlineData("director", false)]
    [InlineData("analyst", false)]
    [InlineData("privacy-officer", false)]
    [InlineData("administrator", false)]
    [InlineData("partner-water", false)]
    [InlineData("supervisor", true)]
    [InlineData("analyst", true)]
    [InlineData("privacy-officer", true)]
    public async Task Others_are_numbers_unless_they_are_to_answer(string who, bool isToBeAcknowledged)
    {
        var version = await PublishAsync(
            isToBeAcknowledged ? ProductType.IntelligenceWarningBulletin : ProductType.Bulletin);
        var all = await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id));
        var data = await host.DataAsync(who, "{ deliveries(first: 50) { nodes { versionId } } }");
        var seen = data.GetProperty("deliveries").GetProperty("nodes").EnumerateArray()
            .Count(row => row.GetProperty("versionId").GetString() == ReleaseScene.IdOf(version.Id));

        Assert.Equal(who == "supervisor" && isToBeAcknowledged ? all.Count : 0, seen);
    }

    [Fact]
    public async Task Staff_are_told_numbers_and_small_ones_not_at_all()
    {
        var version = await PublishAsync(ProductType.Bulletin);
        var count = (await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id))).Count;
        foreach (var who in new[] { "analyst", "supervisor", "privacy-officer" })
        {
            var data = await host.DataAsync(
                who,
                """
                query($id: ID!) {
                  node(id: $id) {
                    ... on ProductVersion { deliverySummary { recipients opened byKind { recipients } } }
                  }
                }
                """,
                new { id = ReleaseScene.IdOf(version.Id) });
            var summary = data.GetProperty("node").GetProperty("deliverySummary");
            Assert.Equal(
                count >= 5 ? count : (int?)null,
                summary.GetProperty("recipients") is { ValueKind: JsonValueKind.Number } told ? told.GetInt32() : null);
            Assert.All(summary.GetProperty("byKind").EnumerateArray(), kind =>
                Assert.True(kind.GetProperty("recipients") is not { ValueKind: JsonValueKind.Number } few
                    || few.GetInt32() >= 5));
        }

        var refused = await host.ExecuteAsync(
            "partner-hospital",
            "query($id: ID!) { node(id: $id) { ... on ProductVersion { deliverySummary { recipients } } } }",
            new { id = ReleaseScene.IdOf(version.Id) });
        Assert.Equal("AUTH_NOT_AUTHORIZED", refused.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(new int[0], 0, true)]
    [InlineData(new[] { 7, 0 }, 7, true)]
    [InlineData(new[] { 7, 3, 9 }, 19, false)]
    [InlineData(new[] { 1, 1, 9 }, 11, false)]
    [InlineData(new[] { 1, 1, 1, 1, 1 }, -1, false)]
    [InlineData(new[] { 4 }, -1, false)]
    public void A_part_that_is_not_told_cannot_be_worked_out_from_the_others(int[] counts, int whole, bool areTold)
    {
        var (told, parts) = SmallCounts.Parts(counts);
        Assert.Equal(whole < 0 ? null : whole, told);
        Assert.Equal(counts.Select(count => areTold ? count : (int?)null), parts);
    }

    [Theory]
    [InlineData(20, 12, 12)]
    [InlineData(20, 0, 0)]
    [InlineData(20, 20, 20)]
    [InlineData(20, 4, -1)]
    [InlineData(20, 17, -1)]
    [InlineData(4, 0, -1)]
    public void Some_of_a_whole_are_not_told_where_the_rest_is_few(int whole, int count, int told) =>
        Assert.Equal(told < 0 ? null : told, SmallCounts.Told(whole, count));

    [Fact]
    public async Task The_preview_counts_for_who_oversees_and_hides_small_numbers_from_who_wrote()
    {
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)]);
        const string preview = """
            query($id: ID!) {
              audiencePreview(productVersion: $id) {
                recipients byKind { name recipients } bySector { recipients } sectorsWithoutRecipients
                change { kept }
              }
            }
            """;
        var variables = new { id = ReleaseScene.IdOf(version.Id) };
        var full = (await host.DataAsync("supervisor", preview, variables)).GetProperty("audiencePreview");
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        var given = await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id));
        Assert.Equal(given.Count, full.GetProperty("recipients").GetInt32());
        Assert.Equal(
            given.Count,
            full.GetProperty("byKind").EnumerateArray().Sum(kind => kind.GetProperty("recipients").GetInt32()));
        Assert.Equal("null", full.GetProperty("change").GetRawText());

        var few = (await host.DataAsync("analyst", preview, variables)).GetProperty("audiencePreview");
        Assert.All(
            few.GetProperty("byKind").EnumerateArray().Concat(few.GetProperty("bySector").EnumerateArray()),
            row => Assert.True(row.GetProperty("recipients") is not { ValueKind: JsonValueKind.Number } count
                || count.GetInt32() >= 5));

        var next = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Healthcare)], product: version.ProductId);
        var changed = await host.DataAsync(
            "privacy-officer",
            "query($id: ID!) { audiencePreview(productVersion: $id) { change { kept added removed } } }",
            new { id = ReleaseScene.IdOf(next.Id) });
        Assert.Equal(
            $$$"""{"change":{"kept":{{{given.Count}}},"added":0,"removed":0}}""",
            changed.GetProperty("audiencePreview").GetRawText());

        // Who has no part in it, and who may not see the draft, find nothing.
        var others = await _scene.AddAsync(author: Staff.Of(0, Staff.Director));
        foreach (var who in new[] { "analyst" })
        {
            var nothing = await host.DataAsync(who, preview, new { id = ReleaseScene.IdOf(others.Id) });
            Assert.Equal("null", nothing.GetProperty("audiencePreview").GetRawText());
        }
    }

    [Fact]
    public async Task Whom_an_author_names_changes_nothing_of_what_he_is_told()
    {
        const string preview = """
            query($id: ID!) {
              audiencePreview(productVersion: $id) {
                recipients byKind { name recipients } bySector { name recipients } byJurisdiction { name recipients }
                change { kept added removed }
              }
            }
            """;
        var list = ReleaseScene.ListId(ReleaseScene.AllPartners);
        var members = await _scene.RowsAsync<ListMembership>(rows =>
            rows.Where(row => row.ListId == list && row.PersonId != null));
        var member = members[0].PersonId!.Value;
        var others = (await _scene.RowsAsync<Person>(rows => rows.Where(row => row.OrganizationId != null)))
            .Select(person => person.Id).Except(members.Select(row => row.PersonId!.Value)).Take(6).ToArray();
        var forUsPersons = PortionMarking.Plain(Tlp.Green) with
        {
            DisseminationControls = [LimitedDisseminationControl.Noforn],
        };

        async Task<string> AskAsync(string who, Guid[] lists, Guid[] people, PortionMarking? marking = null)
        {
            var version = await _scene.AddAsync(lists, people, marking: marking);
            var data = await host.DataAsync(who, preview, new { id = ReleaseScene.IdOf(version.Id) });
            return data.GetProperty("audiencePreview").GetRawText();
        }

        // Whether somebody is on the list, and what those who are named may have.
        var alone = await AskAsync("analyst", [list], []);
        Assert.Equal(alone, await AskAsync("analyst", [list], [member]));
        Assert.Equal(alone, await AskAsync("analyst", [list], others));
        Assert.Equal(
            await AskAsync("analyst", [], others), await AskAsync("analyst", [], others, forUsPersons));
        Assert.NotEqual(await AskAsync("supervisor", [list], []), await AskAsync("supervisor", [list], others));
        using var told = JsonDocument.Parse(alone);
        Assert.Equal(0, told.RootElement.GetProperty("recipients").GetInt32() % 5);
    }

    [Fact]
    public async Task A_preview_names_what_the_release_would_be_refused_with()
    {
        const string preview = """
            query($id: ID!) {
              audiencePreview(productVersion: $id) { problems { message list { id } person { id } } }
            }
            """;
        var suspended = (await _scene.RowsAsync<Person>(rows => rows.Where(row =>
            row.Status == PrincipalStatus.Suspended && row.OrganizationId != null)))[0].Id;
        var marking = PortionMarking.Plain(Tlp.Red);
        var list = ReleaseScene.ListId(ReleaseScene.Healthcare);

        async Task<List<string>> AskAsync(string who, Guid version) =>
        [
            .. (await host.DataAsync(who, preview, new { id = ReleaseScene.IdOf(version) }))
                .GetProperty("audiencePreview").GetProperty("problems").EnumerateArray()
                .Select(problem => problem.GetProperty("message").GetString()
                    + (problem.GetProperty("list").ValueKind == JsonValueKind.Object ? " (list)" : "")
                    + (problem.GetProperty("person").ValueKind == JsonValueKind.Object ? " (person)" : "")),
        ];

        string[] ofLists = ["TLP:RED is for named persons, not for a list. (list)"];
        var unfit = await _scene.AddAsync([list], [suspended], marking: marking);
        Assert.Equal(
            [.. ofLists, "A named recipient is not active, or without an agreement that holds. (person)"],
            await AskAsync("supervisor", unfit.Id));
        // Nobody learns by naming somebody whether he is suspended.
        Assert.Equal(ofLists, await AskAsync("analyst", unfit.Id));

        var nobody = await _scene.AddAsync([]);
        var absent = await _scene.AddAsync(
            [],
            [RowIds.Of(RowKind.Person, 1)],
            marking: PortionMarking.Plain(Tlp.Green) with { Sensitivities = [Sensitivity.Les] });
        Assert.Equal(
            ["It is meant for nobody: name a list or a recipient."], await AskAsync("analyst", nobody.Id));
        Assert.Equal(["Nobody of its audience could receive it now."], await AskAsync("supervisor", absent.Id));
        foreach (var version in new[] { unfit, nobody, absent })
        {
            var refused = await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", version.Id);
            Assert.StartsWith(
                "AudienceError: " + (await AskAsync("supervisor", version.Id))[0].Split(" (")[0],
                refused,
                StringComparison.Ordinal);
        }

        var fit = await _scene.AddAsync([list]);
        Assert.Empty(await AskAsync("supervisor", fit.Id));
    }

    [Fact]
    public async Task The_database_keeps_the_ledger_as_it_was_written()
    {
        var version = await PublishAsync(ProductType.Bulletin);
        var rows = await _scene.RowsAsync<Delivery>(all => all.Where(row => row.VersionId == version.Id));
        foreach (var sql in new[]
        {
            "UPDATE deliveries SET rule = 'ExplicitRecipient', list_id = NULL",
            "DELETE FROM deliveries",
            "UPDATE receipts SET note = 'x'",
            "DELETE FROM receipts",
        })
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            // A row trigger of SQLite has nothing to refuse where there is no row.
            if (sql.Contains("receipts", StringComparison.Ordinal) && host.Module.Database.DataSource is null)
            {
                continue;
            }

            var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => context.Database.ExecuteSqlRawAsync(sql, Stop));
            Assert.Contains("is append-only", problem.Message, StringComparison.Ordinal);
        }

        Assert.Equal(
            rows.Count, (await _scene.RowsAsync<Delivery>(all => all.Where(row => row.VersionId == version.Id))).Count);
    }

    async Task<ProductVersion> PublishAsync(ProductType type)
    {
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)], type: type);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        return version;
    }

    async Task<List<string>> MineAsync(string who, Guid version)
    {
        var data = await host.DataAsync(
            who,
            """
            {
              myDeliveries(first: 50) {
                nodes { versionId rule channel progress { state openedAt } recipient { __typename } }
              }
            }
            """);
        return
        [
            .. data.GetProperty("myDeliveries").GetProperty("nodes").EnumerateArray()
                .Where(row => row.GetProperty("versionId").GetString() == ReleaseScene.IdOf(version))
                .Where(row => row.GetProperty("recipient") is { ValueKind: JsonValueKind.Object } recipient
                    && recipient.GetProperty("__typename").GetString() == "Person")
                .Select(row => JsonSerializer.Serialize(new
                {
                    rule = row.GetProperty("rule").GetString(),
                    channel = row.GetProperty("channel").GetString(),
                    progress = row.GetProperty("progress"),
                })),
        ];
    }
}

public sealed class SqliteDeliveryRulesTests(SqliteHost host)
    : DeliveryRulesTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresDeliveryRulesTests(PostgresHost host)
    : DeliveryRulesTests(host), IClassFixture<PostgresHost>;
