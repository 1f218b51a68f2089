using GraphApi.Harness;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>What mutations begin with: the operations of the tests, the schema, and documents of every kind.</summary>
static class FuzzCorpus
{
    const string Everything = """"
        "Described." query Q($a: Boolean! = true @skip(if: false), $b: [ID!]! = ["x"], $w: ProductFilterInput) @include(if: $a) {
          feed(first: 3, where: $w, order: [{ publishedAt: DESC }]) @include(if: $a) {
            edges { cursor node { ...P @skip(if: $a) ... on Product @include(if: true) { alias: publicNumber } } }
            pageInfo { hasNextPage endCursor } totalCount
          }
          nodes(ids: $b) { __typename id ... on Node { id } ... on FusionCenter { name } }
          __schema { types { name fields(includeDeprecated: true) { name type { ofType { name } } } } }
        }
        fragment P on Product { id type currentVersion { title { text marking { tlp } } banner { text } } }
        mutation M { a: __typename }
        subscription S { x(y: -1.5e3, z: [1, { k: "\u0041\n" }], e: NAME, n: null, t: true, b: """block "quotes" \""" """) }
        """";

    /// <summary>Operations.</summary>
    public static IReadOnlyList<string> Operations { get; } =
    [
        .. Repository.Files("tests/Distribution.Tests/Operations", "*.graphql").Select(Repository.Text),
        Everything,
        AttackDocuments.DoublingFragments,
        "{ __typename }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A __typename }",
        "query($n: Int = 3, $c: String) { products(first: $n, after: $c, where: { or: [{ type: { in: [BULLETIN] } }] }) { totalCount } }",
        "{ fusionCenters(where: { name: { contains: \"a\" }, disciplines: { some: { name: { neq: null } } } }) { nodes { name } } }",
    ];

    /// <summary>Type system documents.</summary>
    public static IReadOnlyList<string> Schemas { get; } =
    [
        .. Repository.Files("schema", "*.graphql")
            .Where(file => !file.EndsWith("public.graphql", StringComparison.Ordinal))
            .Select(Repository.Text),
        """
        extend schema @a { mutation: M }
        interface I implements J & K { f(a: [Int!]! = [1] @d): T @deprecated(reason: "x") }
        union U @a = | A | B enum E { A @deprecated B } input O @oneOf { a: Int b: String } extend input O { c: O }
        directive @d(a: Int = 1) repeatable on | FIELD | ENUM_VALUE scalar S @specifiedBy(url: "https://example.com/s")
        extend type T implements I & J type Query { q: T } type T { a: Int }
        """,
    ];

    /// <summary>Variables of the operations.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        .. Repository.Files("tests/Distribution.Tests/Operations", "*.variables.json").Select(Repository.Text),
        """{ "a": true, "b": ["x", null], "w": { "or": [{ "type": { "eq": "BULLETIN" } }, {}] }, "n": 3, "c": null }""",
    ];

    /// <summary>Words and signs that mean something in a document, or nearly.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        "{", "}", "(", ")", "[", "]", ":", "...", "!", "$", "=", "@", "|", "&", "..", ".", "query", "mutation",
        "subscription", "fragment", "on", "null", "true", "false", "__typename", "__schema", "__type", "id", "node",
        "nodes", "edges", "feed", "products", "Product", "Query", "Node", "where", "order", "first", "last", "after",
        "and", "or", "eq", "in", "contains", "some", "ASC", "$a", "$w", "@skip(if: true)", "@include(if: $a)", "@nope",
        "0", "-1", "1e400", "99999999999999999999", "2147483648", "-0.0", "\"\"", "\"x\"", "\"\\u{1F600}\"", "\"\\ud83d\"",
        "\"\"\"\n  b\n\"\"\"", "#c\n", "\n", "\r", ",", "\uFEFF", "\u0000", "\ud800", "é", "\"", "\"\"\"", "\\", "'", "%",
        "type", "interface", "union", "enum", "input", "scalar", "directive", "schema", "extend", "implements", "repeatable",
        "Int", "String", "ID!", "[ID!]!", "= 1", "a", "A", "F0",
    ];
}
