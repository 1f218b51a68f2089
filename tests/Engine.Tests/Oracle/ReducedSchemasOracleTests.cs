using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Whatever may not be used of a schema: what remains is a valid schema by our rules and by those of graphql-js, shows
/// nothing of it, and an operation that is valid against it is valid against the whole.
/// </summary>
public sealed class ReducedSchemasOracleTests
{
    static readonly double[] Shares = [0.01, 0.05, 0.2, 0.5];

    [Theory]
    [InlineData(1, 160)]
    [InlineData(null, 40)]
    public async Task What_remains_is_a_valid_schema_that_shows_nothing_else(int? seed, int count)
    {
        var chosen = seed ?? Random.Shared.Next(1_000_000_000);
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {chosen}");
        List<string> remaining = [];
        for (var i = 0; i < count; i++)
        {
            var random = new Random(chosen + i);
            var whole = Whole(random, i);
            var share = Shares[random.Next(Shares.Length)];
            HashSet<string> hidden = [.. Usable(whole.Schema).Where(_ => random.NextDouble() < share)];
            if (Reduce(whole.Schema, hidden) is not { } reduced)
            {
                continue;
            }

            Assert.Empty(Usable(reduced).Intersect(hidden));
            var printed = SchemaPrinter.Print(reduced);
            var view = OracleSchema.Of(printed);
            Assert.Equal(printed, SchemaPrinter.Print(view.Schema));
            Assert.Equal(printed, SchemaPrinter.Print(Reduce(view.Schema, [])!));
            remaining.Add(printed);
            var document = new DocumentMaker(view, random).Make();
            Assert.Equal([], Verdict.Of(view.Schema, document).Errors);
            Assert.Equal((document, ""), (document, string.Join('\n', Verdict.Of(whole.Schema, document).Errors!)));
        }

        Assert.InRange(remaining.Count, count / 2, count);
        foreach (var (sdl, judged) in remaining.Zip(await SchemaJudge.JudgeAsync(remaining)))
        {
            Assert.Equal((sdl, ""), (sdl, string.Join('\n', judged.Errors!)));
        }
    }

    static OracleSchema Whole(Random random, int index) => (index % 8) switch
    {
        0 => OracleSchema.Public,
        1 => OracleSchema.Pets,
        2 or 3 => OracleSchema.Toy,
        _ => OracleSchema.Of(new SdlGenerator(random.Next()).Valid()),
    };

    static Schema? Reduce(Schema schema, HashSet<string> hidden) => SchemaReduction.Of(
        schema, field => !hidden.Contains(field.Coordinate), input => !hidden.Contains(input.Coordinate));

    /// <summary>The coordinates of all fields, arguments and input fields.</summary>
    static IEnumerable<string> Usable(Schema schema)
    {
        var fields = schema.ClientTypes.OfType<ComplexType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields)
            .ToList();
        return fields.Select(field => field.Coordinate)
            .Concat(fields.SelectMany(field => field.Arguments).Select(argument => argument.Coordinate))
            .Concat(schema.ClientTypes.OfType<InputObjectType>()
                .SelectMany(type => type.Fields)
                .Select(field => field.Coordinate));
    }
}
