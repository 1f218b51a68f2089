using GraphApi.Engine.Tests.Oracle;
using GraphApi.Engine.Tests.TypeSystem;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>
/// Introspection and printing say what graphql-js says of the same SDL, and clients make the same SDL of what
/// introspection says.
/// </summary>
public class IntrospectionOracleTests
{
    const string Plain = """"
        """Only one root."""
        type Query {
          a(
            """What."""
            b: [Int!]! = [1, 2]
            c: Boolean = true
          ): Query

          """
          A first line.

              indented

          A last line.
          """
          d(x: Float = 1.5, s: String = "a \"b\"", o: In = { e: [A, B] }): E!
        }

        enum E {
          A
          B
        }

        input In {
          e: [E!]! = [A]
        }

        """";

    // Directives that are applied, but for those of the specification, are not introspected.
    static readonly string Everything = KitchenSink.Sdl.Replace("@mark", "@xmark", StringComparison.Ordinal);

    public static TheoryData<string> Schemas => [Everything, Plain];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Introspection_says_what_graphql_js_says(string sdl)
    {
        var theirs = Assert.Single(await SchemaJudge.JudgeAsync(sdl));
        var ours = await IntrospectionRun.OfAsync(Build(sdl), IntrospectionDocument.Text);

        Assert.Equal(ComparableSchema.Of(theirs.Introspection!), ComparableSchema.Of(ours["data"]!));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_schema_is_printed_as_graphql_js_prints_it(string sdl)
    {
        var theirs = Assert.Single(await SchemaJudge.JudgeAsync(sdl));

        Assert.Equal(ComparableSchema.Of(theirs.Printed!), ComparableSchema.Of(SchemaPrinter.Print(Build(sdl))));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_client_that_asks_for_everything_has_the_same_schema(string sdl)
    {
        var schema = Build(sdl);
        var ours = await IntrospectionRun.OfAsync(schema, await DocumentJudge.IntrospectionQueryAsync());
        var theirs = Assert.Single(await SchemaJudge.PrintAsync(ours["data"]!));

        Assert.Equal(ComparableSchema.Of(SchemaPrinter.Print(schema)), ComparableSchema.Of(theirs));
    }

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
