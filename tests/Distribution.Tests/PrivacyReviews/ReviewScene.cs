using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Drafting;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.PrivacyReviews;

/// <summary>What tests of privacy reviews do over and over: bring one to where it should stand, take a step.</summary>
sealed class ReviewScene(DistributionHost host)
{
    public DraftScene Drafts { get; } = new(host);

    /// <summary>A person as mutations name him.</summary>
    public static string IdOf(int place) => NodeIds.Format(nameof(Person), Staff.Of(0, place));

    /// <summary>
    /// A review that stands somewhere, brought there by the use cases; with a finding from where it is under way, which
    /// asks for something where <paramref name="isBlocking"/> says so.
    /// </summary>
    public async Task<Guid> MakeAsync(string standing, bool isBlocking = false, bool isWrittenBySupervisor = false)
    {
        var draft = await Drafts.CreateAsync();
        var version = DraftScene.KeyOf(draft);
        if (isWrittenBySupervisor)
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            context.Add(new VersionAuthor
            {
                VersionId = version,
                PersonId = Staff.Of(0, Staff.Supervisor),
                OriginatorId = RowIds.Center(0),
            });
            await context.SaveChangesAsync();
        }

        draft = await Drafts.DoneAsync(DraftScene.Author, "submitForReview", draft);
        var review = (await ReadAsync(reviews => reviews.Where(row => row.VersionId == version))).Id;
        if (standing == "REQUESTED")
        {
            return review;
        }

        await DoneAsync(
            DraftScene.PrivacyOfficer, "assignReview", review, new { reviewer = IdOf(Staff.PrivacyOfficer) });
        if (standing == "ASSIGNED")
        {
            return review;
        }

        await DoneAsync(DraftScene.PrivacyOfficer, "answerChecklist", review, new { answers = Answers() });
        var asksForSomething = (isBlocking && standing == "IN_REVIEW") || standing == "CONCUR_WITH_CHANGES";
        var severity = asksForSomething ? "BLOCKING" : "NOTE";
        await DoneAsync(
            DraftScene.PrivacyOfficer,
            "addFinding",
            review,
            new { category = "DATA_QUALITY", severity, requiredAction = "Say where it comes from." });
        string[] steps = standing switch
        {
            "IN_REVIEW" => [],
            "CONCUR" or "VOIDED" => ["concur"],
            "CONCUR_WITH_CHANGES" => ["concurWithChanges"],
            "NONCONCUR" => ["nonconcur"],
            "ESCALATED" => ["nonconcur", "escalateReview"],
            _ => ["nonconcur", "escalateReview", "decideReview"],
        };
        foreach (var step in steps)
        {
            var who = step == "escalateReview" ? DraftScene.Author
                : step == "decideReview" ? DraftScene.Director : DraftScene.PrivacyOfficer;
            await DoneAsync(who, step, review, await MoreAsync(step, review, standing != "RESOLVED_NONCONCUR"));
        }

        if (standing == "VOIDED")
        {
            var approver = isWrittenBySupervisor ? DraftScene.Director : DraftScene.Supervisor;
            await Drafts.DoneAsync(approver, "reopen", await Drafts.DoneAsync(approver, "approve", draft));
        }

        return review;
    }

    /// <summary>What a step takes besides the review and its revision.</summary>
    public async Task<object> MoreAsync(string step, Guid review, bool concurs = true) => step switch
    {
        "assignReview" => new { reviewer = IdOf(Staff.Director) },
        "answerChecklist" => new { answers = Answers() },
        "addFinding" => new { category = "MARKING", severity = "MINOR", requiredAction = "Mark it." },
        "answerFinding" => new { finding = await FindingAsync(review), answer = "It says so now." },
        "resolveFinding" => new { finding = await FindingAsync(review), resolution = "It does." },
        "escalateReview" => new { decider = IdOf(Staff.Director), reason = DraftScene.Reason },
        "decideReview" =>
            new { concurs, reason = DraftScene.Reason, counsel = "Counsel (synthetic) saw no objection." },
        _ => new { rationale = DraftScene.Reason },
    };

    /// <summary>A step that is done.</summary>
    public async Task<JsonElement> DoneAsync(string who, string step, Guid review, object more)
    {
        var payload = (await TakeAsync(who, step, review, more)).GetProperty("data").GetProperty(step);
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("privacyReview");
    }

    /// <summary>A step that is refused: the type and the message.</summary>
    public async Task<string> RefusedAsync(string who, string step, Guid review, object more)
    {
        var payload = (await TakeAsync(who, step, review, more)).GetProperty("data").GetProperty(step);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    /// <summary>The response to a step.</summary>
    public async Task<JsonElement> TakeAsync(string who, string step, Guid review, object more)
    {
        var input = more.GetType().GetProperties().ToDictionary(property => property.Name, property =>
            property.GetValue(more));
        if (!input.ContainsKey("finding"))
        {
            input["id"] = NodeIds.Format(nameof(PrivacyReview), review);
        }

        input.TryAdd("revision", (await ReadAsync(reviews => reviews.Where(row => row.Id == review))).Revision);
        var name = char.ToUpperInvariant(step[0]) + step[1..];
        return await host.ExecuteAsync(
            who,
            $$"""
            mutation($input: {{name}}Input!) {
              {{step}}(input: $input) {
                privacyReview { id state outcome revision history { step fromState toState actorName } }
                errors { __typename ... on Error { message } }
              }
            }
            """,
            new { input });
    }

    public async Task<PrivacyReview> ReadAsync(Func<IQueryable<PrivacyReview>, IQueryable<PrivacyReview>> choose)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await choose(context.Set<PrivacyReview>().AsNoTracking()).SingleAsync();
    }

    static object[] Answers() =>
        [.. ReviewChecklist.Current.Items.Select(item => new { item = item.Key, answer = "YES" })];

    async Task<string> FindingAsync(Guid review)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var finding = await context.Set<PrivacyFinding>().AsNoTracking()
            .Where(row => row.ReviewId == review && row.Origin == FindingOrigin.Reviewer)
            .OrderBy(row => row.Resolution != null).ThenBy(row => row.Id)
            .FirstAsync();
        return NodeIds.Format(nameof(PrivacyFinding), finding.Id);
    }
}
