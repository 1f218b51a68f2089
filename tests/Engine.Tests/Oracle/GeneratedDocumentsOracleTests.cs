namespace GraphApi.Engine.Tests.Oracle;

public sealed class GeneratedDocumentsOracleTests
{
    const int Count = 2_000;

    [Fact]
    public async Task Documents_are_judged_as_graphql_js_judges_them()
    {
        using var judge = await DocumentJudge.StartAsync();
        var valid = await judge.AgreeAsync(
            from schema in new[] { OracleSchema.Pets, OracleSchema.Toy }
            from seed in Enumerable.Range(0, Count / 2)
            select new JudgedDocument($"seed {seed}", schema, new QueryGenerator(schema.Schema, seed).Document()));

        // The comparison says nothing of what is valid unless enough is.
        Assert.InRange(valid, Count / 10, Count);
    }
}
