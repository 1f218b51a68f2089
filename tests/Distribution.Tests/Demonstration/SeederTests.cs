using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Demonstration;

public sealed class SeederTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_S_set_is_written_and_read_back_as_it_was_made(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        var reports = new List<SeedProgress>();
        var seeder = new Seeder(context, new FixedTime(), new Collector(reports));

        var result = await seeder.SeedAsync(SeedSize.S, replace: false, TestContext.Current.CancellationToken);

        Assert.True(result.IsSeeded);
        Assert.Equal(4, result.Rows["fusion_centers"]);
        Assert.Equal(40, result.Rows["organizations"]);
        Assert.Equal(120, result.Rows["people"]);
        Assert.Equal(16, result.Rows["distribution_lists"]);
        Assert.Equal(60, result.Rows["products"]);
        Assert.Contains(new SeedProgress("products", 60, 60), reports);

        var made = SyntheticSet.Batches(new SeedFrame(SeedSize.S, FixedTime.Now.UtcDateTime)).ToList();
        foreach (var type in LoadOrder.Types)
        {
            var table = context.Model.FindEntityType(type)!.GetTableName()!;
            Assert.Equal(made.Sum(batch => batch.Of(type).Count), result.Rows.GetValueOrDefault(table));
        }

        var expected = made.SelectMany(batch => batch.Of<Portion>()).OrderBy(portion => portion.Id).ToList();
        var actual = (await context.Set<Portion>().ToListAsync(TestContext.Current.CancellationToken))
            .OrderBy(portion => portion.Id).ToList();
        Assert.Equivalent(expected, actual, strict: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_holds_data_is_left_alone_unless_it_is_to_be_replaced(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        var cancellation = TestContext.Current.CancellationToken;
        Task<SeedResult> Seed(bool replace) =>
            new Seeder(context, new FixedTime(), null).SeedAsync(SeedSize.S, replace, cancellation);
        await Seed(replace: false);

        var refused = await Seed(replace: false);
        Assert.False(refused.IsSeeded);
        Assert.Empty(refused.Rows);

        var replaced = await Seed(replace: true);
        Assert.True(replaced.IsSeeded);
        Assert.Equal(60, await context.Set<Product>().CountAsync(cancellation));
    }

    [Fact]
    public async Task On_PostgreSQL_constraints_indexes_and_triggers_are_back_after_the_load()
    {
        const string Shape = """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS "Value"
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL
            SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
            """;
        var cancellation = TestContext.Current.CancellationToken;
        await using var scratch = await ScratchDatabase.CreateAsync(postgres: true);
        await using var context = scratch.Open();
        var before = await context.Database.SqlQueryRaw<string>(Shape).ToListAsync(cancellation);

        await new Seeder(context, new FixedTime(), null).SeedAsync(SeedSize.S, replace: false, cancellation);

        var after = await context.Database.SqlQueryRaw<string>(Shape).ToListAsync(cancellation);
        Assert.Contains(before, line => line.Contains("FOREIGN KEY"));
        Assert.Contains(before, line => line.Contains("entitlements_feed"));
        Assert.Contains("recall_notices recall_notices_kept A", before);
        Assert.Equal(before.Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
    }

    sealed class Collector(List<SeedProgress> reports) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => reports.Add(value);
    }
}
