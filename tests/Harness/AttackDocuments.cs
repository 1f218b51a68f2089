using System.Text;

namespace GraphApi.Harness;

/// <summary>
/// Documents that have brought GraphQL servers down, for tests and benchmarks. Each is small next to what it asks for,
/// and names only fields that every schema has.
/// </summary>
static class AttackDocuments
{
    /// <summary>
    /// 364 KB of inline fragments: 200, each with 100 inside of it. Comparing each field with each other takes minutes.
    /// </summary>
    public static string InlineFragmentMerge { get; } =
        "{" + Repeat(200, _ => "... on Query { " + Repeat(100, _ => "...on Query { a } ") + "} ") + "}";

    /// <summary>Thirty fragments, each of which spreads the next twice: a billion fields.</summary>
    public static string DoublingFragments { get; } = "{ ...F0 } " + Repeat(
        30, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F30 on Query { __typename }";

    /// <summary>100,000 selection sets within each other, never closed.</summary>
    public static string NestedBraces { get; } = Repeat(100_000, _ => "{a");

    /// <summary>1.5 million lists within each other, never closed: 1.5 MB, more than a request may have.</summary>
    public static string Brackets { get; } = "{a(b:" + new string('[', 1_500_000);

    /// <summary>101 aliases of one field, as graphql-cop sends them.</summary>
    public static string Aliases { get; } = "query cop {" + Repeat(101, i => $" alias{i}:__typename") + " }";

    /// <summary>One field more than a document may have.</summary>
    public static string Fields { get; } = "{" + Repeat(2_049, _ => " __typename") + " }";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<(string Name, string Document)> All { get; } =
    [
        ("inline-fragment-merge", InlineFragmentMerge),
        ("doubling-fragments", DoublingFragments),
        ("nested-braces", NestedBraces),
        ("brackets", Brackets),
        ("aliases", Aliases),
        ("fields", Fields),
    ];

    static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(part(i));
        }

        return text.ToString();
    }
}
