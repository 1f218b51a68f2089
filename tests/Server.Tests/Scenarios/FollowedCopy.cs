using System.Text.Json;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>What an integration holds that begins with the snapshot and follows the changes, over HTTP.</summary>
sealed class FollowedCopy(Newsroom newsroom, string? principal)
{
    const string Product = "id publicNumber currentVersion { number title { text } }";
    readonly Dictionary<string, string> _products = [];
    string? _cursor;

    /// <summary>What it was told since it began, in order: the kind of change and the title of the product.</summary>
    public List<string> Told { get; } = [];

    /// <summary>The products it holds, as number, version and title, in order.</summary>
    public IEnumerable<string> Held => _products.Values.Order(StringComparer.Ordinal);

    /// <summary>Takes all pages of the snapshot.</summary>
    public async Task<FollowedCopy> BeginAsync()
    {
        string? after = null;
        do
        {
            var page = (await newsroom.DataAsync(
                principal,
                "query($after: String) { snapshot(first: 50, after: $after) "
                    + $"{{ products {{ {Product} }} endCursor hasNextPage changesCursor }} }}",
                new { after })).GetProperty("snapshot");
            foreach (var product in page.GetProperty("products").EnumerateArray())
            {
                _products[product.GetProperty("id").GetString()!] = Describe(product);
            }

            after = page.GetProperty("endCursor").GetString();
            _cursor = page.GetProperty("changesCursor").GetString();
        }
        while (after is not null);
        return this;
    }

    /// <summary>Applies all changes there are, some at a time.</summary>
    public async Task FollowAsync(int atOnce = 3)
    {
        JsonElement page;
        do
        {
            page = (await newsroom.DataAsync(
                principal,
                "query($after: String, $first: Int!) { changes(after: $after, first: $first) { endCursor hasMore events "
                    + $"{{ kind productId product {{ {Product} }} recallNotice {{ reason }} }} }} }}",
                new { after = _cursor, first = atOnce })).GetProperty("changes");
            foreach (var change in page.GetProperty("events").EnumerateArray())
            {
                Apply(change);
            }

            _cursor = page.GetProperty("endCursor").GetString();
        }
        while (page.GetProperty("hasMore").GetBoolean());
    }

    void Apply(JsonElement change)
    {
        var id = change.GetProperty("productId").GetString()!;
        var (product, notice) = (change.GetProperty("product"), change.GetProperty("recallNotice"));
        var why = notice.ValueKind == JsonValueKind.Null ? "" : $" {notice.GetProperty("reason").GetString()}";
        if (product.ValueKind == JsonValueKind.Null)
        {
            _products.Remove(id);
            Told.Add($"{change.GetProperty("kind").GetString()}{why}");
        }
        else
        {
            _products[id] = Describe(product);
            Told.Add($"{change.GetProperty("kind").GetString()}{why} {TitleOf(product)}");
        }
    }

    static string Describe(JsonElement product) =>
        $"{product.GetProperty("publicNumber").GetString()} "
        + $"{product.GetProperty("currentVersion").GetProperty("number").GetInt32()} {TitleOf(product)}";

    static string? TitleOf(JsonElement product) =>
        product.GetProperty("currentVersion").GetProperty("title").GetProperty("text").GetString();
}
