using System.Text.Json.Nodes;
using GraphApi.Engine.Tests.TypeSystem;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>
/// Introspection and printing say what graphql-js says of the same SDL, but for what the specification words.
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

    public static TheoryData<string> Schemas => [KitchenSink.Sdl, Plain];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Introspection_says_what_graphql_js_says(string sdl)
    {
        var (theirs, _) = await GraphQLJs.ReadAsync(sdl, TestContext.Current.CancellationToken);
        var ours = await IntrospectionRun.OfAsync(Build(sdl), IntrospectionDocument.Text);

        Assert.Equal(Comparable(theirs), Comparable(ours["data"]!));
    }

    [Fact]
    public async Task A_schema_is_printed_as_graphql_js_prints_it()
    {
        var (_, theirs) = await GraphQLJs.ReadAsync(Plain, TestContext.Current.CancellationToken);

        // graphql-js 16 leaves the indentation on blank lines.
        theirs = theirs.Replace("\n  \n", "\n\n", StringComparison.Ordinal);
        Assert.Equal(theirs, SchemaPrinter.Print(Build(Plain)).TrimEnd('\n'));
    }

    // The types and directives of the SDL, by name: graphql-js orders them by reference, and words its own otherwise.
    static string Comparable(JsonNode introspection)
    {
        var schema = introspection["__schema"]!.AsObject();
        string[] specified = ["skip", "include", "deprecated", "specifiedBy", "oneOf"];
        string[] scalars = ["String", "Int", "Float", "Boolean", "ID"];
        Reduce(schema, "types", name => !name.StartsWith("__", StringComparison.Ordinal) && !scalars.Contains(name));
        Reduce(schema, "directives", name => !specified.Contains(name));
        return Sorted(schema)!.ToJsonString(new() { WriteIndented = true });
    }

    static void Reduce(JsonObject schema, string list, Func<string, bool> keep) => schema[list] = new JsonArray(
    [
        .. schema[list]!.AsArray()
            .Where(item => keep(item!["name"]!.GetValue<string>()))
            .OrderBy(item => item!["name"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(item => item!.DeepClone()),
    ]);

    // Keys in one order, on both sides.
    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(
                entry.Key,
                Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
