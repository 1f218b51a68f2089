using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Engine;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// An integration that keeps a copy of the products it may see: it begins with a snapshot, follows the changes, and
/// knows nothing else. Mutable.
/// </summary>
/// <param name="ask">Asks a document with variables as whoever it is at that moment; gives the data back.</param>
/// <param name="where">Its condition; null: none.</param>
sealed class Follower(Func<string, object, Task<JsonElement>> ask, object? where)
{
    /// <summary>What it keeps of a product.</summary>
    public const string Content =
        "id publicNumber state urgency validUntil currentVersion { id number state portions { key text } }";

    const string Changes = $$"""
        query($after: String, $first: Int!, $where: ProductFilterInput) {
          changes(after: $after, first: $first, where: $where) {
            events { id cursor kind productId isMatch product { {{Content}} } }
            endCursor
            hasMore
          }
        }
        """;

    const string Snapshot = $$"""
        query($after: String, $first: Int!, $where: ProductFilterInput) {
          snapshot(after: $after, first: $first, where: $where) {
            products { {{Content}} }
            endCursor
            hasNextPage
            changesCursor
          }
        }
        """;

    /// <summary>What it holds: the content by the product's id.</summary>
    public Dictionary<string, string> Held { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>Begins anew.</summary>
    /// <param name="first">The size of the pages.</param>
    /// <param name="between">What happens between two pages.</param>
    public async Task BeginAsync(int first, Func<Task> between)
    {
        var held = new Dictionary<string, string>();
        string? after = null;
        while (true)
        {
            var page = (await ask(Snapshot, new { after, first, where })).GetProperty("snapshot");
            foreach (var product in page.GetProperty("products").EnumerateArray())
            {
                held[product.GetProperty("id").GetString()!] = product.GetRawText();
            }

            if (!page.GetProperty("hasNextPage").GetBoolean())
            {
                (Held, Cursor) = (held, page.GetProperty("changesCursor").GetString()!);
                return;
            }

            after = page.GetProperty("endCursor").GetString();
            await between();
        }
    }

    /// <summary>
    /// Asks once; returns what it was told, with whether it was given the product, and whether there is more.
    /// </summary>
    /// <param name="first">How many events at most.</param>
    /// <param name="applied">How many of them it applies before it is interrupted; null: all.</param>
    public async Task<(List<(Guid Product, string Kind, bool IsGiven)> Told, bool HasMore)> FollowAsync(
        int first, int? applied = null)
    {
        var page = (await ask(Changes, new { after = Cursor, first, where })).GetProperty("changes");
        var events = page.GetProperty("events").EnumerateArray().ToList();
        var told = new List<(Guid, string, bool)>();
        foreach (var (i, change) in events.Index())
        {
            told.Add(ToldBy(change));
            if (applied is null || i < applied)
            {
                Apply(change);
            }
        }

        if (applied is null)
        {
            Cursor = page.GetProperty("endCursor").GetString()!;
        }

        return (told, page.GetProperty("hasMore").GetBoolean());
    }

    /// <summary>Applies an event, by the one rule there is.</summary>
    public void Apply(JsonElement change)
    {
        var id = change.GetProperty("productId").GetString()!;
        if (change.GetProperty("product") is { ValueKind: not JsonValueKind.Null } product)
        {
            Held[id] = product.GetRawText();
        }
        else
        {
            Held.Remove(id);
        }

        Cursor = change.GetProperty("cursor").GetString()!;
    }

    /// <summary>What an event tells.</summary>
    public static (Guid Product, string Kind, bool IsGiven) ToldBy(JsonElement change) => (
        NodeIds.KeyOf(change.GetProperty("productId").GetString()!, "Product")!.Value,
        change.GetProperty("kind").GetString()!,
        change.GetProperty("product").ValueKind != JsonValueKind.Null);

    /// <summary>In what two copies differ; empty: in nothing.</summary>
    public static string Difference(Follower fresh, Follower follower) => string.Join(
        '\n',
        fresh.Held.Keys.Union(follower.Held.Keys).Order(StringComparer.Ordinal)
            .Select(id => (Id: id, Has: follower.Held.GetValueOrDefault(id), Ought: fresh.Held.GetValueOrDefault(id)))
            .Where(product => product.Has != product.Ought)
            .Select(product => $"{product.Id}: holds {product.Has ?? "none"}, is to hold {product.Ought ?? "none"}"));

    /// <summary>The data of an answer for somebody with the rights of a viewer.</summary>
    public static async Task<JsonElement> AskAsync(
        DistributionHost host, Viewer viewer, string document, object variables)
    {
        await using var session = new DistributionSession(
            host.Module.Database,
            viewer with { Now = host.Clock.GetUtcNow().UtcDateTime },
            recorder: host.Module.Recorder,
            log: host.Module.Log);
        var response = await host.Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables),
                Session = session,
            },
            TestContext.Current.CancellationToken);
        if (response.Errors.Count > 0)
        {
            throw new InvalidOperationException(response.Errors[0].Message, host.TakeFault());
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.GetProperty("data");
    }
}
