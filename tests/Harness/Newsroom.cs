using System.Text.Json;

namespace GraphApi.Harness;

/// <summary>
/// The way of a product through its center, told by the mutations that make it, as demonstration principals of the
/// first center. Whoever can ask a server can tell it: in process or over HTTP.
/// </summary>
/// <param name="ask">
/// Asks as a principal (null: nobody), with <c>, stepped up</c> behind the name of one that just signed in; returns the
/// response, with <c>data</c> and perhaps <c>errors</c>.
/// </param>
public sealed class Newsroom(Func<string?, string, object?, Task<JsonElement>> ask)
{
    public const string Analyst = "analyst";
    public const string Officer = "privacy-officer, stepped up";
    public const string Supervisor = "supervisor, stepped up";
    public const string Director = "director, stepped up";
    public const string Reason = "A synthetic reason, told at length for the record.";

    /// <summary>What <see cref="StoryOf"/> reads of a version.</summary>
    public const string VersionFields = "id revision state number contentHash product { id publicNumber revision state }";

    /// <summary>
    /// A new draft, with a title and one portion unless others are given, for lists that are given by name.
    /// </summary>
    public async Task<Story> DraftAsync(
        string title,
        string tlp = "GREEN",
        string type = "BULLETIN",
        string[]? lists = null,
        Story? of = null,
        object[]? portions = null)
    {
        var marking = new { tlp };
        var input = new Dictionary<string, object?>
        {
            ["product"] = of?.ProductId,
            ["type"] = of is null ? type : null,
            ["changeKind"] = of is null ? null : "SUBSTANTIVE",
            ["copiesCurrent"] = false,
            ["portions"] = portions ??
            [
                new { kind = "TITLE", text = title, marking },
                new { kind = "BODY", text = $"{title}: a synthetic text.", marking },
            ],
            ["audience"] = new { lists = await ListsAsync(lists ?? ["All partners"]) },
        };
        return StoryOf(await DoneAsync(Analyst, "createDraft", "productVersion", VersionFields, input));
    }

    /// <summary>Gives it to review.</summary>
    public async Task<Story> SubmitAsync(Story story) => StoryOf(await DoneAsync(
        Analyst, "submitForReview", "productVersion", VersionFields, new { story.Id, story.Revision }));

    /// <summary>The privacy officer takes the review, answers every item and has no objection.</summary>
    public async Task<Story> ConcurAsync(Story story)
    {
        var review = await TakeReviewAsync(story);
        await DoneAsync(
            Officer,
            "concur",
            "privacyReview",
            "id",
            new { id = review.Id, revision = review.Revision, rationale = Reason });
        return await RefreshAsync(story);
    }

    /// <summary>The privacy officer takes the review and answers every item; the review's id and revision.</summary>
    public async Task<(string Id, int Revision)> TakeReviewAsync(Story story)
    {
        var me = (await DataAsync(Officer, "{ me { person { id } } }", null))
            .GetProperty("me").GetProperty("person").GetProperty("id").GetString();
        var review = (await DataAsync(
            Officer,
            "query($id: ID!) { node(id: $id) { ... on ProductVersion { privacyReviews { id revision items { key } } } } }",
            new { id = story.Id })).GetProperty("node").GetProperty("privacyReviews")[0];
        var id = review.GetProperty("id").GetString()!;
        var assigned = await DoneAsync(
            Officer,
            "assignReview",
            "privacyReview",
            "revision",
            new { id, revision = review.GetProperty("revision").GetInt32(), reviewer = me });
        var answers = review.GetProperty("items").EnumerateArray()
            .Select(item => new { item = item.GetProperty("key").GetString(), answer = "YES" })
            .ToArray();
        var answered = await DoneAsync(
            Officer,
            "answerChecklist",
            "privacyReview",
            "revision",
            new { id, revision = assigned.GetProperty("revision").GetInt32(), answers });
        return (id, answered.GetProperty("revision").GetInt32());
    }

    /// <summary>The supervisor lets it be released.</summary>
    public async Task<Story> ApproveAsync(Story story, bool isPublicRelease = false) => StoryOf(await DoneAsync(
        Supervisor,
        "approve",
        "productVersion",
        VersionFields,
        new { story.Id, story.Revision, reason = Reason, isPublicRelease }));

    /// <summary>
    /// The director, or somebody else, releases it: what is approved, as a product or in the place of another version.
    /// </summary>
    public async Task<Story> PublishAsync(
        Story story, Story? supersedes = null, string who = Director) => StoryOf(await DoneAsync(
        who,
        supersedes is null ? "publish" : "publishNewVersion",
        "productVersion",
        VersionFields,
        supersedes is null
            ? new { story.Id, story.Revision, reason = Reason }
            : new { story.Id, story.Revision, supersedes = supersedes.Id, reason = Reason }));

    /// <summary>All of it: drafted, reviewed, approved, released.</summary>
    public async Task<Story> IssueAsync(
        string title, string tlp = "GREEN", string type = "BULLETIN", string[]? lists = null, Story? of = null) =>
        await PublishAsync(
            await ApproveAsync(await ConcurAsync(await SubmitAsync(await DraftAsync(title, tlp, type, lists, of)))),
            of);

    /// <summary>Recalls all versions of it; the notice's id.</summary>
    public async Task<string> RecallAsync(
        Story story, string reason = "FACTUAL_ERROR", string action = "DESTROY_AND_CONFIRM", string who = Supervisor)
    {
        const string Document = "query($id: ID!) { product(id: $id) { revision } }";
        var product = (await DataAsync(who, Document, new { id = story.ProductId })).GetProperty("product");
        var notice = await DoneAsync(who, "recallProduct", "recallNotice", "id", new
        {
            id = story.ProductId,
            revision = product.GetProperty("revision").GetInt32(),
            kind = "RECALL",
            reason,
            reasonDetails = Reason,
            requiredAction = action,
            message = "Synthetic: do not use this product any more.",
            messageTlp = "CLEAR",
        });
        return notice.GetProperty("id").GetString()!;
    }

    /// <summary>The version as the analyst, who wrote it, finds it now.</summary>
    public async Task<Story> RefreshAsync(Story story) => StoryOf((await DataAsync(
        Analyst,
        $"query($id: ID!) {{ node(id: $id) {{ ... on ProductVersion {{ {VersionFields} }} }} }}",
        new { id = story.Id })).GetProperty("node"));

    /// <summary>Lists of the first center by the beginning of their names.</summary>
    public async Task<string[]> ListsAsync(params string[] names)
    {
        var data = await DataAsync(
            "supervisor",
            "{ distributionLists(first: 50) { nodes { id name owner { id } } } me { homeCenters { id } } }",
            null);
        var home = data.GetProperty("me").GetProperty("homeCenters")[0].GetProperty("id").GetString();
        var lists = data.GetProperty("distributionLists").GetProperty("nodes").EnumerateArray()
            .Where(list => list.GetProperty("owner").GetProperty("id").GetString() == home)
            .ToLookup(list => list.GetProperty("name").GetString()!, list => list.GetProperty("id").GetString()!);
        return
        [
            .. names.Select(name =>
                lists.FirstOrDefault(list => list.Key.Contains(name, StringComparison.OrdinalIgnoreCase))?.First()
                ?? throw new InvalidOperationException($"There is no list {name} among {lists.Count}.")),
        ];
    }

    /// <summary>The document of a mutation.</summary>
    public static string DocumentOf(string mutation, string result, string fields) => $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{result}} { {{fields}} } errors { __typename ... on Error { message } } }
        }
        """;

    /// <summary>The payload of a mutation.</summary>
    public async Task<JsonElement> MutateAsync(string? who, string mutation, string result, string fields, object input)
    {
        var named = input is Dictionary<string, object?>
            ? input
            : JsonSerializer.SerializeToElement(input, JsonSerializerOptions.Web);
        var data = await DataAsync(who, DocumentOf(mutation, result, fields), new { input = named });
        return data.GetProperty(mutation);
    }

    /// <summary>The result of a mutation that is not refused.</summary>
    public async Task<JsonElement> DoneAsync(string? who, string mutation, string result, string fields, object input)
    {
        var payload = await MutateAsync(who, mutation, result, fields, input);
        return payload.GetProperty("errors").ValueKind == JsonValueKind.Null
            ? payload.GetProperty(result)
            : throw new InvalidOperationException($"{mutation}: {payload.GetProperty("errors")}");
    }

    /// <summary>The data of a response without errors.</summary>
    public async Task<JsonElement> DataAsync(string? who, string document, object? variables)
    {
        var response = await ask(who, document, variables);
        return response.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.GetRawText())
            : response.GetProperty("data");
    }

    /// <summary>What an answer tells of a version.</summary>
    public static Story StoryOf(JsonElement version)
    {
        var product = version.GetProperty("product");
        return new Story(
            version.GetProperty("id").GetString()!,
            version.GetProperty("revision").GetInt32(),
            version.GetProperty("state").GetString()!,
            product.GetProperty("id").GetString()!,
            product.GetProperty("publicNumber").GetString(),
            version.GetProperty("contentHash").GetString()!);
    }

    /// <summary>A version on its way.</summary>
    /// <param name="Id">The version.</param>
    /// <param name="Revision">Its revision.</param>
    /// <param name="State">Its state.</param>
    /// <param name="ProductId">The product.</param>
    /// <param name="PublicNumber">The number of the product; null: never released.</param>
    /// <param name="ContentHash">The hash of its content.</param>
    public sealed record Story(
        string Id, int Revision, string State, string ProductId, string? PublicNumber, string ContentHash);
}
