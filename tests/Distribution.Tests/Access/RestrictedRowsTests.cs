using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Which sources, contact points, officers, machine clients and links of lists there are for whom, compared with what
/// the tables hold.
/// </summary>
public abstract class RestrictedRowsTests(DistributionHost host)
{
    [Fact]
    public async Task A_source_is_told_to_partners_where_they_see_its_portion_and_the_marking_lets_them_be_told()
    {
        var sources = Rows<SourceReference>();
        const string Document =
            "{ products(first: 50) { nodes { currentVersion { id portions { key } sourceReferences { citation } } } } }";
        var told = 0;
        foreach (var name in new[] { "partner-hospital", "partner-law-enforcement" })
        {
            var portions = Rows<Portion>().ToDictionary(portion => portion.Id);
            foreach (var version in await VersionsAsync(name, Document))
            {
                var keys = version.GetProperty("portions").EnumerateArray()
                    .Select(portion => portion.GetProperty("key").GetString()).ToHashSet();
                var expected = sources
                    .Where(source => source.VersionId == IdOf(version)
                        && portions[source.PortionId!.Value].Purposes.Contains(PrivilegeAction.Idsrc)
                        && keys.Contains(portions[source.PortionId.Value].Key))
                    .OrderBy(source => source.Ordinal)
                    .Select(source => source.Citation)
                    .ToList();
                told += expected.Count;
                Assert.Equal(expected, Texts(version.GetProperty("sourceReferences"), "citation"));
            }
        }

        Assert.True(told > 0);
        foreach (var name in new[] { null, "administrator", "auditor", "liaison", "client-hsin" })
        {
            Assert.All(
                await VersionsAsync(name, Document),
                version => Assert.Equal(0, version.GetProperty("sourceReferences").GetArrayLength()));
        }
    }

    [Fact]
    public async Task Key_judgments_are_those_portions_of_their_kind_that_are_seen()
    {
        var judgments = 0;
        foreach (var name in new[] { null, "partner-hospital", "partner-law-enforcement", "analyst" })
        {
            foreach (var version in await VersionsAsync(
                name,
                "{ products(first: 50) { nodes { currentVersion { id portions { key kind likelihood } "
                + "keyJudgments { likelihood portion { key text } } } } } }"))
            {
                var expected = version.GetProperty("portions").EnumerateArray()
                    .Where(portion => portion.GetProperty("kind").GetString() == "KEY_JUDGMENT")
                    .Select(portion =>
                        portion.GetProperty("key").GetString() + portion.GetProperty("likelihood").GetString())
                    .ToList();
                judgments += expected.Count;
                Assert.Equal(expected, version.GetProperty("keyJudgments").EnumerateArray().Select(judgment =>
                    judgment.GetProperty("portion").GetProperty("key").GetString()
                    + judgment.GetProperty("likelihood").GetString()));
            }
        }

        Assert.True(judgments > 0);
    }

    [Theory]
    [InlineData("analyst", true)]
    [InlineData("liaison", true)]
    [InlineData("administrator", true)]
    [InlineData("privacy-officer", false)]
    public async Task How_partners_are_reached_is_masked_for_all_but_the_privacy_officers(string name, bool isMasked)
    {
        var contacts = Rows<ContactPoint>().ToDictionary(contact => (contact.PersonId, contact.Kind));
        var people = await PeopleAsync(name);
        var shown = 0;
        foreach (var person in people)
        {
            foreach (var contact in person.GetProperty("contactPoints").EnumerateArray())
            {
                var kind = Enum.Parse<ContactKind>(contact.GetProperty("kind").GetString()!, ignoreCase: true);
                var row = contacts[(IdOf(person), kind)];
                shown++;
                Assert.Equal(isMasked, contact.GetProperty("isMasked").GetBoolean());
                Assert.Equal(isMasked ? row.MaskedValue : row.Value, contact.GetProperty("value").GetString());
                Assert.True(!isMasked || row.Visibility == ContactVisibility.Centers);
            }
        }

        Assert.True(shown > 0);
    }

    [Fact]
    public async Task A_partner_is_told_how_he_is_reached_himself_and_nobody_else()
    {
        var people = await PeopleAsync("partner-hospital");
        var self = NamedPartner.IdOf("partner-hospital");
        Assert.Equal([self], people.Select(IdOf));
        Assert.All(
            people.SelectMany(person => person.GetProperty("contactPoints").EnumerateArray()),
            contact => Assert.False(contact.GetProperty("isMasked").GetBoolean()));
        Assert.Equal(
            Rows<ContactPoint>().Where(contact => contact.PersonId == self).Select(contact => contact.Value).Order(),
            people.SelectMany(person => Texts(person.GetProperty("contactPoints"), "value")).Order());
        Assert.Empty(await PeopleAsync(null));
    }

    [Fact]
    public async Task Privacy_officers_are_known_by_name_to_staff_of_every_center_and_reached_by_the_office_by_others()
    {
        const string Document =
            "{ fusionCenters(first: 100) { nodes { pcrclContact privacyPolicy { title version adoptedOn url } "
            + "pcrclOfficers { displayName contactPoints { isMasked } } } } }";
        foreach (var name in new[] { "analyst-elsewhere", "liaison", "administrator", "auditor" })
        {
            var centers = Nodes(await host.DataAsync(name, Document), "fusionCenters").ToList();
            Assert.All(centers, center =>
            {
                var officer = Assert.Single(center.GetProperty("pcrclOfficers").EnumerateArray());
                Assert.StartsWith("Privacy Officer", officer.GetProperty("displayName").GetString());
                Assert.All(
                    officer.GetProperty("contactPoints").EnumerateArray(),
                    contact => Assert.False(contact.GetProperty("isMasked").GetBoolean()));
            });
        }

        foreach (var name in new[] { null, "partner-hospital", "client-hsin" })
        {
            var response = await host.ExecuteAsync(name, Document);
            Assert.All(Nodes(response.GetProperty("data"), "fusionCenters"), center =>
            {
                Assert.Equal(JsonValueKind.Null, center.GetProperty("pcrclOfficers").ValueKind);
                Assert.EndsWith("@example.org", center.GetProperty("pcrclContact").GetString());
                Assert.Equal("3.0", center.GetProperty("privacyPolicy").GetProperty("version").GetString());
            });
        }
    }

    [Fact]
    public async Task The_staff_of_a_lists_center_are_told_what_of_theirs_went_to_it_without_being_on_it()
    {
        var rights = Rows<Entitlement>()
            .Where(right => right.IsCurrent && right.Kind == EntitlementKind.List)
            .ToLookup(right => right.AudienceId, right => right.ProductId);
        const string Document =
            "{ distributionLists(first: 50) { nodes { id products(first: 50) { totalCount nodes { id } } } } "
            + "products(first: 50) { nodes { id } } }";
        foreach (var name in new[] { "analyst", "supervisor", "partner-hospital", "client-hsin", "administrator" })
        {
            var data = await host.DataAsync(name, Document);
            var seen = Nodes(data, "products").Select(IdOf).ToHashSet();
            var own = Rows<DistributionList>().Where(list => list.OwnerId == RowIds.Center(0)).Select(list => list.Id);
            var carried = 0;
            foreach (var list in Nodes(data, "distributionLists"))
            {
                var ids = Nodes(list, "products").Select(IdOf).ToList();
                carried += ids.Count;
                Assert.Equal(ids.Count, list.GetProperty("products").GetProperty("totalCount").GetInt32());
                Assert.Subset(rights[IdOf(list)].ToHashSet(), ids.ToHashSet());
                if (name is "analyst" or "supervisor" && own.Contains(IdOf(list)))
                {
                    Assert.Equal(rights[IdOf(list)].Where(seen.Contains).Order(), ids.Order());
                }
            }

            Assert.Equal(name != "administrator", carried > 0);
        }
    }

    [Fact]
    public async Task Which_organizations_are_on_a_list_is_told_as_the_list_says_and_to_who_oversees_it()
    {
        var lists = Rows<DistributionList>().ToDictionary(list => list.Id);
        const string Document =
            "{ me { lists { id } } distributionLists(first: 50) { nodes { id "
            + "memberOrganizations(first: 50) { totalCount nodes { id } } } } }";
        foreach (var name in new[] { "partner-hospital", "client-hsin", "analyst", "supervisor", "administrator" })
        {
            var data = await host.DataAsync(name, Document);
            var own = data.GetProperty("me").GetProperty("lists").EnumerateArray().Select(IdOf).ToHashSet();
            foreach (var node in Nodes(data, "distributionLists"))
            {
                var list = lists[IdOf(node)];
                var isTold = (name == "supervisor" && list.OwnerId == RowIds.Center(0))
                    || (name == "partner-hospital"
                        && own.Contains(list.Id)
                        && list.MembershipVisibility == MembershipVisibility.MembersSeeOrganizations);
                var count = node.GetProperty("memberOrganizations").GetProperty("totalCount").GetInt32();
                Assert.Equal(isTold && list.MemberCount > 0, count > 0);
            }
        }
    }

    [Fact]
    public async Task A_machine_client_is_known_to_itself_its_sponsor_its_organizations_liaison_and_stewards()
    {
        foreach (var client in Rows<ServiceClient>())
        {
            var document = $"{{ node(id: \"{NodeIds.Format("ServiceClient", client.Id)}\") {{ id }} }}";
            foreach (var name in new[] { null, "analyst", "supervisor", "partner-hospital", "client-hsin" })
            {
                var data = await host.DataAsync(name, document);
                var isKnown = client.ClientId == name
                    || (name == "partner-hospital" && client.SponsorId == NamedPartner.IdOf(name));
                Assert.Equal(isKnown, data.GetProperty("node").ValueKind != JsonValueKind.Null);
            }

            foreach (var name in new[] { "administrator", "auditor" })
            {
                Assert.Equal(
                    JsonValueKind.Object, (await host.DataAsync(name, document)).GetProperty("node").ValueKind);
            }
        }
    }

    async Task<List<JsonElement>> VersionsAsync(string? name, string document) =>
    [
        .. Nodes(await host.DataAsync(name, document), "products").Select(node => node.GetProperty("currentVersion")),
    ];

    async Task<List<JsonElement>> PeopleAsync(string? name) =>
    [
        .. Nodes(
            await host.DataAsync(
                name,
                "{ organizations(first: 50) { nodes { people(first: 50) { nodes { id "
                + "contactPoints { kind value isMasked } } } } } }"),
            "organizations").SelectMany(organization => Nodes(organization, "people")),
    ];

    List<T> Rows<T>()
        where T : class
    {
        using var context = host.Module.AccessDatabase.CreateContext();
        return [.. context.Set<T>().AsNoTracking()];
    }

    static JsonElement.ArrayEnumerator Nodes(JsonElement parent, string field) =>
        parent.GetProperty(field).GetProperty("nodes").EnumerateArray();

    static List<string> Texts(JsonElement rows, string field) =>
        [.. rows.EnumerateArray().Select(row => row.GetProperty(field).GetString()!)];

    static Guid IdOf(JsonElement row) =>
        NodeIds.TryParse(row.GetProperty("id").GetString()!, out _, out var key) ? key : Guid.Empty;
}

public sealed class SqliteRestrictedRowsTests(SqliteHost host)
    : RestrictedRowsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRestrictedRowsTests(PostgresHost host)
    : RestrictedRowsTests(host), IClassFixture<PostgresHost>;
