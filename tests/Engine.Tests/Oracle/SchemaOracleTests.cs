using System.Text.Json.Nodes;
using GraphApi.Engine.Tests.Introspection;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Schemas are valid or not as graphql-js says, with its messages at its places; what is valid is printed and
/// introspected as it does.
/// </summary>
public sealed class SchemaOracleTests
{
    // Messages of ours that graphql-js 16 has no counterpart to, and why.
    static readonly (string Part, string Reason)[] Newer =
    [
        ("The default value ", "3.6.1, 3.10: default values fit their types and do not need themselves; since version 17"),
        (" is invalid. ", "5.6.1: values fit their positions, in directives of a schema too"),
        ("All root types must be different", "3.3.1; since version 17"),
        ("must not refer to itself", "3.13: directives do not refer to themselves; since version 17"),
        ("so implementation field", "3.7: what an interface offers is not deprecated; since version 17"),
        ("is built in and", "what the specification defines is not defined otherwise; graphql-js takes the definition"),
        ("A schema holds no", "2.2: a type system document; graphql-js passes over the rest"),
    ];

    [Fact]
    public async Task Schemas_that_break_a_rule_have_the_same_errors()
    {
        foreach (var (sdl, theirs) in InvalidSchemas.All.Zip(await SchemaJudge.JudgeAsync(InvalidSchemas.All)))
        {
            Assert.NotEmpty(theirs.Errors!);
            Assert.Equal((sdl, Comparable(theirs.Errors!)), (sdl, Comparable(Ours(sdl).Errors)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task Generated_schemas_are_judged_alike(int? seed)
    {
        var chosen = seed ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {chosen}");
        var generator = new SdlGenerator(chosen);
        List<string> schemas =
        [
            .. Enumerable.Range(0, 200).Select(_ => generator.Valid()),
            .. Enumerable.Range(0, 1_000).Select(_ => generator.Changed()),
        ];
        var judged = await SchemaJudge.JudgeAsync(schemas);
        var (valid, introspections) = (new List<Schema>(), new List<JsonNode>());
        foreach (var (sdl, theirs) in schemas.Zip(judged))
        {
            var (schema, errors) = Ours(sdl);
            if (errors.Any(IsNewer))
            {
                continue;
            }

            if (theirs.Errors is null)
            {
                Assert.NotEmpty(errors);
                continue;
            }

            Assert.Equal((sdl, Comparable(theirs.Errors)), (sdl, Comparable(errors)));
            if (schema is not null && theirs.Printed is not null)
            {
                var introspection = (await IntrospectionRun.OfAsync(schema, IntrospectionDocument.Text))["data"]!;
                Assert.Equal(ComparableSchema.Of(theirs.Printed), ComparableSchema.Of(SchemaPrinter.Print(schema)));
                introspections.Add(introspection.DeepClone());
                valid.Add(schema);
                Assert.Equal(ComparableSchema.Of(theirs.Introspection!), ComparableSchema.Of(introspection));
            }
        }

        // The comparison says nothing of either kind unless there are enough of both.
        Assert.InRange(valid.Count, schemas.Count / 4, schemas.Count * 3 / 4);
        Assert.Equal(
            valid.Select(schema => ComparableSchema.Of(SchemaPrinter.Print(schema))),
            (await SchemaJudge.PrintAsync(introspections)).Select(ComparableSchema.Of));
    }

    [Fact]
    public async Task What_the_specification_asks_beyond_graphql_js_16_is_listed()
    {
        string[] schemas =
        [
            "type Query { a(x: Int = \"1\"): Int }",
            "input A { a: A = {} } type Query { a(x: A): Int }",
            "directive @a(x: Int) on OBJECT type Query @a(x: \"1\") { a: Int }",
            "schema { query: A mutation: A } type A { a: Int }",
            "directive @a(x: Int @a) on ARGUMENT_DEFINITION type Query { a: Int }",
            "interface F { a: Int } type Query implements F { a: Int @deprecated }",
            "scalar Int type Query { a: Int }",
            "type Query { a: Int } query { a }",
        ];
        foreach (var (sdl, theirs) in schemas.Zip(await SchemaJudge.JudgeAsync(schemas)))
        {
            // Of a default that needs itself it says nothing: it runs out of stack.
            Assert.Empty(theirs.Errors ?? []);
            Assert.All(Ours(sdl).Errors, error => Assert.True(IsNewer(error), error.Message));
            Assert.NotEmpty(Ours(sdl).Errors);
        }
    }

    [Fact]
    public async Task An_extension_can_make_a_OneOf_input_object_which_graphql_js_16_overlooks()
    {
        const string Sdl = "input A { a: Int! } extend input A @oneOf type Query { a(a: A): Int }";

        Assert.Empty(Assert.Single(await SchemaJudge.JudgeAsync(Sdl)).Errors!);
        Assert.Equal([new JudgedError("OneOf input field A.a must be nullable.", "1:14")], Ours(Sdl).Errors);
    }

    static bool IsNewer(JudgedError error) =>
        Newer.Any(newer => error.Message.Contains(newer.Part, StringComparison.Ordinal));

    static (Schema? Schema, IReadOnlyList<JudgedError> Errors) Ours(string sdl)
    {
        try
        {
            return (new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build(), []);
        }
        catch (SchemaException exception)
        {
            return (null, [.. exception.Errors.Select(error => new JudgedError(
                error.Message,
                string.Join(' ', error.Locations.Select(place => $"{place.Location.Line}:{place.Location.Column}"))))]);
        }
    }

    // graphql-js takes the fields of an extension of an input object for arguments.
    static string Comparable(IEnumerable<JudgedError> errors) => string.Join('\n', errors
        .Select(error => $"{error.Message} {error.Locations}"
            .Replace("INPUT_FIELD_DEFINITION", "ARGUMENT_DEFINITION", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));
}
