using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>Makes request bodies that are almost JSON, almost GraphQL requests, or both and wrong.</summary>
static class BodyMutator
{
    static readonly string[] Oddities =
    [
        "null", "true", "0", "-1", "1e999", "9007199254740993", "\"\"", "\"x\"", "\"LONE\"", "\"\\u0000\"", "[]", "{}",
        "[[[[]]]]", "{\"a\":{\"a\":{}}}", "[null]", "{\"\":null}", "\"'; --\"", "\"%_\\\\\"", "123456789012345678901234567890",
    ];

    static readonly string[] Members =
        ["query", "variables", "operationName", "extensions", "id", "documentId", "Query", "", "a", "w", "\ud83d\ude00"];

    /// <summary>A body.</summary>
    public static string Make(Random random)
    {
        var body = JsonSerializer.Serialize(new
        {
            query = random.Next(3) == 0
                ? Pick(random, FuzzCorpus.Operations)
                : TextMutator.Mutate(random, FuzzCorpus.Operations),
        });
        var root = JsonNode.Parse(body)!.AsObject();
        root["variables"] = JsonNode.Parse(Pick(random, FuzzCorpus.Variables));
        if (random.Next(4) == 0)
        {
            root["operationName"] = Pick(random, Members);
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            Change(random, root);
        }

        // Half of a pair, which a tree of JSON cannot hold.
        var text = root.ToJsonString().Replace("LONE", "\\ud800", StringComparison.Ordinal);
        return random.Next(4) == 0 ? Damage(random, text) : random.Next(30) == 0 ? $"[{text},{text}]" : text;
    }

    static void Change(Random random, JsonNode root)
    {
        var at = Descend(random, root);
        switch (at)
        {
            case JsonObject node:
                var known = node.Count > 0 && random.Next(2) == 0;
                var name = known ? node.ElementAt(random.Next(node.Count)).Key : Pick(random, Members);
                node[name] = Odd(random, node);
                break;
            case JsonArray list when list.Count > 0 && random.Next(3) == 0:
                list.RemoveAt(random.Next(list.Count));
                break;
            case JsonArray list:
                list.Add(Odd(random, list));
                break;
        }
    }

    /// <summary>A few steps down from the root, to an object or a list.</summary>
    static JsonNode Descend(Random random, JsonNode root)
    {
        var at = root;
        for (var i = random.Next(6); i > 0; i--)
        {
            var below = at switch
            {
                JsonObject { Count: > 0 } node => node.ElementAt(random.Next(node.Count)).Value,
                JsonArray { Count: > 0 } list => list[random.Next(list.Count)],
                _ => null,
            };
            if (below is not (JsonObject or JsonArray))
            {
                break;
            }

            at = below;
        }

        return at;
    }

    static JsonNode? Odd(Random random, JsonNode near)
    {
        if (random.Next(5) == 0)
        {
            return near.DeepClone();
        }

        if (random.Next(20) == 0)
        {
            return new JsonArray([.. Enumerable.Range(0, random.Next(3_000)).Select(i => (JsonNode)i)]);
        }

        return JsonNode.Parse(Pick(random, Oddities));
    }

    /// <summary>No longer JSON, most likely.</summary>
    static string Damage(Random random, string text)
    {
        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Remove(at, 1),
            2 => text.Insert(at, ((char)random.Next(0x10000)).ToString()),
            3 => text.Insert(at, Pick(random, Oddities)),
            _ => text + text[at..],
        };
    }

    static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
