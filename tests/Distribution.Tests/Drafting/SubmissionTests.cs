using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Drafting.Readiness;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Drafting;

/// <summary>What stops a draft before its review, what the scan adds to it, and what stops its approval.</summary>
public abstract class SubmissionTests(DistributionHost host)
{
    readonly DraftScene _scene = new(host);

    [Fact]
    public async Task What_is_marked_as_classified_is_not_kept_for_a_moment()
    {
        var draft = await _scene.CreateAsync();
        object marked = new { kind = "BODY", text = "First.\n(S//NF) Second.", marking = DraftScene.Green };
        var payload = await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = draft.GetProperty("id").GetString(),
            revision = 1,
            portions = new[] { marked },
        });
        Assert.StartsWith("CLASSIFIED_MARKING ", Assert.Single(DraftScene.Problems(payload)), StringComparison.Ordinal);
        Assert.EndsWith(" 2 7 7", Assert.Single(DraftScene.Problems(payload)), StringComparison.Ordinal);

        var created = await _scene.MutateAsync(
            DraftScene.Author, "createDraft", new { type = "BULLETIN", portions = new[] { DraftScene.Title, marked } });
        Assert.StartsWith("CLASSIFIED_MARKING ", Assert.Single(DraftScene.Problems(created)), StringComparison.Ordinal);
        Assert.False(await _scene.ReadAsync(context =>
            context.Set<Portion>().AnyAsync(portion => portion.Text.Contains("(S//NF)"))));
    }

    [Fact]
    public async Task What_is_not_ready_is_not_given_to_review_and_every_problem_is_named()
    {
        var draft = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "createDraft", new
        {
            type = "BULLETIN",
            portions = new[]
            {
                DraftScene.Title,
                new { kind = "INDICATORS_AND_WARNINGS", text = "A list.", marking = DraftScene.Green },
                new
                {
                    kind = "BODY",
                    text = "TLP:RED text",
                    marking = DraftScene.Green,
                    sources = new[] { new { citation = "A report", originator = "An agency", kind = "OPEN_SOURCE" } },
                },
            },
        }));
        var keys = draft.GetProperty("portions").EnumerateArray()
            .Select(portion => portion.GetProperty("key").GetString()).ToList();
        var payload = await _scene.StepAsync(DraftScene.Author, "submitForReview", draft);
        Assert.Equal(
            [$"BANNER_MISMATCH {keys[2]} 2 0 7", $"SOURCE_UNRATED {keys[2]} 2  ",
                $"BEHAVIOR_STATEMENT_MISSING {keys[1]} 1  ", "AUDIENCE_EMPTY    "],
            DraftScene.Problems(payload));

        var ready = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = draft.GetProperty("id").GetString(),
            revision = 1,
            portions = new object[]
            {
                new { key = keys[1], text = "A list. " + BehaviorStatement.Text },
                new { key = keys[2], text = "A synthetic text.", sources = Array.Empty<object>() },
            },
            audience = new { lists = new[] { await _scene.ListAsync() } },
        }));
        Assert.Equal("IN_REVIEW", (await _scene.DoneAsync(DraftScene.Author, "submitForReview", ready))
            .GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_looks_like_personal_information_becomes_a_finding_with_its_place_and_goes_when_it_is_gone()
    {
        const string text = "Ask someone@example.org, 202-555-0143 or 123-45-6789.";
        var draft = await _scene.CreateAsync(
            DraftScene.Title,
            new { kind = "BODY", text, marking = DraftScene.Green },
            new { kind = "CONTACT", text = "Call 202-555-0143.", marking = DraftScene.Green });
        var key = draft.GetProperty("portions")[1].GetProperty("key").GetString();
        var submitted = await _scene.DoneAsync(DraftScene.Author, "submitForReview", draft);
        var findings = await FindingsAsync(submitted);
        Assert.Equal(
            [(FindingSeverity.Minor, "someone@example.org"), (FindingSeverity.Minor, "202-555-0143"),
                (FindingSeverity.Blocking, "123-45-6789")],
            findings.Where(finding => finding.PortionKey == key)
                .Select(f => (f.Severity, text.Substring(f.TextStart!.Value, f.TextLength!.Value))));
        Assert.Equal(FindingSeverity.Note, findings.Single(finding => finding.PortionKey != key).Severity);
        Assert.All(findings, f => Assert.DoesNotContain(
            text.Substring(f.TextStart!.Value % 20, 4), f.RequiredAction, StringComparison.Ordinal));

        var sentBack = await _scene.DoneAsync(DraftScene.PrivacyOfficer, "requestChanges", submitted);
        Assert.Equal(
            "StateConflictError: A finding that blocks it is not answered yet.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Author, "resubmit", sentBack)));
        var number = findings.Single(finding => finding.Severity == FindingSeverity.Blocking).Id;
        await _scene.ReadAsync(context => context.Set<PrivacyFinding>().Where(finding => finding.Id == number)
            .ExecuteUpdateAsync(row => row.SetProperty(f => f.Answer, "It is taken out (synthetic).")));
        var revised = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = draft.GetProperty("id").GetString(),
            revision = 3,
            portions = new[] { new { key, text = "Ask someone@example.org." } },
        }));
        await _scene.DoneAsync(DraftScene.Author, "resubmit", revised);
        Assert.Equal(
            [("EmailAddress", null), ("PhoneNumber", "The scan does not find it any more."),
                ("SocialSecurityNumber", "The scan does not find it any more."), ("PhoneNumber", null)],
            (await FindingsAsync(submitted)).OrderBy(f => f.PortionKey == key ? 0 : 1).ThenBy(f => f.TextStart)
                .Select(f => ($"{f.TextKind}", f.Resolution)));
    }

    [Fact]
    public async Task Nothing_is_approved_without_a_review_that_let_it_pass_and_the_consent_of_third_agencies()
    {
        var draft = await _scene.CreateAsync(DraftScene.Title, new
        {
            kind = "BODY",
            text = "A synthetic text.",
            marking = DraftScene.Green,
            sources = new[] { Source("REQUESTED") },
        });
        var version = await _scene.DoneAsync(DraftScene.Author, "submitForReview", draft);
        Assert.Equal(
            "StateConflictError: Its privacy review has not let it pass.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Supervisor, "approve", version)));
        await _scene.PassAsync(version);
        Assert.Equal(
            "StateConflictError: A third agency has not consented to the use of its information.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Supervisor, "approve", version)));

        var sentBack = await _scene.DoneAsync(DraftScene.Supervisor, "requestChanges", version);
        var revised = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = version.GetProperty("id").GetString(),
            revision = sentBack.GetProperty("revision").GetInt32(),
            portions = new[]
            {
                new
                {
                    key = version.GetProperty("portions")[1].GetProperty("key").GetString(),
                    sources = new[] { Source("GIVEN") },
                },
            },
        }));
        // What was signed was about another draft.
        version = await _scene.DoneAsync(DraftScene.Author, "resubmit", revised);
        Assert.Equal(
            "StateConflictError: Its privacy review has not let it pass.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Supervisor, "approve", version)));
        await _scene.PassAsync(version);
        Assert.StartsWith(
            "InvalidInputError isPublicRelease:",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Supervisor, "approve", new
            {
                id = version.GetProperty("id").GetString(),
                revision = version.GetProperty("revision").GetInt32(),
                reason = DraftScene.Reason,
                isPublicRelease = true,
            })),
            StringComparison.Ordinal);
        var asked = await _scene.ExecuteAsync("supervisor", "approve", DraftScene.InputOf("approve", version));
        Assert.Equal("AUTH_STEP_UP_REQUIRED", CodeOf(asked));
        await _scene.DoneAsync(DraftScene.Supervisor, "approve", version);
    }

    [Fact]
    public async Task A_reason_is_long_enough_to_be_judged()
    {
        var version = await _scene.InReviewAsync();
        Assert.StartsWith(
            "InvalidInputError reason:",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Supervisor, "requestChanges", new
            {
                id = version.GetProperty("id").GetString(),
                revision = 2,
                reason = "Too short.",
            })),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"portions":[]}""", "type", "A new product has a type from the beginning.")]
    [InlineData("""{"type":"BULLETIN"}""", "portions", "A draft has one portion of the kind TITLE.")]
    [InlineData("""{"type":"BULLETIN","changeKind":"REDACTION"}""", "changeKind",
        "The first version of a product changes nothing.")]
    [InlineData("""{"type":"BULLETIN","portions":[{"kind":"TITLE","text":"T"}]}""", "portions[0]",
        "A new portion needs a kind, a text and a marking of its own.")]
    [InlineData("""{"type":"BULLETIN","portions":[{"key":"x","text":"T"}]}""", "portions[0].key",
        "The draft has no portion with this key.")]
    [InlineData("""{"type":"BULLETIN","removePortions":["x"]}""", "removePortions[0]",
        "The draft has no portion with this key.")]
    [InlineData("""{"type":"BULLETIN","portions":[{"kind":"TITLE","text":" ","marking":{"tlp":"GREEN"}}]}""",
        "portions[0].text", "A text has 1 to 100000 characters, and no control characters.")]
    [InlineData("""{"type":"BULLETIN","portions":[{"kind":"TITLE","text":"a\u0000b","marking":{"tlp":"GREEN"}}]}""",
        "portions[0].text", "A text has 1 to 100000 characters, and no control characters.")]
    [InlineData(
        """
        {"type":"BULLETIN","portions":[{"kind":"TITLE","text":"T","marking":{"tlp":"GREEN","releasableTo":["ca"]}}]}
        """,
        "portions[0].marking.releasableTo", "A country has three capital letters, ISO 3166-1 alpha-3.")]
    public async Task Input_that_cannot_be_used_is_named(string input, string field, string message) => Assert.Equal(
        $"InvalidInputError {field}: {message}",
        DraftScene.Refusal(await _scene.MutateAsync(
            DraftScene.Author, "createDraft", JsonSerializer.Deserialize<JsonElement>(input))));

    static object Source(string thirdAgencyConsent) => new
    {
        citation = "A synthetic report",
        originator = "A synthetic agency",
        kind = "FEDERAL_REPORTING",
        reliability = "USUALLY_RELIABLE",
        credibility = "PROBABLY_TRUE",
        thirdAgencyConsent,
    };

    static string? CodeOf(JsonElement response) =>
        response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    Task<List<PrivacyFinding>> FindingsAsync(JsonElement version)
    {
        var id = NodeIds.KeyOf(version.GetProperty("id").GetString(), "ProductVersion");
        return _scene.ReadAsync(context => context.Set<PrivacyFinding>().AsNoTracking()
            .Where(finding => finding.Review.VersionId == id)
            .OrderBy(finding => finding.TextStart).ToListAsync());
    }
}

public sealed class SqliteSubmissionTests(SqliteHost host) : SubmissionTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSubmissionTests(PostgresHost host) : SubmissionTests(host), IClassFixture<PostgresHost>;
