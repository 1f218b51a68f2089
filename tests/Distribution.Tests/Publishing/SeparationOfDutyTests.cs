using GraphApi.Data.Bindings;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Distribution.Tests.Drafting;
using GraphApi.Distribution.Tests.PrivacyReviews;
using Microsoft.EntityFrameworkCore;
using LoggedKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// The ways in which one person could come to write, review and release the same version after all, and those in which
/// something else than what was reviewed could go out.
/// </summary>
public abstract class SeparationOfDutyTests(DistributionHost host)
{
    const string Reviewed = "SeparationOfDutyError: You reviewed it: somebody else has to do this.";

    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    readonly ReleaseScene _scene = new(host);
    readonly ReviewScene _reviews = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_reviews_a_version_does_not_release_it_in_an_emergency_either()
    {
        var version = await _scene.AddAsync(state: VersionState.InReview);
        await AddReviewAsync(version.Id, PrivacyReviewState.InReview, Staff.Of(0, Staff.Supervisor));
        Assert.Equal(
            Reviewed, await _scene.RefusedAsync(ReleaseScene.Supervisor, "emergencyRelease", version.Id));

        // Nor does who asked for it, and was made its reviewer before the second person came.
        var other = await _scene.AddAsync(state: VersionState.InReview);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "emergencyRelease", other.Id);
        await AddReviewAsync(other.Id, PrivacyReviewState.Assigned, Staff.Of(0, Staff.Supervisor));
        Assert.Equal(
            "StateConflictError: The person who asked may not do so any more.",
            await _scene.RefusedAsync(ReleaseScene.Director, "emergencyRelease", other.Id));
    }

    [Fact]
    public async Task Who_released_a_version_in_an_emergency_does_not_review_it_afterwards()
    {
        var version = await EmergencyAsync(VersionState.Draft);
        var review = await OpenReviewAsync(version.Id);
        foreach (var place in new[] { Staff.Supervisor, Staff.Director })
        {
            Assert.Equal(
                "SeparationOfDutyError: Whoever released it cannot review it.",
                await _reviews.RefusedAsync(
                    DraftScene.PrivacyOfficer, "assignReview", review.Id,
                    new { reviewer = ReviewScene.IdOf(place) }));
        }

        await _reviews.DoneAsync(
            DraftScene.PrivacyOfficer, "assignReview", review.Id,
            new { reviewer = ReviewScene.IdOf(Staff.PrivacyOfficer) });
    }

    [Fact]
    public async Task Who_decided_on_an_objection_reviewed_it_and_neither_approves_nor_releases_it()
    {
        var review = await _reviews.MakeAsync("RESOLVED_CONCUR");
        var version = (await _reviews.ReadAsync(rows => rows.Where(row => row.Id == review))).VersionId;
        Assert.Equal(Reviewed, await _scene.RefusedAsync(ReleaseScene.Director, "approve", version));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "approve", version);
        Assert.Equal(Reviewed, await _scene.RefusedAsync(ReleaseScene.Director, "publish", version));
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version);
    }

    [Fact]
    public async Task What_was_given_to_review_again_is_not_signed_as_it_was_read_before()
    {
        var review = await _reviews.MakeAsync("IN_REVIEW");
        var read = (await _reviews.ReadAsync(rows => rows.Where(row => row.Id == review))).Revision;
        var version = (await _reviews.ReadAsync(rows => rows.Where(row => row.Id == review))).VersionId;
        var row = await _scene.DoneAsync(ReleaseScene.Supervisor, "requestChanges", version);
        var revised = DraftScene.Version(await _reviews.Drafts.MutateAsync(
            DraftScene.Author,
            "reviseDraft",
            new
            {
                id = row.GetProperty("id").GetString(),
                revision = row.GetProperty("revision").GetInt32(),
                portions = new[] { new { kind = "BODY", text = "What nobody reviewed.", marking = DraftScene.Green } },
            }));
        await _reviews.Drafts.DoneAsync(DraftScene.Author, "resubmit", revised);

        Assert.Equal(
            $"RevisionConflictError: It was changed meanwhile and has revision {read + 1} now. Read it again, "
                + "then decide.",
            await _reviews.RefusedAsync(
                DraftScene.PrivacyOfficer, "concur", review, new { revision = read, rationale = DraftScene.Reason }));
        await _reviews.DoneAsync(
            DraftScene.PrivacyOfficer, "concur", review, new { rationale = DraftScene.Reason });
    }

    [Fact]
    public async Task Who_reviews_a_version_is_not_made_its_author()
    {
        var review = await _reviews.MakeAsync("REQUESTED");
        var colleague = await ColleagueAsync();
        await _reviews.DoneAsync(
            DraftScene.PrivacyOfficer, "assignReview", review,
            new { reviewer = NodeIds.Format(nameof(Person), colleague) });
        var found = await _reviews.ReadAsync(rows => rows.Where(row => row.Id == review));
        var version = await _scene.DoneAsync(ReleaseScene.Supervisor, "requestChanges", found.VersionId);
        var payload = await _reviews.Drafts.MutateAsync(
            DraftScene.Author,
            "reviseDraft",
            new
            {
                id = version.GetProperty("id").GetString(),
                revision = version.GetProperty("revision").GetInt32(),
                authors = new[] { ReviewScene.IdOf(Staff.Analyst), NodeIds.Format(nameof(Person), colleague) },
            });
        Assert.Equal(
            "InvalidInputError authors: Whoever reviews it is none of its authors.", DraftScene.Refusal(payload));
    }

    [Fact]
    public async Task An_emergency_ends_the_review_that_was_under_way_and_asks_for_one_within_a_day()
    {
        var before = await _reviews.MakeAsync("IN_REVIEW", isBlocking: true);
        var version = (await _reviews.ReadAsync(rows => rows.Where(row => row.Id == before))).VersionId;
        await _scene.DoneAsync(ReleaseScene.Supervisor, "emergencyRelease", version);
        await _scene.DoneAsync(ReleaseScene.Director, "emergencyRelease", version);

        Assert.Equal(
            PrivacyReviewState.Voided, (await _reviews.ReadAsync(rows => rows.Where(row => row.Id == before))).State);
        var after = await OpenReviewAsync(version);
        Assert.Equal(
            (PrivacyReviewKind.PostRelease, PrivacyReviewState.Requested, Now.AddHours(24)),
            (after.Kind, after.State, after.DueAt));
        Assert.Null((await _scene.FindAsync(version)).PrivacyReviewedOn);
    }

    [Theory]
    [InlineData("concur")]
    [InlineData("recommendRecall")]
    public async Task Of_a_review_after_the_release_those_are_told_who_see_what_came_of_it(string step)
    {
        var version = await EmergencyAsync(VersionState.InReview);
        var review = (await OpenReviewAsync(version.Id)).Id;
        // A delegate: an analyst of the center who wrote nothing of it.
        await _reviews.DoneAsync(
            DraftScene.PrivacyOfficer, "assignReview", review,
            new { reviewer = NodeIds.Format(nameof(Person), await ColleagueAsync()) });
        var answers = await _reviews.MoreAsync("answerChecklist", review);
        await _reviews.DoneAsync(DraftScene.Colleague, "answerChecklist", review, answers);
        Assert.Equal(
            "StateConflictError: It is out already: recommend its recall instead.",
            await _reviews.RefusedAsync(
                DraftScene.Colleague, "nonconcur", review, new { rationale = DraftScene.Reason }));
        var told = await LastChangeAsync(version.ProductId);

        await _reviews.DoneAsync(DraftScene.Colleague, step, review, new { rationale = DraftScene.Reason });

        var isPassed = step == "concur";
        Assert.Equal(
            isPassed ? DateOnly.FromDateTime(Now) : null, (await _scene.FindAsync(version.Id)).PrivacyReviewedOn);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var change = Assert.Single(await context.Set<Change>()
            .Where(row => row.ProductId == version.ProductId && row.Sequence > told).ToListAsync(Stop));
        Assert.Equal(LoggedKind.MetadataChanged, change.Kind);
        var audiences = await context.Set<ChangeAudience>().Where(row => row.Sequence == change.Sequence)
            .Select(row => row.AudienceId).ToListAsync(Stop);
        // Partners see the badge; what is recommended is the center's affair until it recalls.
        Assert.Equal(
            isPassed ? [ReleaseScene.ListId(ReleaseScene.AllPartners), RowIds.Center(0)] : [RowIds.Center(0)],
            audiences.OrderBy(id => id == RowIds.Center(0)));
    }

    [Fact]
    public async Task What_is_released_stays_in_force_longer_by_somebody_else_and_once_it_was_reviewed()
    {
        var own = await _scene.AddAsync(author: Staff.Of(0, Staff.Supervisor));
        await _scene.DoneAsync(ReleaseScene.Director, "publish", own.Id);
        var more = new { validUntil = Now.AddDays(300) };
        Assert.Equal(
            "SeparationOfDutyError: You wrote it: somebody else has to do this.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "renew", own.Id, more: more));
        await _scene.DoneAsync(ReleaseScene.Director, "renew", own.Id, more: more);

        var urgent = await EmergencyAsync(VersionState.Draft);
        Assert.Equal(
            "StateConflictError: It was released in an emergency, and no privacy review has let it pass since.",
            await _scene.RefusedAsync(ReleaseScene.Supervisor, "renew", urgent.Id, more: more));
    }

    [Fact]
    public async Task A_plan_ends_with_the_office_of_who_made_it()
    {
        var version = await _scene.AddAsync();
        await _scene.DoneAsync(
            ReleaseScene.Supervisor, "schedule", version.Id, more: new { releaseAt = Now.AddMinutes(1) });
        var person = Staff.Of(0, Staff.Supervisor);
        await using var context = host.Module.AccessDatabase.CreateContext();
        async Task SetAsync(PrincipalStatus status) => await context.Set<Person>().Where(row => row.Id == person)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Status, status), Stop);
        var ahead = host.Clock.Ahead;
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        try
        {
            await SetAsync(PrincipalStatus.Suspended);
            Assert.Contains(version.Id, (await host.Module.RunDueAsync(Stop)).Refused);
            Assert.Equal(VersionState.Scheduled, (await _scene.FindAsync(version.Id)).State);
            await SetAsync(PrincipalStatus.Active);
            Assert.Equal(1, (await host.Module.RunDueAsync(Stop)).Released);
        }
        finally
        {
            await SetAsync(PrincipalStatus.Active);
            host.Clock.Ahead = ahead;
        }
    }

    async Task<ProductVersion> EmergencyAsync(VersionState state)
    {
        var version = await _scene.AddAsync(state: state);
        await _scene.DoneAsync(ReleaseScene.Supervisor, "emergencyRelease", version.Id);
        await _scene.DoneAsync(ReleaseScene.Director, "emergencyRelease", version.Id);
        return version;
    }

    async Task<PrivacyReview> OpenReviewAsync(Guid version) => Assert.Single(await _scene.RowsAsync<PrivacyReview>(
        rows => rows.Where(row => row.VersionId == version && row.State != PrivacyReviewState.Voided)));

    async Task<Guid> ColleagueAsync() => Assert.Single(await _scene.RowsAsync<Person>(rows =>
        rows.Where(row => row.Subject == DistributionHost.Colleague))).Id;

    async Task<long> LastChangeAsync(Guid product) => (await _scene.RowsAsync<Change>(rows =>
        rows.Where(row => row.ProductId == product))).Max(row => row.Sequence);

    async Task AddReviewAsync(Guid version, PrivacyReviewState state, Guid reviewer)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        context.Add(new PrivacyReview
        {
            Id = Guid.NewGuid(),
            VersionId = version,
            OriginatorId = RowIds.Center(0),
            Kind = PrivacyReviewKind.Standard,
            State = state,
            Checklist = ReviewChecklist.Current.Version,
            RequestedById = ReleaseScene.Author,
            RequestedAt = Now,
            ReviewerId = reviewer,
            DueAt = Now.AddDays(3),
            CreatedAt = Now,
            UpdatedAt = Now,
        });
        await context.SaveChangesAsync(Stop);
    }
}

public sealed class SqliteSeparationOfDutyTests(SqliteHost host)
    : SeparationOfDutyTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSeparationOfDutyTests(PostgresHost host)
    : SeparationOfDutyTests(host), IClassFixture<PostgresHost>;
