using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Schemas in a form in which two implementations can be compared.</summary>
static partial class ComparableSchema
{
    /// <summary>
    /// SDL by definition: graphql-js orders types by reference, prints none of the directives that are applied but
    /// those of the specification, leaves the indentation on blank lines, and leaves out the roots where they have
    /// their common names, even if another type has one too. (Introspection tells the roots.)
    /// </summary>
    /// <param name="sdl">The SDL. Directives that are not the specification's begin with an x.</param>
    public static string Of(string sdl) => string.Join("\n\n", Definitions().Split(Tight(sdl))
        .Where(definition => definition.Length > 0 && !RootsOfCommonNames().IsMatch(definition))
        .Order(StringComparer.Ordinal));

    /// <summary>
    /// The types and directives of an introspection by name, without those of the specification, which each words its
    /// own way.
    /// </summary>
    public static string Of(JsonNode introspection)
    {
        var schema = introspection["__schema"]!.AsObject();
        string[] specified = ["skip", "include", "deprecated", "specifiedBy", "oneOf"];
        string[] scalars = ["String", "Int", "Float", "Boolean", "ID"];
        Reduce(schema, "types", name => !name.StartsWith("__", StringComparison.Ordinal) && !scalars.Contains(name));
        Reduce(schema, "directives", name => !specified.Contains(name));
        return Sorted(schema)!.ToJsonString(new() { WriteIndented = true });
    }

    static string Tight(string sdl) => Blank().Replace(Applied().Replace(sdl, ""), "").TrimEnd('\n');

    static void Reduce(JsonObject schema, string list, Func<string, bool> keep) => schema[list] = new JsonArray(
    [
        .. schema[list]!.AsArray()
            .Where(item => keep(item!["name"]!.GetValue<string>()))
            .OrderBy(item => item!["name"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(item => item!.DeepClone()),
    ]);

    // Keys in one order, on both sides; possible types too, which graphql-js orders as types.
    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Key switch
            {
                "possibleTypes" when entry.Value is JsonArray types => new JsonArray(
                    [.. types.Select(Sorted).OrderBy(type => type!["name"]!.GetValue<string>())]),
                _ => Sorted(entry.Value),
            }))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(
        @"^schema \{(\n  (query: Query|mutation: Mutation|subscription: Subscription))+\n\}$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex RootsOfCommonNames();

    [GeneratedRegex("^ +$", RegexOptions.Multiline)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\n\n(?=[^\s}])")]
    private static partial Regex Definitions();

    [GeneratedRegex(@"(?<!^directive) @x\w*(\([^()]*\))?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Applied();
}
