using System.Text.Json;
using GraphApi.Engine.Checking;
using GraphApi.Engine.Tests.Introspection;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Checking;

/// <summary>The uses that graphql-js tells of are told, in its words and at its places.</summary>
public sealed class DeprecatedUsesTests
{
    const string Sdl = """
        directive @d(a: E @deprecated(reason: "Da."), b: [In]) on FIELD | QUERY | VARIABLE_DEFINITION

        interface I { id: ID @deprecated(reason: "Ii.") name: String @deprecated other: ID }

        type Query implements I {
          id: ID
          name: String @deprecated
          other: ID
          i(a: Int @deprecated(reason: "Ia."), b: [E!], c: In, d: [[In!]!]): I
          u: U
        }

        union U = Query

        enum E { A B @deprecated(reason: "Eb.") }

        input In { a: E = A @deprecated(reason: "Ina."), b: [In!], c: E, s: Scalar }

        scalar Scalar
        """;

    static readonly string[] Documents =
    [
        "{ id name other: name i { id name __typename ... on Query { id name } } }",
        "{ i(a: 1, b: [A, B, B], c: { a: B, b: { a: A, c: B }, c: B }) { name } }",
        "query ($e: E = B, $i: [In!]! = [{ a: A }, { b: [{ a: B }] }] @d(a: B)) @d(b: { a: A }) { i(d: [$i, { a: $e }]) { id } }",
        "{ u { ... on I { id } ...F } } fragment F on Query { name @d(a: A, b: [{ c: B }]) }",
        "{ nope { id } i(nope: B, c: { nope: B, s: { a: B } }) { nope @nope(a: B) } u(a: 1) { name } }",
        "subscription { name } mutation { name } query { name }",
        "{ i(b: B, c: B, d: { a: B }) { __typename } }",
    ];

    [Fact]
    public async Task Every_use_is_told_as_graphql_js_tells_it()
    {
        var theirs = await GraphQLJs.AskAsync(
            "deprecation-oracle.mjs",
            JsonSerializer.Serialize(new { sdl = Sdl, documents = Documents }),
            TestContext.Current.CancellationToken);
        var schema = new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build();

        Assert.All(Documents.Zip(theirs.AsArray()), pair => Assert.Equal(
            pair.Second.Deserialize<List<string>>(), Ours(schema, pair.First)));
    }

    static List<string> Ours(Schema schema, string document)
    {
        var context = new ValidationContext(
            schema, Tree.Parse(document), new EngineOptions { MaxValidationErrors = int.MaxValue });
        new DocumentWalk(context, [new DeprecatedUses(context)]).Walk();
        return
        [
            .. context.Errors.Select(error => $"{error.Locations[0].Line}:{error.Locations[0].Column} {error.Message}"),
        ];
    }
}
