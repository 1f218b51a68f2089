using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>A recall from its notice on: what is gone, who is told, who is not, and who may do it.</summary>
public abstract class RecallProductTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_recalled_is_gone_for_all_but_staff_and_its_notice_is_there_for_who_had_it()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        Assert.True(await _scene.SeesAsync("partner-hospital", product));

        var notice = await _scene.RecalledAsync(product);

        Assert.False(await _scene.SeesAsync("partner-hospital", product));
        Assert.Equal(
            JsonSerializer.Serialize(new
            {
                id = notice,
                productId = RecallScene.IdOf(product),
                publicNumber = product.PublicNumber,
                productType = Screaming(product.Type),
                versionNumbers = await NumbersAsync(product),
                kind = "RECALL",
                reason = "FACTUAL_ERROR",
                requiredAction = "DESTROY_AND_CONFIRM",
                message = "Do not use this product any more (synthetic).",
                messageTlp = "CLEAR",
                state = "OPEN",
                myState = "NOTIFIED",
                product = (object?)null,
            }),
            (await _scene.NoticeAsync("partner-hospital", notice)).GetRawText());

        var staff = await host.DataAsync(
            "analyst",
            "query($id: ID!) { product(id: $id) { state currentVersion { state title { text } } recall { id } } }",
            new { id = RecallScene.IdOf(product) });
        Assert.Equal("RECALLED", staff.GetProperty("product").GetProperty("state").GetString());
        Assert.Equal(
            "RECALLED", staff.GetProperty("product").GetProperty("currentVersion").GetProperty("state").GetString());
        Assert.Equal(notice, staff.GetProperty("product").GetProperty("recall").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_notice_is_found_by_every_way_and_details_and_progress_are_for_staff()
    {
        var product = await _scene.ProductAsync("partner-water");
        var notice = await _scene.RecalledAsync(product);
        const string document = """
            query($id: ID!) {
              node(id: $id) { id }
              recalls(first: 50, where: { id: { eq: $id } }) { totalCount nodes { id } }
              recall(id: $id) { reasonDetails issuedByName progress { recipients } }
            }
            """;

        var staff = await host.ExecuteAsync("supervisor", document, new { id = notice });
        Assert.False(staff.TryGetProperty("errors", out _));
        Assert.Equal(
            RecallScene.Reason,
            staff.GetProperty("data").GetProperty("recall").GetProperty("reasonDetails").GetString());

        var partner = await host.ExecuteAsync("partner-water", document, new { id = notice });
        Assert.Equal(
            $$"""{"node":{"id":"{{notice}}"},"recalls":{"totalCount":1,"nodes":[{"id":"{{notice}}"}]},"""
            + "\"recall\":{\"reasonDetails\":null,\"issuedByName\":null,\"progress\":null}}",
            partner.GetProperty("data").GetRawText());
        Assert.Equal(3, partner.GetProperty("errors").GetArrayLength());
        Assert.All(
            partner.GetProperty("errors").EnumerateArray(),
            error => Assert.Equal(
                "AUTH_NOT_AUTHORIZED", error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task To_who_never_had_it_a_notice_is_as_if_it_were_not_there()
    {
        var product = await _scene.ProductAsync("partner-fire");
        var notice = await _scene.RecalledAsync(product);
        const string document = """
            query($id: ID!) {
              recall(id: $id) { id reasonDetails }
              node(id: $id) { id }
              nodes(ids: [$id]) { id }
              recalls(openOnly: false, where: { id: { eq: $id } }) { totalCount nodes { id } }
            }
            """;

        foreach (var who in new[] { null, "analyst-elsewhere", "administrator", "client-suspended" })
        {
            var hidden = await host.ExecuteAsync(who, document, new { id = notice });
            var statements = host.Sql.Statements.Count;
            var missing = await host.ExecuteAsync(
                who, document, new { id = NodeIds.Format("RecallNotice", Guid.NewGuid()) });

            Assert.Equal(missing.GetRawText(), hidden.GetRawText());
            Assert.Equal(host.Sql.Statements.Count, statements);
        }
    }

    [Fact]
    public async Task The_notice_of_what_was_public_is_public_and_its_message_too()
    {
        var product = await _scene.ProductAsync("partner-hospital", isPublic: true);

        Assert.Equal(
            "InvalidInputError (messageTlp): The message can be TLP:CLEAR at most: not everybody who has it may read "
            + "more.",
            RecallScene.Refusal(await _scene.RecallAsync(RecallScene.Supervisor, product, tlp: "GREEN")));
        Assert.True(await _scene.SeesAsync(null, product));

        var notice = await _scene.RecalledAsync(product);

        Assert.False(await _scene.SeesAsync(null, product));
        var read = await _scene.NoticeAsync(null, notice);
        Assert.Equal(product.PublicNumber, read.GetProperty("publicNumber").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("myState").ValueKind);
    }

    [Fact]
    public async Task A_message_that_not_every_recipient_may_read_is_refused_and_nothing_is_done()
    {
        var product = await _scene.ProductAsync("supervisor");
        await _scene.DeliverAsync(product, client: (await _scene.ClientAsync("client-portal")).Id);

        Assert.Equal(
            "InvalidInputError (messageTlp): The message can be TLP:GREEN at most: not everybody who has it may read "
            + "more.",
            RecallScene.Refusal(await _scene.RecallAsync(RecallScene.Supervisor, product, tlp: "AMBER")));

        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.False(await context.Set<RecallNotice>().AnyAsync(row => row.ProductId == product.Id, Stop));
        Assert.Equal(
            product.Revision, (await context.Set<Product>().SingleAsync(row => row.Id == product.Id, Stop)).Revision);
        RecallScene.Done(await _scene.RecallAsync(RecallScene.Supervisor, product, tlp: "GREEN"), "recallNotice");
    }

    [Fact]
    public async Task What_cannot_be_recalled_so_is_refused_with_what_would_fit()
    {
        var product = await _scene.ProductAsync("supervisor");
        Task<JsonElement> Ask(
            string who = RecallScene.Supervisor,
            string kind = "RECALL",
            string action = "STOP_USE",
            string message = "Synthetic.",
            string details = RecallScene.Reason,
            DateTime? respondBy = null,
            int? revision = null,
            string[]? versions = null,
            string? replacement = null,
            string reason = "FACTUAL_ERROR") => _scene.RecallAsync(
                who,
                product,
                kind,
                reason,
                action,
                "CLEAR",
                message,
                respondBy,
                revision,
                details,
                versions,
                replacement);
        async Task RefusedAsync(string expected, Task<JsonElement> asked) =>
            Assert.Equal(expected, RecallScene.Refusal(await asked));
        var current = NodeIds.Format("ProductVersion", product.CurrentVersionId!.Value);

        await RefusedAsync(
            "InvalidInputError (reasonDetails): A reason has 20 to 2000 characters: it is kept on record and read by "
            + "others.",
            Ask(details: "too short"));
        await RefusedAsync(
            "InvalidInputError (message): A text has 1 to 2000 characters, and no control characters.",
            Ask(message: "  "));
        await RefusedAsync(
            "InvalidInputError (respondBy): The deadline is in the future, within 365 days.",
            Ask(respondBy: RecallScene.Now));
        await RefusedAsync(
            "InvalidInputError (respondBy): The deadline is in the future, within 365 days.",
            Ask(respondBy: RecallScene.Now.AddDays(366)));
        await RefusedAsync(
            "InvalidInputError (replacement): Say which version takes its place.", Ask(kind: "RECALL_AND_REPLACE"));
        await RefusedAsync(
            "InvalidInputError (replacement): Say which version takes its place.", Ask(action: "REPLACE"));
        await RefusedAsync(
            "InvalidInputError (requiredAction): What is corrected stays valid: it can be replaced, and others told of "
            + "it, or nothing.",
            Ask(kind: "CORRECTION_NOTICE"));
        await RefusedAsync(
            "InvalidInputError (versions): What is recalled cannot take its own place.",
            Ask(kind: "RECALL_AND_REPLACE", versions: [current], replacement: current));
        await RefusedAsync(
            "NotFoundError: There is no version with this id.",
            Ask(versions: [NodeIds.Format("ProductVersion", Guid.NewGuid())]));
        await RefusedAsync(
            "NotFoundError: There is no version with this id.",
            Ask(kind: "RECALL_AND_REPLACE", replacement: NodeIds.Format("ProductVersion", Guid.NewGuid())));
        await RefusedAsync(
            $"RevisionConflictError: It was changed meanwhile and has revision {product.Revision} now. Read it again, "
            + "then decide.",
            Ask(revision: 99));
        await RefusedAsync(
            "NotPermittedError: A privacy officer recalls for reasons of privacy, civil rights and civil liberties.",
            Ask(RecallScene.PrivacyOfficer));

        RecallScene.Done(
            await Ask(RecallScene.PrivacyOfficer, reason: "PRIVACY_OR_CIVIL_LIBERTIES"), "recallNotice");
        await RefusedAsync("StateConflictError: It was recalled.", Ask(revision: product.Revision + 1));
    }

    [Theory]
    [InlineData("supervisor", "AUTH_STEP_UP_REQUIRED")]
    [InlineData("analyst", "AUTH_NOT_AUTHORIZED")]
    [InlineData("partner-hospital, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("administrator, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    public async Task Others_than_those_who_answer_for_the_center_recall_nothing(string? who, string code)
    {
        var response = await host.ExecuteAsync(
            who,
            "mutation($id: ID!) { closeRecall("
            + "input: { id: $id, revision: 1, reason: \"Synthetic, and long enough.\" }) { errors { __typename } } }",
            new { id = NodeIds.Format("RecallNotice", Guid.NewGuid()) });
        Assert.Equal(
            code,
            Assert.Single(response.GetProperty("errors").EnumerateArray())
                .GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_correction_leaves_the_product_as_it_is_and_its_notice_beside_it()
    {
        var product = await _scene.ProductAsync("partner-tribal");

        var notice = await _scene.RecalledAsync(product, "NONE", kind: "CORRECTION_NOTICE");

        Assert.True(await _scene.SeesAsync("partner-tribal", product));
        var seen = await host.DataAsync(
            "partner-tribal",
            "query($id: ID!) { product(id: $id) { state recall { id kind } } }",
            new { id = RecallScene.IdOf(product) });
        Assert.Equal(
            $$$"""{"state":"CURRENT","recall":{"id":"{{{notice}}}","kind":"CORRECTION_NOTICE"}}""",
            seen.GetProperty("product").GetRawText());
    }

    [Fact]
    public async Task Whoever_replaces_is_told_what_takes_its_place_as_far_as_he_may_see_it()
    {
        var product = await _scene.ProductAsync("partner-law-enforcement");
        var other = await OtherAsync("partner-law-enforcement", product);
        var replacement = NodeIds.Format("ProductVersion", other.CurrentVersionId!.Value);
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-lapsed")).Id);

        var notice = RecallScene.Done(
            await _scene.RecallAsync(
                RecallScene.Director, product, "RECALL_AND_REPLACE", action: "REPLACE", replacement: replacement),
            "recallNotice").GetProperty("id").GetString();

        var seen = await host.DataAsync(
            "partner-law-enforcement",
            "query($id: ID!) { recall(id: $id) { replacement { id } } }",
            new { id = notice });
        Assert.Equal(
            $$$"""{"replacement":{"id":"{{{replacement}}}"}}""", seen.GetProperty("recall").GetRawText());
    }

    [Fact]
    public async Task Of_two_recalls_at_once_one_is_done()
    {
        var product = await _scene.ProductAsync("partner-business");
        var payloads = await Task.WhenAll(
            _scene.RecallAsync(RecallScene.Supervisor, product), _scene.RecallAsync(RecallScene.Director, product));

        Assert.Single(payloads, payload => payload.GetProperty("errors").ValueKind == JsonValueKind.Null);
        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(1, await context.Set<RecallNotice>().CountAsync(row => row.ProductId == product.Id, Stop));
    }

    async Task<Product> OtherAsync(string reader, Product product)
    {
        var notice = await host.Module.AccessDatabase.CreateContext().Set<Product>().AsNoTracking()
            .Where(row => row.Id != product.Id
                && row.OriginatorId == product.OriginatorId
                && row.State == ProductState.Current
                && row.CurrentVersion!.State == VersionState.Published
                && row.Entitlements.Any(right => right.Kind == EntitlementKind.List))
            .OrderBy(row => row.Id).ToListAsync(Stop);
        foreach (var candidate in notice)
        {
            if (await _scene.SeesAsync(reader, candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"{reader} sees one product alone.");
    }

    async Task<int[]> NumbersAsync(Product product)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<ProductVersion>()
            .Where(version => version.ProductId == product.Id && version.State == VersionState.Recalled)
            .OrderBy(version => version.Number).Select(version => version.Number).ToArrayAsync(Stop);
    }

    static string Screaming(ProductType type) =>
        string.Concat($"{type}".Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}

public sealed class SqliteRecallProductTests(SqliteHost host) : RecallProductTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecallProductTests(PostgresHost host)
    : RecallProductTests(host), IClassFixture<PostgresHost>;
