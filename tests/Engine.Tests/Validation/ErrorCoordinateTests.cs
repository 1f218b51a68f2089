using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Validation;

/// <summary>Errors about one known element of the schema bear its coordinate.</summary>
public class ErrorCoordinateTests
{
    static readonly Schema Schema = new SchemaBuilder().AddSdl("test", """
        type Query { a(x: Int!, in: In, list: [In!], e: E): Int b: Query one(by: One): Int }
        input In { n: Int! e: E in: In }
        input One @oneOf { a: Int }
        enum E { A }
        directive @mark(x: Int!) on FIELD
        directive @rule(x: Int!) on FIELD | OBJECT
        """).AllowUnbound().HideDirectives(name => name == "rule").Build();

    [Theory]
    [InlineData("{ a(x: 1) { b } }", "Query.a")]
    [InlineData("{ b }", "Query.b")]
    [InlineData("{ a(x: 1, y: 1) }", "Query.a")]
    [InlineData("{ a }", "Query.a(x:)")]
    [InlineData("{ a(x: \"\") }", "Query.a(x:)")]
    [InlineData("{ a(x: null) }", "Query.a(x:)")]
    [InlineData("{ a(x: 1, e: B) }", "Query.a(e:)")]
    [InlineData("{ a(x: 1, in: { n: 1, e: \"A\" }) }", "In.e")]
    [InlineData("{ a(x: 1, in: { n: 1, in: { n: 1.5 } }) }", "In.n")]
    [InlineData("{ a(x: 1, list: [{ n: 1 }, 3]) }", "Query.a(list:)")]
    [InlineData("{ a(x: 1, list: [{ n: 1, in: 7 }]) }", "In.in")]
    [InlineData("{ a(x: 1, in: { e: A }) }", "In.n")]
    [InlineData("{ a(x: 1) @mark }", "@mark(x:)")]
    [InlineData("{ a(x: 1) @mark(x: 1.5) }", "@mark(x:)")]
    [InlineData("{ a(x: 1) @mark(x: 1, y: 2) }", "@mark")]
    [InlineData("{ a(x: 1) @mark(x: 1) @mark(x: 2) }", "@mark")]
    [InlineData("query @mark(x: 1) { a(x: 1) }", "@mark")]
    [InlineData("{ a(x: 1) @skip(if: 3) }", "@skip(if:)")]
    [InlineData("query ($v: String!) { a(x: $v) }", "Query.a(x:)")]
    [InlineData("query ($v: Int) { a(x: 1, list: [{ n: $v }]) }", "In.n")]
    [InlineData("query ($v: Int) { one(by: { a: $v }) }", "One.a")]
    public void It_is_that_of_what_the_error_is_about(string document, string coordinate) =>
        Assert.Equal(coordinate, ErrorOf(document));

    [Theory]
    [InlineData("{ c }")]
    [InlineData("{ a(x: 1) a(x: 2) }")]
    [InlineData("{ a(x: 1) @gone }")]
    [InlineData("{ a(x: 1) @rule }")]
    [InlineData("{ a(x: 1) @rule(x: \"\") }")]
    [InlineData("query ($v: Int = \"\") { a(x: $v) }")]
    [InlineData("{ __schema }")]
    [InlineData("{ __type { name } }")]
    [InlineData("{ __type(name: 1) { name } }")]
    [InlineData("{ __schema { types { fields(includeDeprecated: 1) { name } } } }")]
    [InlineData("{ __typename { a } }")]
    public void What_is_unknown_hidden_several_or_introspection_has_none(string document) =>
        Assert.Null(ErrorOf(document));

    static string? ErrorOf(string document) =>
        Assert.Single(Validator.Validate(Schema, Tree.Parse(document), new EngineOptions())).Coordinate;
}
