using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Drafting;

/// <summary>What tests of drafts do over and over: begin one, take a step, look.</summary>
sealed class DraftScene(DistributionHost host)
{
    public const string Author = "analyst";
    public const string Colleague = DistributionHost.Colleague;
    public const string Supervisor = "supervisor, stepped up";
    public const string Director = "director, stepped up";
    public const string PrivacyOfficer = "privacy-officer, stepped up";
    public const string Reason = "A synthetic reason, long enough to be kept on record.";

    public static readonly object Green = new { tlp = "GREEN" };

    public static object Title { get; } = new { kind = "TITLE", text = "A synthetic title", marking = Green };

    public static object Body { get; } = new { kind = "BODY", text = "A synthetic text.", marking = Green };

    /// <summary>A mutation of a version; its payload.</summary>
    public async Task<JsonElement> MutateAsync(string? who, string mutation, object input)
    {
        var data = await host.DataAsync(who, Document(mutation), new { input });
        return data.GetProperty(mutation);
    }

    /// <summary>As the other one, the whole response.</summary>
    public Task<JsonElement> ExecuteAsync(string? who, string mutation, object input) =>
        host.ExecuteAsync(who, Document(mutation), new { input });

    /// <summary>A draft of the author, ready for review unless its portions are not.</summary>
    public async Task<JsonElement> CreateAsync(params object[] portions) => Version(await MutateAsync(
        Author,
        "createDraft",
        new
        {
            type = "BULLETIN",
            portions = portions.Length == 0 ? [Title, Body] : portions,
            audience = new { lists = new[] { await ListAsync() } },
        }));

    /// <summary>A step that takes a version, a revision and perhaps a reason; its payload.</summary>
    public Task<JsonElement> StepAsync(string who, string mutation, JsonElement version, int? revision = null) =>
        MutateAsync(who, mutation, InputOf(mutation, version, revision));

    /// <summary>A step that is done.</summary>
    public async Task<JsonElement> DoneAsync(string who, string mutation, JsonElement version) =>
        Version(await StepAsync(who, mutation, version));

    /// <summary>The input of a step.</summary>
    public static object InputOf(string mutation, JsonElement version, int? revision = null)
    {
        var id = version.GetProperty("id").GetString();
        var read = revision ?? version.GetProperty("revision").GetInt32();
        var later = Demonstration.FixedTime.Now.AddDays(30).UtcDateTime;
        return mutation switch
        {
            "submitForReview" or "resubmit" or "reviseDraft" => new { id, revision = read },
            "schedule" => new { id, revision = read, reason = Reason, releaseAt = later },
            "renew" => new { id, revision = read, reason = Reason, validUntil = later },
            _ => new { id, revision = read, reason = Reason },
        };
    }

    /// <summary>A draft that was given to review.</summary>
    public async Task<JsonElement> InReviewAsync() => await DoneAsync(Author, "submitForReview", await CreateAsync());

    /// <summary>A draft that was given to review and passed it.</summary>
    public async Task<JsonElement> PassedAsync()
    {
        var version = await InReviewAsync();
        await PassAsync(version);
        return version;
    }

    /// <summary>A draft that was approved.</summary>
    public async Task<JsonElement> ApprovedAsync() => await DoneAsync(Supervisor, "approve", await PassedAsync());

    /// <summary>
    /// The privacy officer, or somebody else, signs the review of a version, without its use cases.
    /// </summary>
    public async Task PassAsync(
        JsonElement version, ReviewOutcome outcome = ReviewOutcome.Concur, Guid? reviewer = null)
    {
        var (id, officer) = (KeyOf(version), reviewer ?? Staff.Of(0, Staff.PrivacyOfficer));
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await using var context = host.Module.AccessDatabase.CreateContext();
        var reviews = context.Set<PrivacyReview>()
            .Where(review => review.VersionId == id && review.State != PrivacyReviewState.Voided);
        await reviews.ExecuteUpdateAsync(row => row
            .SetProperty(review => review.State, PrivacyReviewState.Assigned)
            .SetProperty(review => review.ReviewerId, officer));
        await reviews.ExecuteUpdateAsync(row => row.SetProperty(review => review.State, PrivacyReviewState.InReview));
        var signed = await reviews.ExecuteUpdateAsync(row => row
            .SetProperty(review => review.State, PrivacyReviewState.Completed)
            .SetProperty(review => review.Outcome, outcome)
            .SetProperty(review => review.SignedAt, now));
        Assert.Equal(1, signed);
        await context.Set<ProductVersion>().Where(row => row.Id == id).ExecuteUpdateAsync(row =>
            row.SetProperty(v => v.PrivacyReviewedOn, DateOnly.FromDateTime(now)));
    }

    /// <summary>A list of the first center for TLP:GREEN, by id.</summary>
    public async Task<string> ListAsync()
    {
        var center = RowIds.Center(0);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = await context.Set<DistributionList>()
            .Where(list => list.OwnerId == center && list.State == DistributionListState.Active)
            .OrderBy(list => list.Id).Select(list => list.Id).FirstAsync();
        return NodeIds.Format("DistributionList", id);
    }

    /// <summary>What the database has of a version.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<AccessContext, Task<TResult>> read)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await read(context);
    }

    /// <summary>The version of a payload without errors.</summary>
    public static JsonElement Version(JsonElement payload)
    {
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("productVersion");
    }

    /// <summary>The one error of a payload: its type and message.</summary>
    public static string Refusal(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("productVersion").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        var field = error.TryGetProperty("field", out var name) ? $" {name.GetString()}" : "";
        return $"{error.GetProperty("__typename").GetString()}{field}: {error.GetProperty("message").GetString()}";
    }

    /// <summary>The problems of a payload: code, key, place and span of each.</summary>
    public static IEnumerable<string> Problems(JsonElement payload)
    {
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return error.GetProperty("problems").EnumerateArray().Select(problem =>
            $"{problem.GetProperty("code").GetString()} {problem.GetProperty("portionKey")} "
            + $"{problem.GetProperty("portionIndex")} {problem.GetProperty("start")} {problem.GetProperty("length")}");
    }

    public static Guid KeyOf(JsonElement version) =>
        NodeIds.KeyOf(version.GetProperty("id").GetString(), "ProductVersion")!.Value;

    static string Document(string mutation)
    {
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var problems = mutation is "createDraft" or "reviseDraft" or "submitForReview" or "resubmit"
            ? "... on DraftProblemsError { problems { code portionKey portionIndex start length message } }"
            : "";
        var invalid = mutation is "submitForReview" or "resubmit" ? "" : "... on InvalidInputError { field }";
        // For those who wrote or supervise it.
        var notes = mutation is "createDraft" or "reviseDraft" ? "analystNotes" : "";
        return $$"""
            mutation($input: {{name}}Input!) {
              {{mutation}}(input: $input) {
                productVersion {
                  id revision state number waitsFor urgency changeKind validUntil {{notes}} contentHash
                  product { id state type }
                  title { key text } summary { key text }
                  portions { key kind text marking { tlp } isTearline likelihood }
                  sourceReferences { citation reliability portion { key } }
                  authors { displayName }
                  intendedLists { id }
                  intendedRecipients { person { id } organization { id } }
                  history { step fromState toState revision actorName reason }
                }
                errors { __typename ... on Error { message } {{invalid}} {{problems}} }
              }
            }
            """;
    }
}
