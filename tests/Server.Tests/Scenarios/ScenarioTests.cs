using System.Text.Json;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>
/// What happens at centers, told over HTTP from the first draft to the last answer. Everything in it is synthetic.
/// </summary>
public sealed class ScenarioTests : IClassFixture<ProductServer>
{
    const string Police = "partner-law-enforcement";
    const string Hospital = "partner-hospital";
    const string Water = "partner-water";

    readonly ProductServer _server;
    readonly Newsroom _newsroom;

    public ScenarioTests(ProductServer server)
    {
        _server = server;
        _newsroom = new Newsroom(AskAsync);
    }

    [Fact]
    public async Task A_stadium_final_warning_tearline_correction_and_recall_reach_whom_they_are_for()
    {
        var police = await FollowAsync(Police);
        var hospital = await FollowAsync(Hospital);

        // A warning to law enforcement first; twenty minutes later what venues and hospitals may have of it.
        var warning = await _newsroom.IssueAsync(
            "Stadium warning", "AMBER_STRICT", "INTELLIGENCE_WARNING_BULLETIN", ["Law enforcement"]);
        var tearline = await _newsroom.IssueAsync("Stadium advice", type: "ADVISORY_NOTIFICATION");
        await FollowAllAsync(police, hospital);
        Assert.Equal(["PUBLISHED Stadium warning", "PUBLISHED Stadium advice"], police.Told);
        Assert.Equal(["PUBLISHED Stadium advice"], hospital.Told);

        // A correction takes the place of the advice, for those who had it.
        var corrected = await _newsroom.IssueAsync("Stadium advice, corrected", of: tearline);
        await FollowAllAsync(police, hospital);
        Assert.Equal("REVISED Stadium advice, corrected", police.Told[^1]);
        Assert.Equal("REVISED Stadium advice, corrected", hospital.Told[^1]);

        // The warning holds personal information that is not needed: the privacy officer recalls it. Who never had it
        // hears nothing.
        await _newsroom.RecallAsync(warning, "PRIVACY_OR_CIVIL_LIBERTIES", who: Newsroom.Officer);
        await FollowAllAsync(police, hospital);
        Assert.Equal("RECALLED PRIVACY_OR_CIVIL_LIBERTIES", police.Told[^1]);
        Assert.Equal(2, hospital.Told.Count);
        Assert.Null(await ReadAsync(Police, warning));
        Assert.Equal("Stadium advice, corrected", await ReadAsync(Hospital, corrected));
        await IsAsFreshAsync(police, Police);
        await IsAsFreshAsync(hospital, Hospital);
    }

    [Fact]
    public async Task Machines_that_pull_an_advisory_and_its_successor_hold_what_a_fresh_copy_holds()
    {
        const string Portal = "client-hsin";
        var portal = await FollowAsync(Portal);
        var water = await FollowAsync(Water);

        var advisory = await _newsroom.IssueAsync(
            "Ransomware at utilities", "AMBER", "ADVISORY_NOTIFICATION", ["All partners", "Water"]);
        await FollowAllAsync(portal, water);
        var better = await _newsroom.IssueAsync(
            "Ransomware at utilities: indicators", "GREEN", "ADVISORY_NOTIFICATION", ["Water"], advisory);
        await FollowAllAsync(portal, water);

        Assert.Equal("REVISED Ransomware at utilities: indicators", water.Told[^1]);
        Assert.Null(await ReadAsync(Hospital, better));
        await IsAsFreshAsync(water, Water);
        await IsAsFreshAsync(portal, Portal);
    }

    [Fact]
    public async Task What_went_to_too_many_is_recalled_and_each_of_them_says_that_it_is_destroyed()
    {
        var story = await _newsroom.IssueAsync("Sent to all partners by mistake", "AMBER");
        Assert.Equal("Sent to all partners by mistake", await ReadAsync(Hospital, story));
        Assert.Equal("Sent to all partners by mistake", await ReadAsync(Water, story));

        var notice = await _newsroom.RecallAsync(story, "OVER_DISSEMINATION");

        // The content is gone, the notice is not, and a hash tells whoever holds a copy.
        Assert.Null(await ReadAsync(Hospital, story));
        Assert.Equal("RECALLED", await RevocationAsync(story.ContentHash));
        foreach (var partner in new[] { Hospital, Water })
        {
            var mine = (await _newsroom.DataAsync(
                partner,
                "query($id: ID!) { recall(id: $id) { myState responses(first: 10) { nodes { id revision isMine } } } }",
                new { id = notice })).GetProperty("recall");
            Assert.Equal("NOTIFIED", mine.GetProperty("myState").GetString());
            var response = mine.GetProperty("responses").GetProperty("nodes").EnumerateArray()
                .First(node => node.GetProperty("isMine").GetBoolean());
            await _newsroom.DoneAsync(partner, "respondToRecall", "recallResponse", "state", new
            {
                id = response.GetProperty("id").GetString(),
                revision = response.GetProperty("revision").GetInt32(),
                state = "DESTROYED",
                destroyedCopies = 1,
            });
        }

        var progress = (await _newsroom.DataAsync(
            Newsroom.Supervisor,
            "query($id: ID!) { recall(id: $id) { progress { recipients settled } } }",
            new { id = notice })).GetProperty("recall").GetProperty("progress");
        Assert.Equal(2, progress.GetProperty("settled").GetInt32());
        Assert.True(progress.GetProperty("recipients").GetInt32() > 2);
        var outsider = await _newsroom.DataAsync(
            "analyst-elsewhere", "query($id: ID!) { recall(id: $id) { id } }", new { id = notice });
        Assert.Equal(JsonValueKind.Null, outsider.GetProperty("recall").ValueKind);
    }

    [Fact]
    public async Task An_objection_of_the_privacy_officer_is_decided_on_and_the_product_goes_out_without_its_ground()
    {
        var story = await _newsroom.SubmitAsync(await _newsroom.DraftAsync("Crowds at a demonstration"));
        var (review, revision) = await _newsroom.TakeReviewAsync(story);
        var objected = await _newsroom.DoneAsync(
            Newsroom.Officer,
            "nonconcur",
            "privacyReview",
            "revision",
            new { id = review, revision, rationale = Newsroom.Reason });

        // Nobody releases it against the objection, whatever he is.
        foreach (var who in new[] { Newsroom.Supervisor, Newsroom.Director })
        {
            var refused = await _newsroom.MutateAsync(
                who, "approve", "productVersion", "id", new { story.Id, story.Revision, reason = Newsroom.Reason });
            Assert.Equal("StateConflictError", refused.GetProperty("errors")[0].GetProperty("__typename").GetString());
        }

        var director = (await _newsroom.DataAsync(Newsroom.Director, "{ me { person { id } } }", null))
            .GetProperty("me").GetProperty("person").GetProperty("id").GetString();
        var escalation = new
        {
            id = review,
            revision = objected.GetProperty("revision").GetInt32(),
            decider = director,
            reason = Newsroom.Reason,
        };
        var escalated = await _newsroom.DoneAsync(
            Newsroom.Supervisor, "escalateReview", "privacyReview", "revision", escalation);
        await _newsroom.DoneAsync(Newsroom.Director, "decideReview", "privacyReview", "state outcome", new
        {
            id = review,
            revision = escalated.GetProperty("revision").GetInt32(),
            concurs = false,
            reason = Newsroom.Reason,
            counsel = "Counsel was heard (synthetic).",
        });

        // So it is changed: what offended is taken out, and it goes the whole way again.
        var returned = Newsroom.StoryOf(await _newsroom.DoneAsync(
            Newsroom.Officer,
            "requestChanges",
            "productVersion",
            Newsroom.VersionFields,
            new { story.Id, story.Revision, reason = Newsroom.Reason }));
        var body = (await _newsroom.DataAsync(
            Newsroom.Analyst,
            "query($id: ID!) { node(id: $id) { ... on ProductVersion { portions { key kind } } } }",
            new { id = story.Id })).GetProperty("node").GetProperty("portions").EnumerateArray()
            .First(portion => portion.GetProperty("kind").GetString() == "BODY").GetProperty("key").GetString();
        var revised = Newsroom.StoryOf(await _newsroom.DoneAsync(
            Newsroom.Analyst,
            "reviseDraft",
            "productVersion",
            Newsroom.VersionFields,
            new
            {
                returned.Id,
                returned.Revision,
                portions = new[] { new { key = body, text = "Traffic only (synthetic)." } },
            }));
        var again = Newsroom.StoryOf(await _newsroom.DoneAsync(
            Newsroom.Analyst,
            "resubmit",
            "productVersion",
            Newsroom.VersionFields,
            new { revised.Id, revised.Revision }));

        // The director decided on the objection, and so does not release it.
        var released = await _newsroom.PublishAsync(
            await _newsroom.ApproveAsync(await _newsroom.ConcurAsync(again)), who: Newsroom.Supervisor);

        Assert.Equal("PUBLISHED", released.State);
        Assert.Equal("Crowds at a demonstration", await ReadAsync(Hospital, released));
    }

    [Fact]
    public async Task An_answer_to_a_hospital_keeps_from_it_the_portion_it_may_not_see()
    {
        var story = await _newsroom.DraftAsync("Answer on thefts of medicine", type: "RFI_RESPONSE", portions:
        [
            new { kind = "TITLE", text = "Answer on thefts of medicine", marking = new { tlp = "GREEN" } },
            new { kind = "BODY", text = "Lock storage rooms (synthetic).", marking = new { tlp = "GREEN" } },
            new
            {
                kind = "INTELLIGENCE_GAPS",
                text = "For sworn officers (synthetic).",
                marking = new { tlp = "GREEN", sensitivities = new[] { "LES" } },
            },
        ]);
        var released = await _newsroom.PublishAsync(
            await _newsroom.ApproveAsync(await _newsroom.ConcurAsync(await _newsroom.SubmitAsync(story))));

        const string Portions =
            "query($id: ID!) { product(id: $id) { currentVersion { banner { text } portions { text } } } }";
        var hospital = (await _newsroom.DataAsync(Hospital, Portions, new { id = released.ProductId }))
            .GetProperty("product").GetProperty("currentVersion");
        var police = (await _newsroom.DataAsync(Police, Portions, new { id = released.ProductId }))
            .GetProperty("product").GetProperty("currentVersion");

        Assert.Equal(2, hospital.GetProperty("portions").GetArrayLength());
        Assert.Equal(3, police.GetProperty("portions").GetArrayLength());
        Assert.DoesNotContain("sworn", hospital.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("LES", hospital.GetProperty("banner").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("LES", police.GetProperty("banner").GetRawText(), StringComparison.Ordinal);
        var found = await _newsroom.DataAsync(Hospital, "{ search(text: \"sworn\") { totalCount } }", null);
        Assert.Equal(0, found.GetProperty("search").GetProperty("totalCount").GetInt32());
    }

    Task<FollowedCopy> FollowAsync(string principal) => new FollowedCopy(_newsroom, principal).BeginAsync();

    static async Task FollowAllAsync(params FollowedCopy[] copies)
    {
        foreach (var copy in copies)
        {
            await copy.FollowAsync();
        }
    }

    async Task IsAsFreshAsync(FollowedCopy copy, string principal) =>
        Assert.Equal((await FollowAsync(principal)).Held, copy.Held);

    async Task<string?> ReadAsync(string principal, Newsroom.Story story)
    {
        var product = (await _newsroom.DataAsync(
            principal,
            "query($id: ID!) { product(id: $id) { currentVersion { title { text } } } }",
            new { id = story.ProductId })).GetProperty("product");
        return product.ValueKind == JsonValueKind.Null
            ? null
            : product.GetProperty("currentVersion").GetProperty("title").GetProperty("text").GetString();
    }

    async Task<string?> RevocationAsync(string hash) => (await _newsroom.DataAsync(
        null, "query($hash: String!) { revocationCheck(hashes: [$hash]) { status } }", new { hash }))
        .GetProperty("revocationCheck")[0].GetProperty("status").GetString();

    async Task<JsonElement> AskAsync(string? principal, string document, object? variables)
    {
        var answer = await _server.AskAsync(
            principal, document, variables is null ? null : JsonSerializer.Serialize(variables));
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
