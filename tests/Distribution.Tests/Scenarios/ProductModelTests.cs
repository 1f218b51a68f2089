using System.Globalization;
using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Scenarios;

/// <summary>
/// Random principals try random steps on random products. What the model allows is done, all else is refused and
/// changes nothing; and after each step partners read what the model says, and nothing is out that was not reviewed.
/// </summary>
public abstract class ProductModelTests(DistributionHost host)
{
    static readonly string[] Steps =
    [
        "submitForReview", "resubmit", "reviseDraft", "concur", "requestChanges", "approve", "publish", "reopen",
        "cancel", "createDraft", "recallProduct",
    ];

    static readonly string[] Principals =
    [
        "analyst", "supervisor", "director", "privacy-officer", "analyst-elsewhere", "administrator", "auditor",
        "partner-hospital",
    ];

    static readonly string?[] Partners =
        ["partner-hospital", "partner-law-enforcement", "partner-water", "partner-suspended", null];

    readonly Newsroom _newsroom = new(host.ExecuteAsync);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_steps_of_random_principals_keep_every_promise(int seed)
    {
        var random = new Random(seed);
        var products = new List<(ProductModel Model, Newsroom.Story Story)>();
        var history = new List<string>();
        var done = 0;
        for (var i = 0; i < 90; i++)
        {
            // What was given up before it was ever released is done with.
            products.RemoveAll(product => product.Model is { Draft: null, Current: 0 });
            if (products.Count < 3)
            {
                var list = products.Count == 1 ? "Law enforcement" : "All partners";
                var draft = await _newsroom.DraftAsync($"Synthetic {i}", lists: [list]);
                products.Add((new ProductModel(AudienceOf(list)), draft));
            }

            var which = random.Next(products.Count);
            var (model, story) = products[which];
            var (step, who) = Choose(random, model);
            var expected = model.CanTake(step, who);
            history.Add(string.Create(
                CultureInfo.InvariantCulture, $"{which} {step} by {who} on {model.Draft ?? "none"}: {expected}"));
            var (taken, told) = await TryAsync(who, step, story, model);
            Assert.True(
                expected == (taken is not null), $"seed {seed}: {told}\n{string.Join('\n', history.TakeLast(12))}");
            if (taken is not null)
            {
                done++;
                model.Take(step);
                products[which] = (model, taken);
            }

            await CheckReadersAsync(model, story, $"seed {seed}\n{string.Join('\n', history.TakeLast(12))}");
        }

        Assert.True(done >= 30, $"Only {done} steps were taken.");
        await CheckReleasesAsync();
    }

    /// <summary>Mostly a step that can be taken, so that products get somewhere; else any step by anybody.</summary>
    static (string Step, string Who) Choose(Random random, ProductModel model)
    {
        if (random.Next(3) > 0)
        {
            var possible = Steps.SelectMany(step => Principals.Select(who => (step, who)))
                .Where(choice => model.CanTake(choice.step, choice.who))
                .Where(choice => choice.step is not ("cancel" or "recallProduct" or "reopen") || random.Next(10) == 0)
                .ToList();
            if (possible.Count > 0)
            {
                return possible[random.Next(possible.Count)];
            }
        }

        // Whether a review is under way is the affair of its own tests.
        var step = Steps.Where(step => step != "concur").ElementAt(random.Next(Steps.Length - 1));
        return (step, Principals[random.Next(Principals.Length)]);
    }

    async Task<(Newsroom.Story? Taken, string Told)> TryAsync(
        string who, string step, Newsroom.Story story, ProductModel model)
    {
        const string Fields =
            "id revision state number contentHash product { id publicNumber revision state }";
        if (step == "concur")
        {
            return (await _newsroom.ConcurAsync(story), "concurred");
        }

        var stepped = $"{who}, stepped up";
        JsonElement response;
        if (step == "recallProduct")
        {
            var products = await host.DataAsync(
                "analyst", "query($id: ID!) { product(id: $id) { revision } }", new { id = story.ProductId });
            var product = products.GetProperty("product");
            response = await ExecuteAsync(stepped, step, "recallNotice", "id", new
            {
                id = story.ProductId,
                revision = product.ValueKind == JsonValueKind.Null ? 1 : product.GetProperty("revision").GetInt32(),
                kind = "RECALL",
                reason = "FACTUAL_ERROR",
                reasonDetails = Newsroom.Reason,
                requiredAction = "STOP_USE",
                message = "Synthetic: do not use this product any more.",
                messageTlp = "CLEAR",
            });
            return IsDone(response, step, "recallNotice") ? (story, "recalled") : (null, response.GetRawText());
        }

        object input = (step, model.Draft) switch
        {
            ("createDraft", _) => new Dictionary<string, object?>
            {
                ["product"] = story.ProductId,
                ["changeKind"] = "SUBSTANTIVE",
                ["copiesCurrent"] = true,
            },
            ("publish", _) when model.Current > 0 =>
                new { story.Id, story.Revision, supersedes = await CurrentAsync(story), reason = Newsroom.Reason },
            ("submitForReview" or "resubmit" or "reviseDraft", _) => new { story.Id, story.Revision },
            _ => new { story.Id, story.Revision, reason = Newsroom.Reason },
        };
        var mutation = step == "publish" && model.Current > 0 ? "publishNewVersion" : step;
        response = await ExecuteAsync(stepped, mutation, "productVersion", Fields, input);
        return IsDone(response, mutation, "productVersion")
            ? (Newsroom.StoryOf(response.GetProperty("data").GetProperty(mutation).GetProperty("productVersion")), step)
            : (null, response.GetRawText());
    }

    Task<JsonElement> ExecuteAsync(string who, string mutation, string result, string fields, object input) =>
        host.ExecuteAsync(who, Newsroom.DocumentOf(mutation, result, fields), new
        {
            input = input as Dictionary<string, object?> ?? (object)JsonSerializer.SerializeToElement(
                input, JsonSerializerOptions.Web),
        });

    static bool IsDone(JsonElement response, string mutation, string result) =>
        !response.TryGetProperty("errors", out _)
        && response.GetProperty("data").GetProperty(mutation).GetProperty(result).ValueKind != JsonValueKind.Null;

    async Task<string> CurrentAsync(Newsroom.Story story)
    {
        var product = NodeIds.KeyOf(story.ProductId, "Product");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var current = await context.Set<Product>().Where(row => row.Id == product)
            .Select(row => row.CurrentVersionId)
            .SingleAsync(TestContext.Current.CancellationToken);
        return NodeIds.Format("ProductVersion", current!.Value);
    }

    async Task CheckReadersAsync(ProductModel model, Newsroom.Story story, string context)
    {
        const string Document =
            "query($id: ID!) { product(id: $id) { currentVersion { number title { text } } } "
            + "recalls(openOnly: false) { nodes { productId } } }";
        foreach (var partner in Partners)
        {
            var data = await host.DataAsync(partner, Document, new { id = story.ProductId });
            var product = data.GetProperty("product");
            var number = product.ValueKind == JsonValueKind.Null
                ? 0
                : product.GetProperty("currentVersion").GetProperty("number").GetInt32();
            var recalls = data.GetProperty("recalls").GetProperty("nodes").EnumerateArray()
                .Count(notice => notice.GetProperty("productId").GetString() == story.ProductId);
            var isTold = partner is not null && model.Recalls > 0 && model.IsOf(partner);
            Assert.True(
                (model.NumberFor(partner), isTold ? model.Recalls : 0) == (number, recalls),
                $"{partner ?? "nobody"} reads version {number} and {recalls} notices; {context}");
        }
    }

    async Task CheckReleasesAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var unreviewed = await context.Set<ProductVersion>()
            .Where(version => version.State == VersionState.Published || version.State == VersionState.Superseded)
            .CountAsync(
                version => !context.Set<PrivacyReview>().Any(review =>
                    review.VersionId == version.Id
                    && (review.Outcome == ReviewOutcome.Concur
                        || review.Outcome == ReviewOutcome.ConcurWithChanges
                        || review.Outcome == ReviewOutcome.ResolvedConcur)
                    && !version.Authors.Any(author => author.PersonId == review.ReviewerId)),
                TestContext.Current.CancellationToken);
        var twice = await context.Set<ProductVersion>()
            .Where(version => version.State == VersionState.Published)
            .GroupBy(version => version.ProductId)
            .CountAsync(versions => versions.Count() > 1, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (unreviewed, twice));
    }

    static HashSet<string> AudienceOf(string list) => list == "Law enforcement"
        ? ["partner-law-enforcement"]
        : ["partner-hospital", "partner-law-enforcement", "partner-water"];

    public sealed class OnSqlite(SqliteHost host) : ProductModelTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : ProductModelTests(host), IClassFixture<PostgresHost>;
}
