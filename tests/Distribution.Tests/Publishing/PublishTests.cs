using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>Publishing: what it leaves, and what it is refused for.</summary>
public abstract class PublishTests(DistributionHost host)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly ReleaseScene _scene = new(host);

    [Fact]
    public async Task What_is_published_is_read_by_its_audience_at_once_and_by_nobody_before()
    {
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)]);
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));

        var done = await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);

        Assert.NotNull(await _scene.TitleAsync("partner-hospital", version.ProductId));
        Assert.Null(await _scene.TitleAsync("partner-water", version.ProductId));
        Assert.Null(await _scene.TitleAsync(null, version.ProductId));
        Assert.Equal("PUBLISHED", done.GetProperty("state").GetString());
        Assert.Equal(2, done.GetProperty("revision").GetInt32());
        Assert.Equal(Now, done.GetProperty("publishedAt").GetDateTime().ToUniversalTime());
        Assert.Equal(Now, done.GetProperty("validFrom").GetDateTime().ToUniversalTime());
        // The validity of a bulletin.
        Assert.Equal(Now.AddDays(180), done.GetProperty("validUntil").GetDateTime().ToUniversalTime());
        Assert.Equal("2026-11-22", done.GetProperty("privacyReviewedOn").GetString());
        var product = done.GetProperty("product");
        Assert.Equal("CURRENT", product.GetProperty("state").GetString());
        Assert.Matches("^EFC-01-2026-[2-9A-HJ-NP-Z]{7}$", product.GetProperty("publicNumber").GetString());
        Assert.Equal(done.GetProperty("id").GetString(), product.GetProperty("currentVersion").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_release_leaves_its_publication_its_ledger_its_approval_its_clearance_and_its_history()
    {
        var person = RowIds.Of(RowKind.Person, 2);
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)], [person]);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);

        var supervisor = Staff.Of(0, Staff.Supervisor);
        var publication = Assert.Single(await _scene.RowsAsync<Publication>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal(
            (Now, supervisor, ReleaseScene.Reason),
            (publication.EffectiveAt, publication.ReleasedById, publication.ReasonForRelease));
        var rights = await _scene.RowsAsync<Entitlement>(rows => rows.Where(row => row.VersionId == version.Id));
        Assert.Equal(
            [EntitlementKind.List, EntitlementKind.ExplicitRecipient, EntitlementKind.Home],
            rights.OrderBy(right => right.Kind).Select(right => right.Kind));
        Assert.Equal(ContentDigest.Of(rights.Select(right => right.AudienceId)), publication.AudienceSnapshotHash);

        var deliveries = await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id));
        var named = Assert.Single(deliveries, row => row.RecipientId == person);
        Assert.Equal(
            (DeliveryRule.ExplicitRecipient, (Guid?)null, (Guid?)person, DeliveryChannel.Portal),
            (named.Rule, named.ListId, named.PersonId, named.Channel));
        Assert.True(deliveries.Count > 1);
        Assert.All(deliveries, row =>
        {
            Assert.Equal(
                (publication.Id, version.ProductId, RowIds.Center(0), Now, false),
                (row.PublicationId, row.ProductId, row.OriginatorId, row.DeliveredAt, row.IsAcknowledgementRequired));
            Assert.Equal([0b111], row.Portions);
        });

        var approval = Assert.Single(await _scene.RowsAsync<VersionApproval>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal((ApprovalKind.Release, supervisor), (approval.Kind, approval.ApprovedById));
        var clearance = Assert.Single(await _scene.RowsAsync<ReleaseClearance>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal((ClearanceKind.Review, (Guid?)supervisor), (clearance.Kind, clearance.ReleasedById));
        var step = Assert.Single(await _scene.RowsAsync<VersionEvent>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal(
            (VersionStep.Publish, VersionState.Published, 2, ReleaseScene.Reason),
            (step.Step, step.ToState, step.Revision, step.Reason));
    }

    [Fact]
    public async Task Separation_of_duties_holds_at_the_release()
    {
        var own = await _scene.AddAsync(author: Staff.Of(0, Staff.Supervisor));
        Assert.Equal(
            "SeparationOfDutyError: You wrote it: somebody else has to do this.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", own.Id));

        var reviewed = await _scene.AddAsync(reviewer: Staff.Of(0, Staff.Supervisor));
        Assert.Equal(
            "SeparationOfDutyError: You reviewed it: somebody else has to do this.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", reviewed.Id));
        await _scene.DoneAsync(ReleaseScene.Director, "publish", reviewed.Id);
    }

    [Theory]
    [InlineData("supervisor", "AUTH_STEP_UP_REQUIRED")]
    [InlineData("analyst, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("privacy-officer, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("administrator, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("partner-hospital", "AUTH_NOT_AUTHORIZED")]
    public async Task Who_releases_nothing_is_told_so_before_anything_is_looked_up(string who, string code)
    {
        foreach (var input in new[]
        {
            """publish(input: { id: "x", revision: 1, reason: "r" })""",
            """publishNewVersion(input: { id: "x", revision: 1, supersedes: "y", reason: "r" })""",
            """schedule(input: { id: "x", revision: 1, releaseAt: "2026-11-23T00:00:00Z", reason: "r" })""",
            """emergencyRelease(input: { id: "x", revision: 1, reason: "r" })""",
            """renew(input: { id: "x", revision: 1, validUntil: "2026-11-23T00:00:00Z", reason: "r" })""",
        })
        {
            var response = await host.ExecuteAsync(who, $"mutation {{ {input} {{ errors {{ __typename }} }} }}");
            var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
            Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task What_is_not_approved_or_was_read_before_a_change_is_not_released()
    {
        foreach (var (state, message) in new[]
        {
            (VersionState.Draft, "It is a draft."),
            (VersionState.InReview, "It is in review."),
            (VersionState.ChangesRequested, "Changes were asked for."),
            (VersionState.Cancelled, "It was given up."),
        })
        {
            var version = await _scene.AddAsync(state: state);
            Assert.Equal(
                $"StateConflictError: {message}",
                await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", version.Id));
        }

        var approved = await _scene.AddAsync();
        Assert.StartsWith(
            "RevisionConflictError: ",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", approved.Id, revision: 7),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "InvalidInputError: ",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", approved.Id, reason: "short"),
            StringComparison.Ordinal);
        Assert.Equal(
            "NotFoundError: There is no version with this id.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", Guid.NewGuid(), revision: 1));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", approved.Id);
        Assert.Equal(
            "StateConflictError: It is published.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", approved.Id));
    }

    [Fact]
    public async Task A_refused_release_changes_nothing()
    {
        var nobody = await _scene.AddAsync([]);
        Assert.Equal(
            "AudienceError: It is meant for nobody: name a list or a recipient.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", nobody.Id));

        // Named, and without the attribute that even the title asks for.
        var marked = PortionMarking.Plain(Tlp.Green) with { Sensitivities = [Sensitivity.Les] };
        var unable = await _scene.AddAsync([], [RowIds.Of(RowKind.Person, 1)], marking: marked);
        Assert.Equal(
            "AudienceError: Nobody of its audience could receive it now.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", unable.Id));

        foreach (var version in new[] { nobody, unable })
        {
            Assert.Equal(VersionState.Approved, (await _scene.FindAsync(version.Id)).State);
            Assert.Empty(await _scene.RowsAsync<Publication>(rows => rows.Where(row => row.VersionId == version.Id)));
            Assert.Empty(await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id)));
            Assert.Empty(await _scene.RowsAsync<VersionEvent>(rows => rows.Where(row => row.VersionId == version.Id)));
            var product = Assert.Single(await _scene.RowsAsync<Product>(rows =>
                rows.Where(row => row.Id == version.ProductId)));
            Assert.Equal(
                (ProductState.InPreparation, (string?)null, (Guid?)null, 1),
                (product.State, product.PublicNumber, product.CurrentVersionId, product.Revision));
        }
    }

    [Fact]
    public async Task Of_two_releases_at_once_one_happens()
    {
        var version = await _scene.AddAsync();
        var payloads = await Task.WhenAll(
            Task.Run(() => _scene.StepAsync(ReleaseScene.Supervisor, "publish", version.Id, 1)),
            Task.Run(() => _scene.StepAsync(ReleaseScene.Director, "publish", version.Id, 1)));

        Assert.Single(payloads, payload => payload.GetProperty("errors").ValueKind == JsonValueKind.Null);
        Assert.Single(await _scene.RowsAsync<Publication>(rows => rows.Where(row => row.VersionId == version.Id)));
        Assert.Single(await _scene.RowsAsync<VersionEvent>(rows => rows.Where(row => row.VersionId == version.Id)));
    }

    [Fact]
    public async Task What_was_reviewed_cannot_be_changed_behind_its_digest()
    {
        var version = await _scene.AddAsync();
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                context.Set<Portion>().Where(portion => portion.VersionId == version.Id && portion.Ordinal == 2)
                    .ExecuteUpdateAsync(row => row.SetProperty(portion => portion.Text, "Something else."), Stop));
            Assert.Contains(
                "portions of a version do not change once it is reviewed", refusal.Message, StringComparison.Ordinal);
        }

        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
    }
}

public sealed class SqlitePublishTests(SqliteHost host) : PublishTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresPublishTests(PostgresHost host) : PublishTests(host), IClassFixture<PostgresHost>;
