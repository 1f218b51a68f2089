using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>What leaves a record, what does not, and what stands in it.</summary>
public abstract class RecordingTests(DistributionHost host)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_of_portions_leaves_a_record_of_the_version_with_their_ordinals()
    {
        var version = await VersionAsync("partner-hospital", EntitlementKind.List);
        var before = await CountAsync();

        await host.DataAsync(
            "partner-hospital",
            """
            query Read($id: ID!) { node(id: $id) { ... on Product { currentVersion {
              again: title { text } title { text } portions { key text } } } } }
            """,
            new { id = NodeIds.Format(nameof(Product), version.ProductId) });

        var record = Assert.Single(await SinceAsync(before));
        await using var context = host.Module.AccessDatabase.CreateContext();
        var person = await context.Set<Distribution.Partners.Person>()
            .SingleAsync(p => p.Subject == "partner-hospital", Cancellation);
        var lacks = (await ViewerAsync("partner-hospital")).Lacks;
        var shown = await context.Set<Portion>()
            .Where(p => p.VersionId == version.Id && (p.Requires & lacks) == 0)
            .Select(p => p.Ordinal).Order().ToArrayAsync(Cancellation);
        Assert.Equal(shown, PortionSet.Ordinals(record.Portions));
        Assert.Equal(
            (AccessRecordKind.ContentRead, AccessChannel.GraphqlHttp, (Guid?)person.Id, (Guid?)null,
                person.OrganizationId, "demonstration", (string?)null, "Read"),
            (record.Kind, record.Channel, record.PersonId, record.ServiceClientId, record.OrganizationId,
                record.ClientId, record.TokenId, record.OperationName));
        Assert.Equal(
            ((Guid?)version.Id, (Guid?)version.OriginatorId, (AccessBasis?)AccessBasis.List, HandlingPolicy.Version,
                FixedTime.Now.UtcDateTime, 64),
            (record.VersionId, record.OriginatorId, record.Basis, record.PolicyVersion, record.At,
                record.DocumentHash.Length));
        Assert.Contains(record.AudienceId!.Value, (await ViewerAsync("partner-hospital")).AudienceIds);
    }

    [Fact]
    public async Task A_page_leaves_a_record_for_each_version_whose_content_is_on_it_and_is_not_public()
    {
        var before = await CountAsync();

        var data = await host.DataAsync(
            "partner-hospital", "{ feed(first: 20) { nodes { currentVersion { id title { text } } } } }");

        var shown = data.GetProperty("feed").GetProperty("nodes").EnumerateArray()
            .Select(node => NodeIds.KeyOf(
                node.GetProperty("currentVersion").GetProperty("id").GetString()!, nameof(ProductVersion))!.Value)
            .ToList();
        await using var context = host.Module.AccessDatabase.CreateContext();
        var open = await context.Set<Entitlement>()
            .Where(right => right.Kind == EntitlementKind.Public && shown.Contains(right.VersionId))
            .Select(right => right.VersionId).ToListAsync(Cancellation);
        Assert.InRange(shown.Count, 5, 20);
        Assert.Equal(
            shown.Except(open).Order(), (await SinceAsync(before)).Select(record => record.VersionId!.Value).Order());
    }

    [Fact]
    public async Task What_is_no_content_leaves_no_record()
    {
        var before = await CountAsync();

        await host.DataAsync(
            "partner-hospital",
            "{ feed(first: 5) { nodes { publicNumber currentVersion { banner { text } portions { key kind } } } } }");

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Public_content_leaves_no_record_whoever_reads_it()
    {
        var version = await VersionAsync(principal: null, EntitlementKind.Public);
        var before = await CountAsync();

        foreach (var principal in new[] { null, "partner-hospital", null, "auditor" })
        {
            await host.DataAsync(
                principal,
                "query($id: ID!) { product(id: $id) { currentVersion { title { text } } } }",
                new { id = NodeIds.Format(nameof(Product), version.ProductId) });
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_field_that_a_directive_skips_leaves_no_record()
    {
        var before = await CountAsync();

        await host.DataAsync(
            "partner-hospital",
            "query($no: Boolean!) { feed { nodes { currentVersion { title { key text @include(if: $no) } } } } }",
            new { no = false });

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_machine_client_is_recorded_with_its_organization_and_staff_by_their_center()
    {
        var before = await CountAsync();

        await host.DataAsync("analyst", "{ feed(first: 1) { nodes { currentVersion { title { text } } } } }");
        await host.DataAsync("client-isac", "{ feed(first: 1) { nodes { currentVersion { title { text } } } } }");

        var records = await SinceAsync(before);
        Assert.Equal(
            [AccessBasis.Home, AccessBasis.List], records.Select(record => record.Basis!.Value));
        Assert.Equal(
            (true, true, false, false),
            (records[0].PersonId is not null, records[1].ServiceClientId is not null,
                records[0].ServiceClientId is not null, records[1].PersonId is not null));
    }

    [Fact]
    public async Task A_record_is_written_before_the_answer_is_given_back()
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf("partner-hospital"),
            address: null,
            AccessChannel.GraphqlHttp,
            "A case",
            Cancellation);
        var before = await CountAsync();

        var response = await host.Engine.ExecuteAsync(
            new Engine.GraphQLRequest
            {
                Document = "{ feed(first: 50) { nodes { currentVersion { portions { text } } } } }",
                Session = session,
            },
            Cancellation);

        Assert.Empty(response.Errors);
        var records = await SinceAsync(before);
        Assert.NotEmpty(records);
        Assert.Equal(["A case"], records.Select(record => record.Purpose).Distinct());
    }

    async Task<ProductVersion> VersionAsync(string? principal, EntitlementKind kind)
    {
        var viewer = await ViewerAsync(principal);
        var lacks = viewer.Lacks;
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Entitlement>()
            .Where(right => right.Kind == kind && right.IsCurrent && viewer.AudienceIds.Contains(right.AudienceId)
                && right.EffectiveAt <= viewer.Now && (right.ExpiresAt == null || right.ExpiresAt > viewer.Now)
                && (right.Requires & lacks) == 0
                && (kind == EntitlementKind.Public
                    || !right.Version.Entitlements.Any(r => r.Kind == EntitlementKind.Public)))
            .OrderBy(right => right.VersionId)
            .Select(right => right.Version)
            .FirstAsync(Cancellation);
    }

    async Task<Viewer> ViewerAsync(string? principal)
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(principal),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        return ((DistributionSession)session).Viewer;
    }

    async Task<int> CountAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().CountAsync(Cancellation);
    }

    async Task<List<AccessRecord>> SinceAsync(int before)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().OrderBy(record => record.Sequence).Skip(before)
            .ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteHost host) : RecordingTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : RecordingTests(host), IClassFixture<PostgresHost>;
}
