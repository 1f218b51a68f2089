using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Engine;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// An integration that keeps a copy of the products it may see: it begins with a snapshot, follows the changes, and
/// knows nothing else. Mutable.
/// </summary>
/// <param name="host">The server.</param>
/// <param name="where">Its condition; null: none.</param>
sealed class Follower(DistributionHost host, object? where)
{
    const string Changes = """
        query($after: String, $first: Int!, $where: ProductFilterInput) {
          changes(after: $after, first: $first, where: $where) {
            events { id cursor kind productId isMatch product { id } }
            endCursor
            hasMore
          }
        }
        """;

    const string Snapshot = """
        query($after: String, $first: Int!, $where: ProductFilterInput) {
          snapshot(after: $after, first: $first, where: $where) {
            products { id }
            endCursor
            hasNextPage
            changesCursor
          }
        }
        """;

    /// <summary>What it holds, by id.</summary>
    public HashSet<string> Held { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>Begins anew.</summary>
    /// <param name="viewer">Who it is at each page.</param>
    /// <param name="first">The size of the pages.</param>
    /// <param name="between">What happens between two pages.</param>
    public async Task BeginAsync(Func<Viewer> viewer, int first, Func<Task> between)
    {
        var held = new HashSet<string>();
        string? after = null;
        while (true)
        {
            var page = (await AskAsync(host, viewer(), Snapshot, new { after, first, where })).GetProperty("snapshot");
            held.UnionWith(page.GetProperty("products").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
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
    /// <param name="viewer">Who it is.</param>
    /// <param name="first">How many events at most.</param>
    /// <param name="applied">How many of them it applies before it is interrupted; null: all.</param>
    public async Task<(List<(Guid Product, string Kind, bool IsGiven)> Told, bool HasMore)> FollowAsync(
        Viewer viewer, int first, int? applied = null)
    {
        var page = (await AskAsync(host, viewer, Changes, new { after = Cursor, first, where }))
            .GetProperty("changes");
        var events = page.GetProperty("events").EnumerateArray().ToList();
        var told = new List<(Guid, string, bool)>();
        foreach (var (i, change) in events.Index())
        {
            var id = change.GetProperty("productId").GetString()!;
            var isGiven = change.GetProperty("product").ValueKind != JsonValueKind.Null;
            told.Add((NodeIds.KeyOf(id, "Product")!.Value, change.GetProperty("kind").GetString()!, isGiven));
            if (applied is null || i < applied)
            {
                _ = isGiven ? Held.Add(id) : Held.Remove(id);
                Cursor = change.GetProperty("cursor").GetString()!;
            }
        }

        if (applied is null)
        {
            Cursor = page.GetProperty("endCursor").GetString()!;
        }

        return (told, page.GetProperty("hasMore").GetBoolean());
    }

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
