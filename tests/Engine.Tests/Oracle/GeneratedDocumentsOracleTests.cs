using GraphApi.Engine.Language;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Documents from three schemas, half of them valid, half of them valid but for one change, are parsed, printed and
/// validated by graphql-js and by us.
/// </summary>
public sealed class GeneratedDocumentsOracleTests
{
    static readonly OracleSchema[] Schemas =
    [
        OracleSchema.Toy, OracleSchema.Toy, OracleSchema.Toy, OracleSchema.Pets, OracleSchema.Pets, OracleSchema.Public,
        OracleSchema.ReadOnly,
    ];

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(null, 2_000)]
    public async Task Documents_are_judged_as_graphql_js_judges_them(int? seed, int count)
    {
        var first = seed ?? Random.Shared.Next(1_000_000_000);
        using var judge = await DocumentJudge.StartAsync();
        var valid = await judge.AgreeAsync(Enumerable.Range(0, count).Select(i => Document(first + i)));

        // The comparison says nothing of what is valid, or of what is not, unless there is enough of both.
        Assert.InRange(valid, count / 2, count * 6 / 10);
    }

    [Fact]
    public void A_document_that_was_not_changed_is_valid()
    {
        for (var seed = 0; seed < 400; seed += 2)
        {
            var document = Document(seed);
            var verdict = Verdict.Of(document.Schema!.Schema, document.Text);
            Assert.True(
                verdict is { SyntaxError: null, Errors: [] },
                $"{document.Origin}\n{document.Text}\n{verdict.SyntaxError}\n{string.Join('\n', verdict.Errors!)}");
        }
    }

    [Fact]
    public void Each_rule_is_broken_by_a_document_that_was_changed()
    {
        var unbroken = Rules.All.Where(rule => rule.Section is not null).ToList();
        for (var seed = 1; seed < 10_000 && unbroken.Count > 0; seed += 2)
        {
            var (_, schema, text) = Document(seed);
            if (Parser.Parse(text, ParserLimits.Sdl).Document is { } document)
            {
                unbroken.RemoveAll(rule => Validator.Validate(schema!.Schema, document, [rule]).Count > 0);
            }
        }

        Assert.Empty(unbroken);
    }

    static JudgedDocument Document(int seed)
    {
        var random = new Random(seed);
        var schema = Schemas[random.Next(Schemas.Length)];
        var text = new DocumentMaker(schema, random).Make();
        if (seed % 2 == 0)
        {
            return new JudgedDocument($"seed {seed}", schema, text);
        }

        var (mutation, changed) = new Mutator(schema, random).Change(text);
        return new JudgedDocument($"seed {seed}, {mutation}", schema, changed);
    }
}
