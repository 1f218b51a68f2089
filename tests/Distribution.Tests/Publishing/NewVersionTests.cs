using GraphApi.Data.Bindings;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>New versions, emergencies, renewals, plans: the other ways out, and what stands against them.</summary>
public abstract class NewVersionTests(DistributionHost host)
{
    readonly ReleaseScene _scene = new(host);

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_one_in_force_and_has_an_audience_of_its_own()
    {
        var first = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Healthcare), ReleaseScene.ListId(ReleaseScene.AllPartners)]);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", first.Id);
        var second = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Water), ReleaseScene.ListId(ReleaseScene.AllPartners)],
            product: first.ProductId);
        Assert.Equal(
            "StateConflictError: Another version is in force: name it, so that this one takes its place.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", second.Id));
        Assert.Equal(
            "StateConflictError: Another version is in force: name it, so that this one takes its place.",
            await _scene.RefusedAsync(
                ReleaseScene.Supervisor, "publishNewVersion", second.Id,
                more: new { supersedes = ReleaseScene.IdOf(second.Id) }));

        var done = await _scene.DoneAsync(
            ReleaseScene.Supervisor, "publishNewVersion", second.Id,
            more: new { supersedes = ReleaseScene.IdOf(first.Id) });

        Assert.Equal(
            ReleaseScene.IdOf(second.Id),
            done.GetProperty("product").GetProperty("currentVersion").GetProperty("id").GetString());
        Assert.Equal(VersionState.Superseded, (await _scene.FindAsync(first.Id)).State);
        var changes = await ChangesAsync(first.ProductId);
        Assert.Equal(
            [ChangeKind.Published, ChangeKind.Superseded, ChangeKind.Revised, ChangeKind.Published],
            changes.Select(change => change.Change.Kind!.Value));
        // The last three are of the new version: who lost it, who has both, who is new.
        Assert.Equal([ReleaseScene.ListId(ReleaseScene.Healthcare)], changes[1].Audiences);
        Assert.Equal(
            new[] { ReleaseScene.ListId(ReleaseScene.AllPartners), RowIds.Center(0) }.Order(),
            changes[2].Audiences.Order());
        Assert.Equal([ReleaseScene.ListId(ReleaseScene.Water)], changes[3].Audiences);
    }

    [Fact]
    public async Task Who_is_asked_for_more_than_before_is_told_that_he_lost_it()
    {
        var first = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.LawEnforcement)]);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", first.Id);
        var second = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.LawEnforcement)],
            marking: PortionMarking.Plain(Tlp.Green) with { Sensitivities = [Sensitivity.Les] },
            product: first.ProductId);
        await _scene.DoneAsync(
            ReleaseScene.Director, "publishNewVersion", second.Id,
            more: new { supersedes = ReleaseScene.IdOf(first.Id) });

        var changes = await ChangesAsync(first.ProductId);
        Assert.Equal(
            [ChangeKind.Published, ChangeKind.Superseded, ChangeKind.Revised],
            changes.Select(change => change.Change.Kind!.Value));
        Assert.Equal([ReleaseScene.ListId(ReleaseScene.LawEnforcement)], changes[1].Audiences);
    }

    [Fact]
    public async Task In_an_emergency_two_persons_release_a_draft_and_its_review_is_due_within_a_day()
    {
        var version = await _scene.AddAsync(state: VersionState.Draft);
        var asked = await _scene.DoneAsync(ReleaseScene.Supervisor, "emergencyRelease", version.Id);
        Assert.Equal(("DRAFT", 1), (asked.GetProperty("state").GetString(), asked.GetProperty("revision").GetInt32()));
        Assert.Equal(
            Now.AddMinutes(30),
            asked.GetProperty("emergencyRequest").GetProperty("expiresAt").GetDateTime().ToUniversalTime());
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
        Assert.Equal(
            "SeparationOfDutyError: A second person confirms it, never the one who asked.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "emergencyRelease", version.Id));

        var done = await _scene.DoneAsync(ReleaseScene.Director, "emergencyRelease", version.Id);

        Assert.Equal("PUBLISHED", done.GetProperty("state").GetString());
        Assert.True(done.GetProperty("isEmergencyRelease").GetBoolean());
        Assert.Equal("null", done.GetProperty("emergencyRequest").GetRawText());
        Assert.Equal("null", done.GetProperty("privacyReviewedOn").GetRawText());
        Assert.NotNull(await _scene.TitleAsync("partner-hospital", version.ProductId));
        var review = Assert.Single(await _scene.RowsAsync<PrivacyReview>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal((PrivacyReviewKind.PostRelease, Now.AddHours(24)), (review.Kind, review.DueAt));
        var clearance = Assert.Single(await _scene.RowsAsync<ReleaseClearance>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal(
            (ClearanceKind.Emergency, (Guid?)Staff.Of(0, Staff.Supervisor), (Guid?)Staff.Of(0, Staff.Director)),
            (clearance.Kind, clearance.ReleasedById, clearance.SecondPersonId));
        Assert.Equal(
            [
                (ApprovalKind.EmergencySupervisor, Staff.Of(0, Staff.Supervisor)),
                (ApprovalKind.EmergencyDirector, Staff.Of(0, Staff.Director)),
            ],
            (await _scene.RowsAsync<VersionApproval>(rows => rows.Where(row => row.VersionId == version.Id)))
                .OrderBy(row => row.Kind).Select(row => (row.Kind, row.ApprovedById)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_is_too_old_or_of_another_revision_is_none(bool isOld)
    {
        var version = await _scene.AddAsync(state: VersionState.Draft);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "emergencyRelease", version.Id);
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var (ends, revision) = (isOld ? Now : Now.AddMinutes(30), isOld ? 1 : 7);
            await context.Set<EmergencyRequest>().Where(row => row.VersionId == version.Id).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.ExpiresAt, ends).SetProperty(r => r.VersionRevision, revision),
                TestContext.Current.CancellationToken);
        }

        // Who comes second then is the first.
        var asked = await _scene.DoneAsync(ReleaseScene.Director, "emergencyRelease", version.Id);
        Assert.Equal("DRAFT", asked.GetProperty("state").GetString());
        var request = Assert.Single(await _scene.RowsAsync<EmergencyRequest>(rows =>
            rows.Where(row => row.VersionId == version.Id)));
        Assert.Equal((Staff.Of(0, Staff.Director), 1), (request.RequestedById, request.VersionRevision));
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
    }

    [Fact]
    public async Task An_emergency_is_never_an_authors_affair_and_no_way_around_a_fit_audience()
    {
        var own = await _scene.AddAsync(state: VersionState.Draft, author: Staff.Of(0, Staff.Director));
        Assert.Equal(
            "SeparationOfDutyError: You wrote it: somebody else has to do this.",
            await _scene.RefusedAsync(ReleaseScene.Director, "emergencyRelease", own.Id));

        var red = await _scene.AddAsync(state: VersionState.InReview, marking: PortionMarking.Plain(Tlp.Red));
        await _scene.DoneAsync(ReleaseScene.Director, "emergencyRelease", red.Id);
        Assert.Equal(
            "AudienceError: TLP:RED is for named persons, not for a list.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "emergencyRelease", red.Id));
    }

    [Fact]
    public async Task A_renewal_gives_a_later_end_and_brings_back_what_was_past_its_validity()
    {
        var version = await _scene.AddAsync(
            [ReleaseScene.ListId(ReleaseScene.Healthcare)], validUntil: Now.AddMinutes(1));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        Assert.Equal(
            "InvalidInputError: It is later than the present end.",
            await _scene.RefusedAsync(
                ReleaseScene.Supervisor, "renew", version.Id, more: new { validUntil = Now.AddSeconds(30) }));
        await _scene.DoneAsync(
            ReleaseScene.Supervisor, "renew", version.Id, more: new { validUntil = Now.AddMinutes(2) });

        host.Clock.Ahead += TimeSpan.FromMinutes(2);
        Assert.Equal(1, (await host.Module.RunDueAsync(TestContext.Current.CancellationToken)).Expired);
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
        var done = await _scene.DoneAsync(
            ReleaseScene.Supervisor, "renew", version.Id, more: new { validUntil = Now.AddDays(1) });

        Assert.Equal("PUBLISHED", done.GetProperty("state").GetString());
        Assert.Equal("CURRENT", done.GetProperty("product").GetProperty("state").GetString());
        Assert.NotNull(await _scene.TitleAsync("partner-hospital", version.ProductId));
        var changes = await ChangesAsync(version.ProductId);
        Assert.Equal(
            [
                ChangeKind.Published, ChangeKind.MetadataChanged, ChangeKind.Expired, ChangeKind.MetadataChanged,
                ChangeKind.Published,
            ],
            changes.Select(change => change.Change.Kind!.Value));
        Assert.Equal([RowIds.Center(0)], changes[3].Audiences);
        Assert.Equal([ReleaseScene.ListId(ReleaseScene.Healthcare)], changes[4].Audiences);
    }

    [Fact]
    public async Task A_plan_is_for_the_future_and_for_what_could_be_released()
    {
        var version = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Healthcare)]);
        Assert.Equal(
            "InvalidInputError: It is in the future, at most 366 days.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "schedule", version.Id, more: new { releaseAt = Now }));
        var brief = await _scene.AddAsync(validUntil: Now.AddHours(1));
        Assert.Equal(
            "StateConflictError: It would be past its validity at once: give it a later end.",
            await _scene.RefusedAsync(
                ReleaseScene.Supervisor, "schedule", brief.Id, more: new { releaseAt = Now.AddHours(1) }));
        var empty = await _scene.AddAsync([]);
        Assert.Equal(
            "AudienceError: It is meant for nobody: name a list or a recipient.",
            await _scene.RefusedAsync(
                ReleaseScene.Supervisor, "schedule", empty.Id, more: new { releaseAt = Now.AddHours(1) }));

        var done = await _scene.DoneAsync(
            ReleaseScene.Supervisor, "schedule", version.Id, more: new { releaseAt = Now.AddHours(1) });
        Assert.Equal("SCHEDULED", done.GetProperty("state").GetString());
        Assert.Null(await _scene.TitleAsync("partner-hospital", version.ProductId));
        // Sooner by hand, if that is what is wanted.
        await _scene.DoneAsync(ReleaseScene.Director, "publish", version.Id);
        Assert.Equal(Now, (await _scene.FindAsync(version.Id)).ReleaseAt);
        Assert.NotNull(await _scene.TitleAsync("partner-hospital", version.ProductId));
    }

    [Fact]
    public async Task Each_list_and_recipient_that_does_not_fit_is_named()
    {
        var lists = new[] { ReleaseScene.ListId(ReleaseScene.AllPartners) };
        var strict = await _scene.AddAsync(lists, marking: PortionMarking.Plain(Tlp.AmberStrict));
        Assert.Equal(
            "AudienceError: A list takes up to TLP:AMBER, and a portion is TLP:AMBER+STRICT.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", strict.Id));
        var personal = await _scene.AddAsync(
            lists, body: PortionMarking.Plain(Tlp.Green) with { Sensitivities = [Sensitivity.Pii] });
        var payload = await _scene.StepAsync(ReleaseScene.Supervisor, "publish", personal.Id);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal("A list may not carry PII, and a portion does.", error.GetProperty("message").GetString());
        Assert.Equal(
            NodeIds.Format(nameof(DistributionList), lists[0]),
            error.GetProperty("list").GetProperty("id").GetString());

        var red = await _scene.AddAsync(lists, marking: PortionMarking.Plain(Tlp.Red));
        Assert.Equal(
            "AudienceError: TLP:RED is for named persons, not for a list.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", red.Id));
        var listsOnly = await _scene.AddAsync(
            lists,
            [RowIds.Of(RowKind.Person, 1)],
            marking: PortionMarking.Plain(Tlp.Green) with
            {
                DisseminationControls = [LimitedDisseminationControl.DlOnly],
            });
        Assert.Equal(
            "AudienceError: What is marked DL ONLY goes to lists alone, not to who is named.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", listsOnly.Id));

        var bulletin = await _scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Water)]);
        await _scene.WithListAsync(
            ReleaseScene.Water,
            list => (list.State, list.ProductTypes) =
                (DistributionListState.Suspended, [ProductType.FormalReport]),
            async () => Assert.Equal(
                "AudienceError: A list is not in use.\nAudienceError: A list is not for products of this type.",
                await _scene.RefusedAsync(ReleaseScene.Supervisor, "publish", bulletin.Id)));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", bulletin.Id);
    }

    async Task<List<(Change Change, List<Guid> Audiences)>> ChangesAsync(Guid product)
    {
        var changes = await _scene.RowsAsync<Change>(rows =>
            rows.Where(row => row.ProductId == product).OrderBy(row => row.Sequence));
        var numbers = changes.Select(change => change.Sequence).ToArray();
        var audiences = await _scene.RowsAsync<ChangeAudience>(rows =>
            rows.Where(row => numbers.Contains(row.Sequence)));
        return
        [
            .. changes.Select(change => (
                change,
                audiences.Where(audience => audience.Sequence == change.Sequence)
                    .Select(audience => audience.AudienceId).ToList())),
        ];
    }
}

public sealed class SqliteNewVersionTests(SqliteHost host) : NewVersionTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresNewVersionTests(PostgresHost host) : NewVersionTests(host), IClassFixture<PostgresHost>;
