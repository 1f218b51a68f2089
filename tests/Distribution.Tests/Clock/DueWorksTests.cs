using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Clock;

/// <summary>What the clock does, when, and how often. Each test moves the clock of the host on.</summary>
public abstract class DueWorksTests(DistributionHost host)
{
    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task A_scheduled_version_is_released_when_its_time_has_come_and_not_before()
    {
        var version = await ScheduleAsync(TimeSpan.FromMinutes(2));
        var releaseAt = Now.AddMinutes(2);
        Assert.Equal(releaseAt, (await _scene.FindAsync(version.Id)).ReleaseAt);
        Assert.True(await host.Module.FindNextDueAsync(Stop) <= releaseAt);

        host.Clock.Ahead += TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(10);
        Assert.Equal(0, (await host.Module.RunDueAsync(Stop)).Released);
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));

        host.Clock.Ahead += TimeSpan.FromTicks(10);
        // The clock releases, time alone does not.
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
        var report = await host.Module.RunDueAsync(Stop);
        Assert.Equal((1, 0), (report.Released, report.Refused.Count));
        Assert.NotNull(await _scene.TitleAsync("partner-hospital", version.ProductId));

        var publication = Assert.Single(await _scene.RowsAsync<Publication>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal(
            (Staff.Of(0, Staff.Supervisor), ReleaseScene.Reason, releaseAt),
            (publication.ReleasedById, publication.ReasonForRelease, publication.EffectiveAt));
        var steps = await _scene.RowsAsync<VersionEvent>(rows =>
            rows.Where(row => row.VersionId == version.Id).OrderBy(row => row.Revision));
        Assert.Equal(
            [(VersionStep.Schedule, (Guid?)Staff.Of(0, Staff.Supervisor)), (VersionStep.Publish, null)],
            steps.Select(step => (step.Step, step.ActorId)));
        Assert.Equal("Clock", steps[1].ActorName);
        Assert.Equal([ChangeKind.Published], await KindsAsync(version.ProductId));
    }

    [Fact]
    public async Task Two_nodes_do_the_same_work_once()
    {
        var versions = new List<ProductVersion>();
        for (var i = 0; i < 4; i++)
        {
            versions.Add(await ScheduleAsync(TimeSpan.FromMinutes(1)));
        }

        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        await using var other = DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = host.Module.Options.ConnectionString,
            CursorKeys = [new byte[32]],
            Time = host.Clock,
        });
        var reports = await Task.WhenAll(
            Task.Run(() => host.Module.RunDueAsync(Stop)), Task.Run(() => other.RunDueAsync(Stop)));

        Assert.Equal(4, reports.Sum(report => report.Released));
        Assert.All(reports, report => Assert.Empty(report.Failed));
        foreach (var version in versions)
        {
            Assert.Single(await _scene.RowsAsync<Publication>(rows => rows.Where(row => row.VersionId == version.Id)));
            Assert.Equal([ChangeKind.Published], await KindsAsync(version.ProductId));
            var deliveries = await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id));
            Assert.Equal(deliveries.Count, deliveries.Select(row => row.RecipientId).Distinct().Count());
        }
    }

    [Fact]
    public async Task What_does_not_fit_any_more_when_its_time_has_come_stays_in_and_is_told_of()
    {
        var version = await ScheduleAsync(TimeSpan.FromMinutes(1));
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        await _scene.WithListAsync(
            ReleaseScene.Healthcare,
            list => list.TlpCeiling = Tlp.Clear,
            async () =>
            {
                var report = await host.Module.RunDueAsync(Stop);
                Assert.Equal([version.Id], report.Refused);
                Assert.Equal(0, report.Released);
                Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
            });

        Assert.Equal(VersionState.Scheduled, (await _scene.FindAsync(version.Id)).State);
        Assert.Empty(await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Released);
    }

    [Fact]
    public async Task A_release_that_fails_half_way_leaves_nothing_and_is_done_later()
    {
        var version = await ScheduleAsync(TimeSpan.FromMinutes(1));
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        var isPostgreSql = host.Module.Database.DataSource is not null;
        await ExecuteAsync(isPostgreSql
            ? """
              CREATE FUNCTION fail_ledger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''down''; END';
              CREATE TRIGGER fail_ledger BEFORE INSERT ON deliveries EXECUTE FUNCTION fail_ledger();
              """
            : "CREATE TRIGGER fail_ledger BEFORE INSERT ON deliveries BEGIN SELECT RAISE(ABORT, 'down'); END;");
        try
        {
            var report = await host.Module.RunDueAsync(Stop);
            Assert.Equal(version.Id, Assert.Single(report.Failed).Subject);
        }
        finally
        {
            await ExecuteAsync(isPostgreSql ? "DROP FUNCTION fail_ledger() CASCADE" : "DROP TRIGGER fail_ledger");
        }

        Assert.Equal((VersionState.Scheduled, 2), await StateAsync(version.Id));
        Assert.Empty(await _scene.RowsAsync<Publication>(rows => rows.Where(row => row.VersionId == version.Id)));
        Assert.Empty(await KindsAsync(version.ProductId));
        Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Released);
        Assert.Equal((VersionState.Published, 3), await StateAsync(version.Id));
    }

    [Fact]
    public async Task A_version_past_its_validity_is_ended_once_and_those_who_had_it_are_told()
    {
        var version = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Healthcare)], validUntil: Now.AddMinutes(5));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        host.Clock.Ahead += TimeSpan.FromMinutes(5);
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));

        Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Expired);
        Assert.Equal(0, (await host.Module.RunDueAsync(Stop)).Expired);

        Assert.Equal((VersionState.Expired, 3), await StateAsync(version.Id));
        var product = Assert.Single(await _scene.RowsAsync<Product>(rows =>
            rows.Where(row => row.Id == version.ProductId)));
        Assert.Equal((ProductState.Expired, version.Id), (product.State, product.CurrentVersionId));
        Assert.Equal(
            [EntitlementKind.Home],
            (await _scene.RowsAsync<Entitlement>(rows => rows.Where(row => row.VersionId == version.Id)))
                .Select(right => right.Kind));
        Assert.Equal([ChangeKind.Published, ChangeKind.Expired], await KindsAsync(version.ProductId));
    }

    [Fact]
    public async Task An_overdue_review_is_told_of_once()
    {
        var version = await _scene.AddAsync(state: VersionState.InReview);
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            context.Add(new PrivacyReview
            {
                Id = Guid.NewGuid(),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Kind = PrivacyReviewKind.Standard,
                State = PrivacyReviewState.Requested,
                Checklist = ReviewChecklist.Current.Version,
                RequestedById = ReleaseScene.Author,
                RequestedAt = Now,
                DueAt = Now.AddMinutes(1),
                CreatedAt = Now,
                UpdatedAt = Now,
            });
            await context.SaveChangesAsync(Stop);
        }

        await host.Module.RunDueAsync(Stop);
        Assert.Empty(await KindsAsync(version.ProductId));
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Overdue);
        Assert.Equal(0, (await host.Module.RunDueAsync(Stop)).Overdue);
        Assert.Equal([ChangeKind.MetadataChanged], await KindsAsync(version.ProductId));
    }

    [Fact]
    public async Task Readers_are_woken_where_time_ended_what_somebody_may_see_and_not_otherwise()
    {
        await host.Module.RunDueAsync(Stop);
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        await host.Module.RunDueAsync(Stop);
        var before = await WakesAsync();
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(before, await WakesAsync());

        var ends = Now.AddMinutes(1);
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var id = await context.Set<ListMembership>().Where(row => row.State == MembershipState.Active)
                .Select(row => row.Id).FirstAsync(Stop);
            await context.Set<ListMembership>().Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(m => m.ExpiresAt, ends), Stop);
        }

        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(before + 1, await WakesAsync());
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(before + 1, await WakesAsync());
    }

    async Task<ProductVersion> ScheduleAsync(TimeSpan ahead)
    {
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)]);
        await _scene.DoneAsync(
            ReleaseScene.Supervisor, "schedule", version.Id, more: new { releaseAt = Now + ahead });
        return version;
    }

    async Task<(VersionState State, int Revision)> StateAsync(Guid version)
    {
        var found = await _scene.FindAsync(version);
        return (found.State, found.Revision);
    }

    async Task<List<ChangeKind>> KindsAsync(Guid product) =>
        [
            .. (await _scene.RowsAsync<Change>(rows =>
                rows.Where(row => row.ProductId == product).OrderBy(row => row.Sequence)))
                .Select(change => change.Kind!.Value),
        ];

    async Task<int> WakesAsync() => (await _scene.RowsAsync<Change>(rows => rows.Where(row => row.Kind == null))).Count;

    async Task ExecuteAsync(string sql)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql, Stop);
    }
}

public sealed class SqliteDueWorksTests(SqliteHost host) : DueWorksTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresDueWorksTests(PostgresHost host) : DueWorksTests(host), IClassFixture<PostgresHost>;
