using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessGrants;

/// <summary>What a grant for a product opens of what is not released: to an audit all, to an emergency none.</summary>
public abstract class AuditedDraftsTests(DistributionHost host)
{
    const string Draft = """
        query($id: ID!) {
          node(id: $id) {
            ... on ProductVersion {
              state
              analystNotes
              authors { id }
              portions { key text }
              history { step reason }
              privacyReviews { state rationale findings { category } }
            }
          }
        }
        """;

    readonly GrantScene _grants = new(host);
    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audit_of_a_product_opens_its_drafts_and_those_that_come_later_until_it_ends()
    {
        var alone = await _scene.AddAsync();
        Assert.Equal("null", await ReadAsync(GrantScene.Auditor, alone.Id));
        var audit = await OpenAsync(GrantScene.Auditor, "AUDIT", GrantScene.Director, alone);
        Assert.Equal(await ReadAsync("supervisor", alone.Id), await ReadAsync(GrantScene.Auditor, alone.Id));

        // The draft becomes a product, and another draft comes beside it.
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", alone.Id);
        var next = await DraftAsync(alone.ProductId);
        host.Module.Viewers.Forget();
        Assert.NotEqual("null", await ReadAsync("supervisor", next));
        Assert.Equal(await ReadAsync("supervisor", next), await ReadAsync(GrantScene.Auditor, next));

        GrantScene.Grant(await _grants.StepAsync(GrantScene.Auditor, "endAccessGrant", audit));
        Assert.Equal("null", await ReadAsync(GrantScene.Auditor, next));
        Assert.Equal("null", await ReadAsync(GrantScene.Auditor, alone.Id));
        await using var context = host.Module.AccessDatabase.CreateContext();
        var key = NodeIds.KeyOf(audit.GetProperty("id").GetString()!, "AccessGrant")!.Value;
        Guid[] audiences = [key, Audience.Audit(key)];
        var ends = await context.Set<Entitlement>().Where(right => audiences.Contains(right.AudienceId))
            .Select(right => right.ExpiresAt).ToListAsync(Stop);
        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, end));
    }

    [Fact]
    public async Task An_emergency_opens_no_draft()
    {
        var released = await _scene.AddAsync();
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", released.Id);
        var next = await _scene.AddAsync(product: released.ProductId);
        var glass = await OpenAsync(GrantScene.Administrator, "BREAK_GLASS", GrantScene.PrivacyOfficer, released);
        Assert.NotEqual("", await _grants.ReadAsync(GrantScene.Administrator, released.ProductId));
        Assert.Equal("null", await ReadAsync(GrantScene.Administrator, next.Id));
        GrantScene.Grant(await _grants.StepAsync(GrantScene.Administrator, "endAccessGrant", glass));
    }

    [Fact]
    public async Task A_draft_that_is_audited_is_in_no_feed_and_no_copy_and_is_read_by_the_grant()
    {
        var draft = await _scene.AddAsync();
        var audit = await OpenAsync(GrantScene.Auditor, "AUDIT", GrantScene.Director, draft);
        const string lists = """
            {
              feed(first: 50) { nodes { id } }
              snapshot(first: 200) { products { id } }
              drafts(first: 50) { nodes { id } }
            }
            """;
        var data = await host.DataAsync(GrantScene.Auditor, lists);
        var product = NodeIds.Format(nameof(Product), draft.ProductId);
        Assert.DoesNotContain(product, data.GetProperty("feed").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(product, data.GetProperty("snapshot").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            ReleaseScene.IdOf(draft.Id), data.GetProperty("drafts").GetRawText(), StringComparison.Ordinal);

        await ReadAsync(GrantScene.Auditor, draft.Id);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var records = await context.Set<AccessRecord>()
            .Where(record => record.VersionId == draft.Id && record.Kind == AccessRecordKind.ContentRead)
            .ToListAsync(Stop);
        Assert.Equal(
            (AccessBasis.Grant, NodeIds.KeyOf(audit.GetProperty("id").GetString()!, "AccessGrant"), true),
            records.Select(record => (record.Basis!.Value, record.GrantId, record.Portions is not null)).Single());

        GrantScene.Grant(await _grants.StepAsync(GrantScene.Auditor, "endAccessGrant", audit));
    }

    async Task<JsonElement> OpenAsync(string who, string kind, string approver, ProductVersion version)
    {
        var grant = await _grants.OpenAsync(
            who, kind, new { product = NodeIds.Format(nameof(Product), version.ProductId) }, approver);
        host.Module.Viewers.Forget();
        return grant;
    }

    async Task<Guid> DraftAsync(Guid product)
    {
        var data = await host.DataAsync(
            "analyst",
            """
            mutation($input: CreateDraftInput!) {
              createDraft(input: $input) { productVersion { id } errors { __typename ... on Error { message } } }
            }
            """,
            new
            {
                input = new
                {
                    product = NodeIds.Format(nameof(Product), product),
                    changeKind = "SUBSTANTIVE",
                    copiesCurrent = true,
                },
            });
        return NodeIds.KeyOf(
            data.GetProperty("createDraft").GetProperty("productVersion").GetProperty("id").GetString()!,
            nameof(ProductVersion))!.Value;
    }

    async Task<string> ReadAsync(string who, Guid version) =>
        (await host.DataAsync(who, Draft, new { id = ReleaseScene.IdOf(version) })).GetProperty("node").GetRawText();
}

public sealed class SqliteAuditedDraftsTests(SqliteHost host) : AuditedDraftsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAuditedDraftsTests(PostgresHost host)
    : AuditedDraftsTests(host), IClassFixture<PostgresHost>;
