using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.PrivacyReviews;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// Who comes at the same moment, or in between: of two steps one is taken, the other is told so, and nothing is left of
/// the one that was not.
/// </summary>
public abstract class ReleaseRaceTests(DistributionHost host)
{
    const int Rounds = 6;

    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Theory]
    [InlineData("publish")]
    [InlineData("reopen")]
    [InlineData("cancel")]
    public async Task Of_a_release_and_another_step_at_once_one_is_taken(string other)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var version = await _scene.AddAsync();
            var payloads = await Task.WhenAll(
                Task.Run(() => _scene.StepAsync(ReleaseScene.Supervisor, "publish", version.Id, 1)),
                Task.Run(() => _scene.StepAsync(ReleaseScene.Director, other, version.Id, 1)));

            Assert.Single(payloads, IsDone);
            Assert.Contains(TypeOf(Assert.Single(payloads, payload => !IsDone(payload))), Conflicts);
            await AssertWholeAsync(version, IsDone(payloads[0]) || other == "publish");
        }
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("reopen")]
    [InlineData("cancel")]
    public async Task Of_the_clock_and_a_step_at_once_one_is_taken(string other)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var version = await ScheduledAsync();
            host.Clock.Ahead += TimeSpan.FromSeconds(1);
            var clock = Task.Run(() => host.Module.RunDueAsync(Stop));
            var step = Task.Run(() => _scene.StepAsync(ReleaseScene.Director, other, version.Id, 2));
            var (report, payload) = (await clock, await step);

            Assert.Empty(report.Failed);
            Assert.Empty(report.Refused);
            Assert.Equal(1, report.Released + (IsDone(payload) ? 1 : 0));
            Assert.Contains(IsDone(payload) ? Conflicts[0] : TypeOf(payload), Conflicts);
            await AssertWholeAsync(version, report.Released == 1 || other == "publish");
        }
    }

    [Fact]
    public async Task Of_a_concurrence_and_a_wish_for_changes_at_once_neither_is_lost_unseen()
    {
        var reviews = new ReviewScene(host);
        for (var i = 0; i < Rounds; i++)
        {
            var review = await reviews.MakeAsync("IN_REVIEW");
            var before = await reviews.ReadAsync(rows => rows.Where(row => row.Id == review));
            var answers = await Task.WhenAll(
                Task.Run(() => reviews.TakeAsync(
                    "privacy-officer, stepped up",
                    "concur",
                    review,
                    new { rationale = ReleaseScene.Reason, revision = before.Revision })),
                Task.Run(async () => Wrap(
                    "requestChanges",
                    await _scene.StepAsync(ReleaseScene.Supervisor, "requestChanges", before.VersionId, 2))));

            var done = answers.Select((answer, place) =>
                IsDone(answer.GetProperty("data").GetProperty(place == 0 ? "concur" : "requestChanges"))).ToArray();
            var after = await reviews.ReadAsync(rows => rows.Where(row => row.Id == review));
            var version = await _scene.FindAsync(before.VersionId);
            Assert.Contains(true, done);
            Assert.Equal(done[1] ? VersionState.ChangesRequested : VersionState.InReview, version.State);
            Assert.Equal(done[0], after.SignedAt is not null);
        }
    }

    [Fact]
    public async Task Whoever_was_to_receive_it_and_may_not_any_more_holds_the_clock_up()
    {
        var organization = Assert.Single(await _scene.RowsAsync<Person>(rows =>
            rows.Where(row => row.Id == RowIds.Of(RowKind.Person, 1)))).OrganizationId!.Value;
        var version = await ScheduledAsync([organization]);
        host.Clock.Ahead += TimeSpan.FromSeconds(1);
        await SetAsync(OrganizationStatus.Suspended);
        try
        {
            Assert.Equal([version.Id], (await host.Module.RunDueAsync(Stop)).Refused);
            var payload = await _scene.StepAsync(ReleaseScene.Director, "publish", version.Id);
            Assert.Equal("AudienceError", TypeOf(payload));
            await AssertWholeAsync(version, isReleased: false);
        }
        finally
        {
            await SetAsync(OrganizationStatus.Active);
        }

        Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Released);
        await AssertWholeAsync(version, isReleased: true);

        async Task SetAsync(OrganizationStatus status)
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            await context.Set<Organization>().Where(row => row.Id == organization)
                .ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, status), Stop);
        }
    }

    static readonly string[] Conflicts = ["RevisionConflictError", "StateConflictError", "NotFoundError"];

    static bool IsDone(JsonElement payload) => payload.GetProperty("errors").ValueKind == JsonValueKind.Null;

    static string TypeOf(JsonElement payload) =>
        Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString()!;

    static JsonElement Wrap(string step, JsonElement payload) => JsonSerializer.SerializeToElement(
        new { data = new Dictionary<string, JsonElement> { [step] = payload } });

    /// <summary>Either all of a release is there, once, or nothing.</summary>
    async Task AssertWholeAsync(ProductVersion version, bool isReleased)
    {
        var id = version.Id;
        var times = isReleased ? 1 : 0;
        Assert.Equal(isReleased, (await _scene.FindAsync(id)).State == VersionState.Published);
        Assert.Equal(times, (await _scene.RowsAsync<Publication>(rows => rows.Where(r => r.VersionId == id))).Count);
        Assert.Equal(
            times, (await _scene.RowsAsync<ReleaseClearance>(rows => rows.Where(r => r.VersionId == id))).Count);
        Assert.Equal(
            times,
            (await _scene.RowsAsync<VersionApproval>(rows => rows.Where(r => r.VersionId == id))).Count);
        Assert.Equal(
            times,
            (await _scene.RowsAsync<VersionEvent>(rows =>
                rows.Where(r => r.VersionId == id && r.Step == VersionStep.Publish))).Count);
        var deliveries = await _scene.RowsAsync<Delivery>(rows => rows.Where(r => r.VersionId == id));
        Assert.Equal(isReleased, deliveries.Count > 0);
        Assert.Equal(deliveries.Count, deliveries.Select(row => row.RecipientId).Distinct().Count());
        Assert.Equal(
            isReleased,
            (await _scene.RowsAsync<Entitlement>(rows =>
                rows.Where(r => r.VersionId == id && r.Kind != EntitlementKind.Draft))).Count > 0);
        Assert.Equal(
            isReleased ? id : null,
            Assert.Single(await _scene.RowsAsync<Product>(rows =>
                rows.Where(r => r.Id == version.ProductId))).CurrentVersionId);
    }

    async Task<ProductVersion> ScheduledAsync(Guid[]? organizations = null)
    {
        var version = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Healthcare)], organizations: organizations);
        await _scene.DoneAsync(
            ReleaseScene.Supervisor, "schedule", version.Id, more: new { releaseAt = Now.AddSeconds(1) });
        return version;
    }
}

public sealed class SqliteReleaseRaceTests(SqliteHost host) : ReleaseRaceTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresReleaseRaceTests(PostgresHost host) : ReleaseRaceTests(host), IClassFixture<PostgresHost>;
