using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Drafting;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.PrivacyReviews;

/// <summary>Privacy reviews as those in them see them, on both databases.</summary>
public abstract class ReviewTests(DistributionHost host)
{
    readonly ReviewScene _scene = new(host);

    [Fact]
    public async Task An_objection_is_decided_by_the_director_and_all_of_it_is_on_record()
    {
        var review = await _scene.MakeAsync("ESCALATED");
        var decided = await _scene.DoneAsync(
            DraftScene.Director, "decideReview", review, await _scene.MoreAsync("decideReview", review));
        Assert.Equal("RESOLVED", decided.GetProperty("state").GetString());
        Assert.Equal("RESOLVED_CONCUR", decided.GetProperty("outcome").GetString());
        Assert.Equal(
            [
                "REQUEST  REQUESTED", "ASSIGN REQUESTED ASSIGNED", "ANSWER_CHECKLIST ASSIGNED IN_REVIEW",
                "ADD_FINDING IN_REVIEW IN_REVIEW", "NONCONCUR IN_REVIEW COMPLETED", "ESCALATE COMPLETED ESCALATED",
                "DECIDE ESCALATED RESOLVED",
            ],
            decided.GetProperty("history").EnumerateArray().Select(step =>
                $"{step.GetProperty("step").GetString()} {step.GetProperty("fromState").GetString()} "
                    + step.GetProperty("toState").GetString()));
    }

    [Fact]
    public async Task With_the_last_finding_that_is_settled_a_concurrence_with_changes_lets_the_version_pass()
    {
        var review = await _scene.MakeAsync("CONCUR_WITH_CHANGES");
        Assert.Null((await VersionOfAsync(review)).PrivacyReviewedOn);
        await _scene.DoneAsync(
            DraftScene.PrivacyOfficer, "resolveFinding", review, await _scene.MoreAsync("resolveFinding", review));
        Assert.Equal(
            DateOnly.FromDateTime(Demonstration.FixedTime.Now.UtcDateTime),
            (await VersionOfAsync(review)).PrivacyReviewedOn);
        Assert.Equal(
            "StateConflictError: The finding is settled.",
            await _scene.RefusedAsync(
                DraftScene.Author, "answerFinding", review, await _scene.MoreAsync("answerFinding", review)));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_what_would()
    {
        var review = await _scene.MakeAsync("ASSIGNED");
        async Task<string> OfficerAsync(string step, object more) =>
            await _scene.RefusedAsync(DraftScene.PrivacyOfficer, step, review, more);
        Assert.Equal(
            "InvalidInputError: The checklist P/CRCL-3 has no item of this name.",
            await OfficerAsync("answerChecklist", new { answers = new[] { new { item = "NONE", answer = "YES" } } }));
        Assert.Equal(
            "InvalidInputError: BEHAVIOR_NOT_IDENTITY is answered with no: a comment says why.",
            await OfficerAsync(
                "answerChecklist", new { answers = new[] { new { item = "BEHAVIOR_NOT_IDENTITY", answer = "NO" } } }));
        Assert.Equal(
            "InvalidInputError: The version has no portion with this key.",
            await OfficerAsync(
                "addFinding",
                new { portionKey = "none", category = "MARKING", severity = "MINOR", requiredAction = "Mark it." }));
        Assert.Equal(
            "SeparationOfDutyError: Whoever wrote it cannot review it.",
            await OfficerAsync("assignReview", new { reviewer = ReviewScene.IdOf(Staff.Analyst) }));
        Assert.Equal(
            "InvalidInputError: The reviewer is a privacy officer or other staff of the center.",
            await OfficerAsync("assignReview", new { reviewer = ReviewScene.IdOf(Staff.Liaison) }));
        await _scene.DoneAsync(
            DraftScene.PrivacyOfficer,
            "answerChecklist",
            review,
            new { answers = new[] { new { item = "PURPOSE_STATED", answer = "YES" } } });
        Assert.Equal(
            "StateConflictError: 21 of the 22 items of the checklist are not answered.",
            await OfficerAsync("concur", new { }));
        Assert.Equal(
            "RevisionConflictError: It was changed meanwhile and has revision 3 now. Read it again, then decide.",
            await OfficerAsync("concur", new { revision = 2 }));
        Assert.Equal(
            "InvalidInputError: An objection has a reason of 20 characters at least.",
            await OfficerAsync("nonconcur", new { rationale = "No." }));
    }

    [Fact]
    public async Task The_queue_begins_with_what_is_due_first_and_tells_what_is_overdue()
    {
        await _scene.MakeAsync("REQUESTED");
        const string document = """
            { all: reviewQueue(first: 50) { totalCount nodes { dueAt isOverdue state } }
              late: reviewQueue(first: 50, where: { isOverdue: { eq: true } }) { totalCount }
              early: reviewQueue(first: 50, where: { isOverdue: { eq: false } }) { totalCount } }
            """;
        var data = await host.DataAsync(DraftScene.PrivacyOfficer, document);
        var nodes = data.GetProperty("all").GetProperty("nodes").EnumerateArray().ToList();
        Assert.NotEmpty(nodes);
        var due = nodes.Select(node => node.GetProperty("dueAt").GetDateTimeOffset()).ToList();
        Assert.Equal(due.Order(), due);
        Assert.All(nodes, node => Assert.Equal(
            node.GetProperty("dueAt").GetDateTimeOffset() < Demonstration.FixedTime.Now,
            node.GetProperty("isOverdue").GetBoolean()));
        Assert.Equal(
            CountOf(data, "all"), CountOf(data, "late") + CountOf(data, "early"));
        Assert.Equal(0, CountOf(await host.DataAsync(DraftScene.Author, document), "all"));
    }

    [Fact]
    public async Task A_trained_delegate_of_the_center_reviews_and_others_approve_and_release()
    {
        var draft = await _scene.Drafts.InReviewAsync();
        var review = await AssignAsync(draft);
        await _scene.DoneAsync(
            DraftScene.Colleague, "answerChecklist", review, await _scene.MoreAsync("answerChecklist", review));
        var signed = await _scene.DoneAsync(
            DraftScene.Colleague, "concur", review, await _scene.MoreAsync("concur", review));
        Assert.Equal("CONCUR", signed.GetProperty("outcome").GetString());

        var approved = await _scene.Drafts.DoneAsync(DraftScene.Supervisor, "approve", draft);
        var released = await _scene.Drafts.DoneAsync(DraftScene.Supervisor, "publish", approved);
        Assert.Equal("PUBLISHED", released.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_delegate_signs_while_he_is_trained_and_none_of_another_center_does()
    {
        var draft = await _scene.Drafts.InReviewAsync();
        var review = await AssignAsync(draft);
        await _scene.DoneAsync(
            DraftScene.Colleague, "answerChecklist", review, await _scene.MoreAsync("answerChecklist", review));
        Assert.Equal(
            "NotFoundError: There is no review with this id.",
            await _scene.RefusedAsync(
                "analyst-elsewhere", "concur", review, await _scene.MoreAsync("concur", review)));
        Assert.Equal(
            "InvalidInputError: The reviewer is a privacy officer or other staff of the center.",
            await _scene.RefusedAsync(
                DraftScene.PrivacyOfficer,
                "assignReview",
                review,
                new { reviewer = NodeIds.Format("Person", Staff.Of(1, Staff.PrivacyOfficer)) }));

        var today = DateOnly.FromDateTime(Demonstration.FixedTime.Now.UtcDateTime);
        var lasted = await SetTrainingAsync(today);
        try
        {
            var late = await _scene.TakeAsync(
                DraftScene.Colleague, "concur", review, await _scene.MoreAsync("concur", review));
            Assert.DoesNotContain("CONCUR", late.GetRawText(), StringComparison.Ordinal);
            var next = await _scene.MakeAsync("REQUESTED");
            Assert.Equal(
                "InvalidInputError: The reviewer's annual training is not current.",
                await _scene.RefusedAsync(
                    DraftScene.PrivacyOfficer, "assignReview", next, new { reviewer = ReviewScene.IdOf(Delegate) }));
            Assert.Null((await _scene.ReadAsync(reviews => reviews.Where(row => row.Id == review))).SignedAt);
        }
        finally
        {
            await SetTrainingAsync(lasted);
        }
    }

    /// <summary>The place of an analyst who writes none of these drafts.</summary>
    const int Delegate = 5;

    async Task<Guid> AssignAsync(JsonElement draft)
    {
        var version = DraftScene.KeyOf(draft);
        var review = (await _scene.ReadAsync(reviews => reviews.Where(row => row.VersionId == version))).Id;
        await _scene.DoneAsync(
            DraftScene.PrivacyOfficer, "assignReview", review, new { reviewer = ReviewScene.IdOf(Delegate) });
        return review;
    }

    /// <summary>Lets the delegate's training run out on a day; until when it was.</summary>
    async Task<DateOnly> SetTrainingAsync(DateOnly until)
    {
        var person = Staff.Of(0, Delegate);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var records = context.Set<TrainingRecord>().Where(record => record.PersonId == person);
        var before = await records.Select(record => record.ExpiresOn).MaxAsync();
        await records.ExecuteUpdateAsync(record => record.SetProperty(r => r.ExpiresOn, until));
        host.Module.Viewers.Forget();
        return before;
    }

    static int CountOf(JsonElement data, string field) => data.GetProperty(field).GetProperty("totalCount").GetInt32();

    async Task<Distribution.Products.ProductVersion> VersionOfAsync(Guid review)
    {
        var version = (await _scene.ReadAsync(reviews => reviews.Where(row => row.Id == review))).VersionId;
        return await _scene.Drafts.ReadAsync(context =>
            Task.FromResult(context.Set<Distribution.Products.ProductVersion>().Single(row => row.Id == version)));
    }
}

public sealed class SqliteReviewTests(SqliteHost host) : ReviewTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresReviewTests(PostgresHost host) : ReviewTests(host), IClassFixture<PostgresHost>;
