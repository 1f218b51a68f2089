using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Drafting;

/// <summary>From the first word to the approval, who sees it on the way, and what an opponent would try.</summary>
public abstract class DraftTests(DistributionHost host)
{
    readonly DraftScene _scene = new(host);

    [Fact]
    public async Task A_draft_goes_from_its_author_through_review_to_its_approval_and_leaves_a_history()
    {
        var draft = await _scene.CreateAsync();
        Assert.Equal(("DRAFT", 1, "AUTHORS"), Standing(draft));
        Assert.Equal("IN_PREPARATION", draft.GetProperty("product").GetProperty("state").GetString());

        var submitted = await _scene.DoneAsync(DraftScene.Author, "submitForReview", draft);
        Assert.Equal(("IN_REVIEW", 2, "PRIVACY_REVIEW"), Standing(submitted));

        var sentBack = await _scene.DoneAsync(DraftScene.PrivacyOfficer, "requestChanges", submitted);
        Assert.Equal(("CHANGES_REQUESTED", 3, "AUTHORS"), Standing(sentBack));

        var again = await _scene.DoneAsync(DraftScene.Author, "resubmit", sentBack);
        await _scene.PassAsync(again);
        var approved = await _scene.DoneAsync(DraftScene.Supervisor, "approve", again);
        Assert.Equal(("APPROVED", 5, "RELEASE"), Standing(approved));
        Assert.Equal(
            ["CREATE  DRAFT 1", "SUBMIT_FOR_REVIEW DRAFT IN_REVIEW 2", "REQUEST_CHANGES IN_REVIEW CHANGES_REQUESTED 3",
                "RESUBMIT CHANGES_REQUESTED IN_REVIEW 4", "APPROVE IN_REVIEW APPROVED 5"],
            approved.GetProperty("history").EnumerateArray().Select(step =>
                $"{step.GetProperty("step")} {step.GetProperty("fromState")} {step.GetProperty("toState")} "
                + step.GetProperty("revision")));

        var reopened = await _scene.DoneAsync(DraftScene.Author, "reopen", approved);
        Assert.Equal(("DRAFT", 6, "AUTHORS"), Standing(reopened));
        var id = DraftScene.KeyOf(draft);
        Assert.Equal(
            [PrivacyReviewState.Voided],
            await _scene.ReadAsync(context => context.Set<PrivacyReview>().Where(review => review.VersionId == id)
                .Select(review => review.State).ToListAsync()));
        Assert.False(await _scene.ReadAsync(context => context.Set<VersionApproval>()
            .AnyAsync(approval => approval.VersionId == id)));

        var cancelled = await _scene.DoneAsync(DraftScene.Director, "cancel", reopened);
        Assert.Equal(("CANCELLED", 7, null), Standing(cancelled));
    }

    [Fact]
    public async Task It_is_seen_by_its_authors_and_supervisors_and_by_privacy_officers_once_given_to_review()
    {
        var draft = await _scene.CreateAsync();
        Assert.Equal([DraftScene.Author, DraftScene.Supervisor, DraftScene.Director], await ReadersAsync(draft));

        var submitted = await _scene.DoneAsync(DraftScene.Author, "submitForReview", draft);
        string[] all = [DraftScene.Author, DraftScene.Supervisor, DraftScene.Director, DraftScene.PrivacyOfficer];
        Assert.Equal(all, await ReadersAsync(submitted));

        // What was in review once stays known to who reviewed it.
        var sentBack = await _scene.DoneAsync(DraftScene.Supervisor, "requestChanges", submitted);
        await _scene.DoneAsync(DraftScene.Author, "cancel", sentBack);
        Assert.Equal(all, await ReadersAsync(submitted));
    }

    [Fact]
    public async Task Feeds_and_searches_do_not_show_it_and_its_review_follows_it()
    {
        var version = await _scene.InReviewAsync();
        var product = version.GetProperty("product").GetProperty("id").GetString();
        var data = await host.DataAsync(
            DraftScene.Supervisor,
            """
            query($id: ID!) {
              feed(first: 50, where: { id: { eq: $id } }) { totalCount }
              products(first: 50, where: { id: { eq: $id }, state: { eq: IN_PREPARATION } }) { totalCount }
              search(first: 5, text: "\"A synthetic title\"") { totalCount }
            }
            """,
            new { id = product });
        Assert.Equal(
            """{"feed":{"totalCount":0},"products":{"totalCount":1},"search":{"totalCount":0}}""",
            data.GetRawText());

        var key = DraftScene.KeyOf(version);
        var review = NodeIds.Format("PrivacyReview", await _scene.ReadAsync(context =>
            context.Set<PrivacyReview>().Where(row => row.VersionId == key).Select(row => row.Id).SingleAsync()));
        foreach (var (who, isShown) in new[]
        {
            (DraftScene.Author, true), (DraftScene.PrivacyOfficer, true), (DraftScene.Colleague, false),
            ("analyst-elsewhere", false), ("administrator", false), ("partner-hospital", false),
        })
        {
            var node = (await host.DataAsync(who, "query($id: ID!) { node(id: $id) { id } }", new { id = review }))
                .GetProperty("node");
            Assert.Equal(isShown, node.ValueKind == JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task An_author_finds_his_own_drafts_and_an_overseer_those_of_the_center()
    {
        var draft = await _scene.CreateAsync();
        var id = draft.GetProperty("id").GetString();
        foreach (var (who, own, all) in new[]
        {
            (DraftScene.Author, true, true), (DraftScene.Supervisor, false, true), (DraftScene.Colleague, false, false),
            (DraftScene.PrivacyOfficer, false, false), ("analyst-elsewhere", false, false),
        })
        {
            var data = await host.DataAsync(
                who,
                """
                query($id: ID!) {
                  myDrafts(where: { id: { eq: $id } }) { totalCount }
                  drafts(where: { id: { eq: $id }, waitsFor: { eq: AUTHORS } }) { totalCount }
                }
                """,
                new { id });
            Assert.Equal((own ? 1 : 0, all ? 1 : 0), (CountOf(data, "myDrafts"), CountOf(data, "drafts")));
        }
    }

    [Fact]
    public async Task A_revision_changes_what_it_names_and_leaves_the_rest()
    {
        var until = host.Clock.GetUtcNow().AddDays(30);
        var draft = await _scene.CreateAsync(
            DraftScene.Body,
            DraftScene.Title,
            new { kind = "KEY_JUDGMENT", text = "It is likely.", marking = new { tlp = "AMBER" }, likelihood = "LIKELY" });
        var keys = KeysOf(draft);
        Assert.Equal("title", keys[0]);

        var revised = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = draft.GetProperty("id").GetString(),
            revision = 1,
            portions = new object[]
            {
                new { key = keys[2], after = "title", likelihood = (string?)null },
                new { key = keys[1], text = "Another synthetic text.", sources = new[] { Source } },
                new { kind = "SUMMARY", text = "A synthetic summary.", marking = DraftScene.Green },
            },
            terms = new { urgency = "URGENT", validUntil = until, analystNotes = "Notes." },
        }));

        Assert.Equal(
            ["title A synthetic title GREEN ", "summary A synthetic summary. GREEN ", $"{keys[2]} It is likely. AMBER ",
                $"{keys[1]} Another synthetic text. GREEN "],
            PortionsOf(revised));
        Assert.Equal("summary", revised.GetProperty("summary").GetProperty("key").GetString());
        Assert.Equal(
            ("URGENT", "Notes.", $"{keys[1]}"),
            (revised.GetProperty("urgency").GetString(), revised.GetProperty("analystNotes").GetString(),
                revised.GetProperty("sourceReferences")[0].GetProperty("portion").GetProperty("key").GetString()));
        Assert.NotEqual(draft.GetProperty("contentHash").GetString(), revised.GetProperty("contentHash").GetString());

        var left = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id = draft.GetProperty("id").GetString(),
            revision = 2,
            removePortions = new[] { keys[2] },
            terms = new { analystNotes = (string?)null },
        }));
        Assert.Equal(
            ["title A synthetic title GREEN ", "summary A synthetic summary. GREEN ",
                $"{keys[1]} Another synthetic text. GREEN "],
            PortionsOf(left));
        Assert.Equal(
            (revised.GetProperty("validUntil").GetRawText(), "null", 1),
            (left.GetProperty("validUntil").GetRawText(), left.GetProperty("analystNotes").GetRawText(),
                left.GetProperty("sourceReferences").GetArrayLength()));
    }

    [Fact]
    public async Task What_marks_of_a_draft_require_is_kept_with_it()
    {
        var draft = await _scene.CreateAsync(
            DraftScene.Title,
            new
            {
                kind = "BODY",
                text = "A synthetic text.",
                marking = new { tlp = "AMBER", cuiBasic = new[] { "LEI" }, sensitivities = new[] { "LES" } },
            });
        var id = DraftScene.KeyOf(draft);
        var version = await _scene.ReadAsync(context => context.Set<ProductVersion>().SingleAsync(row => row.Id == id));
        Assert.Equal(
            ((long)Requirement.TlpGreen,
                (long)(Requirement.TlpGreen | Requirement.TlpAmber | Requirement.LawEnforcement)),
            (version.Requires, version.RequiresThroughout));
    }

    [Fact]
    public async Task A_new_version_begins_with_the_current_one_and_leaves_it_in_force()
    {
        var center = RowIds.Center(0);
        var product = await _scene.ReadAsync(context => context.Set<Product>()
            .Where(row => row.OriginatorId == center && row.State == ProductState.Current
                && row.Versions.Count == 1 && row.CurrentVersion!.State == VersionState.Published
                && row.CurrentVersion!.Portions.Count > 3)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.CurrentVersionId }).FirstAsync());
        var id = NodeIds.Format("Product", product.Id);
        const string read = """
            query($id: ID!) {
              product(id: $id) { currentVersion { id portions { key text } } versions { nodes { number state } } }
            }
            """;
        var before = await host.DataAsync(DraftScene.Author, read, new { id });

        var input = new { product = id, changeKind = "SUBSTANTIVE" };
        var draft = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "createDraft", input));
        Assert.Equal((2, "SUBSTANTIVE"), (draft.GetProperty("number").GetInt32(),
            draft.GetProperty("changeKind").GetString()));
        Assert.Equal(
            before.GetProperty("product").GetProperty("currentVersion").GetProperty("portions").EnumerateArray()
                .Select(portion => portion.GetRawText()),
            draft.GetProperty("portions").EnumerateArray().Select(portion => JsonSerializer.Serialize(new
            {
                key = portion.GetProperty("key").GetString(),
                text = portion.GetProperty("text").GetString(),
            }, Plain)));
        Assert.True(draft.GetProperty("intendedLists").GetArrayLength()
            + draft.GetProperty("intendedRecipients").GetArrayLength() > 0);

        Assert.Equal(
            "StateConflictError: Another version of it is in preparation.",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Author, "createDraft", input)));
        var after = await host.DataAsync(DraftScene.Colleague, read, new { id });
        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.Equal(
            2,
            (await host.DataAsync(DraftScene.Author, read, new { id })).GetProperty("product")
                .GetProperty("versions").GetProperty("nodes").GetArrayLength());
        Assert.Equal(
            "InvalidInputError subject: What a product is about was released with it, and is not changed by a draft.",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
            {
                id = draft.GetProperty("id").GetString(),
                revision = 1,
                subject = new { hazardScopes = new[] { "ALL_CRIMES" } },
            })));
        await _scene.DoneAsync(DraftScene.Author, "cancel", draft);
    }

    [Fact]
    public async Task The_notes_of_a_version_go_to_the_next_one_where_its_author_begins_that()
    {
        var (center, author) = (RowIds.Center(0), Staff.Of(0, Staff.Analyst));
        var product = await _scene.ReadAsync(context => context.Set<Product>()
            .Where(row => row.OriginatorId == center && row.State == ProductState.Current
                && row.Versions.Count == 1 && row.CurrentVersion!.State == VersionState.Published
                && row.CurrentVersion!.AnalystNotes != null
                && row.CurrentVersion!.Authors.Count == 1
                && row.CurrentVersion!.Authors.Any(by => by.PersonId == author))
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.CurrentVersion!.AnalystNotes }).FirstAsync());
        var id = NodeIds.Format("Product", product.Id);
        var input = new { product = id, changeKind = "SUBSTANTIVE" };
        foreach (var (who, notes) in new[] { (DraftScene.Colleague, null), (DraftScene.Author, product.AnalystNotes) })
        {
            var draft = DraftScene.Version(await _scene.MutateAsync(who, "createDraft", input));
            Assert.Equal(notes, draft.GetProperty("analystNotes").GetString());
            await _scene.DoneAsync(who, "cancel", draft);
        }
    }

    [Fact]
    public async Task A_co_author_works_on_it_and_who_wrote_stays_an_author()
    {
        var draft = await _scene.CreateAsync();
        var id = draft.GetProperty("id").GetString();
        string[] both = [PersonId(Staff.Analyst), PersonId(5)];
        Assert.Equal(
            "NotFoundError: There is no version with this id.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Colleague, "cancel", draft)));
        await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new { id, revision = 1, authors = both });
        var revised = DraftScene.Version(await _scene.MutateAsync(
            DraftScene.Colleague, "reviseDraft", new { id, revision = 2, portions = new[] { DraftScene.Body } }));
        Assert.Equal(2, revised.GetProperty("authors").GetArrayLength());

        Assert.Equal(
            "InvalidInputError authors: Whoever wrote at it stays among its authors.",
            DraftScene.Refusal(await _scene.MutateAsync(
                DraftScene.Colleague, "reviseDraft", new { id, revision = 3, authors = both[1..] })));
        Assert.StartsWith(
            "InvalidInputError authors[0]:",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Colleague, "reviseDraft", new
            {
                id,
                revision = 3,
                authors = (string[])[PersonId(Staff.PrivacyOfficer), .. both],
            })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_revisions_of_one_reading_one_wins()
    {
        var draft = await _scene.CreateAsync();
        await _scene.DoneAsync(DraftScene.Author, "reviseDraft", draft);
        Assert.Equal(
            "RevisionConflictError: It was changed meanwhile and has revision 2 now. Read it again, then decide.",
            DraftScene.Refusal(await _scene.StepAsync(DraftScene.Author, "reviseDraft", draft)));
    }

    [Fact]
    public async Task The_record_of_steps_cannot_be_changed()
    {
        await _scene.CreateAsync();
        foreach (var sql in new[] { "UPDATE version_events SET reason = ''", "DELETE FROM version_events" })
        {
            var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => _scene.ReadAsync(context => context.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("append-only", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_new_product_is_about_is_replaced_list_by_list()
    {
        var draft = await _scene.CreateAsync();
        var id = draft.GetProperty("id").GetString();
        var sector = NodeIds.Format("Sector", ReferenceRows.SectorId("WATER_AND_WASTEWATER_SYSTEMS"));
        var topic = NodeIds.Format("Topic", ReferenceRows.TopicId("RANSOMWARE"));
        var revised = DraftScene.Version(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
        {
            id,
            revision = 1,
            subject = new
            {
                sectors = new[] { sector, sector },
                topics = new[] { topic },
                hazardScopes = new[] { "ALL_CRIMES" },
            },
        }));
        Assert.Equal("2", revised.GetProperty("revision").GetRawText());
        Assert.StartsWith(
            "InvalidInputError subject.topics[0]:",
            DraftScene.Refusal(await _scene.MutateAsync(DraftScene.Author, "reviseDraft", new
            {
                id,
                revision = 2,
                subject = new { sectors = Array.Empty<string>(), topics = new[] { sector } },
            })),
            StringComparison.Ordinal);

        var product = NodeIds.KeyOf(draft.GetProperty("product").GetProperty("id").GetString(), "Product");
        Assert.Equal(
            (1, 1),
            await _scene.ReadAsync(async context => (
                await context.Set<ProductSector>().CountAsync(link => link.ProductId == product),
                await context.Set<ProductTopic>().CountAsync(link => link.ProductId == product))));
    }

    static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static object Source => new
    {
        citation = "A synthetic report",
        originator = "A synthetic agency",
        kind = "OPEN_SOURCE",
        reliability = "USUALLY_RELIABLE",
        credibility = "PROBABLY_TRUE",
    };

    static string PersonId(int place) => NodeIds.Format("Person", Staff.Of(0, place));

    static int CountOf(JsonElement data, string field) =>
        data.GetProperty(field).GetProperty("totalCount").GetInt32();

    static (string?, int, string?) Standing(JsonElement version) => (
        version.GetProperty("state").GetString(),
        version.GetProperty("revision").GetInt32(),
        version.GetProperty("waitsFor").GetString());

    static string[] KeysOf(JsonElement version) =>
    [
        .. version.GetProperty("portions").EnumerateArray().Select(portion => portion.GetProperty("key").GetString()!),
    ];

    static IEnumerable<string> PortionsOf(JsonElement version) =>
        version.GetProperty("portions").EnumerateArray().Select(portion =>
            $"{portion.GetProperty("key")} {portion.GetProperty("text")} "
            + $"{portion.GetProperty("marking").GetProperty("tlp")} {portion.GetProperty("likelihood")}");

    /// <summary>Who of the center, of another one and of partners finds a version by its id and its product.</summary>
    async Task<List<string>> ReadersAsync(JsonElement version)
    {
        var readers = new List<string>();
        foreach (var who in new[]
        {
            DraftScene.Author, DraftScene.Supervisor, DraftScene.Director, DraftScene.PrivacyOfficer,
            DraftScene.Colleague, "analyst-elsewhere", "liaison", "administrator, stepped up", "auditor, stepped up",
            "partner-hospital", "client-isac",
        })
        {
            var data = await host.DataAsync(
                who,
                "query($id: ID!, $product: ID!) { node(id: $id) { id } product(id: $product) { id } }",
                new
                {
                    id = version.GetProperty("id").GetString(),
                    product = version.GetProperty("product").GetProperty("id").GetString(),
                });
            Assert.Equal(data.GetProperty("node").ValueKind, data.GetProperty("product").ValueKind);
            if (data.GetProperty("node").ValueKind == JsonValueKind.Object)
            {
                readers.Add(who);
            }
        }

        return readers;
    }
}

public sealed class SqliteDraftTests(SqliteHost host) : DraftTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresDraftTests(PostgresHost host) : DraftTests(host), IClassFixture<PostgresHost>;
