using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests;

public sealed class DistributionModuleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_is_ready_once_its_reference_rows_are_there(bool postgres)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var starting = Create(scratch);
        await using var other = Create(scratch);

        var migrated = await other.IsReadyAsync(cancellation);
        await starting.MigrateAsync(cancellation);

        Assert.Equal(
            (false, true, true),
            (migrated, await starting.IsReadyAsync(cancellation), await other.IsReadyAsync(cancellation)));
        await using var context = scratch.Open();
        Assert.Equal(56, await context.Set<Jurisdiction>().CountAsync(cancellation));
    }

    static DistributionModule Create(ScratchDatabase scratch) => DistributionModule.Create(new DistributionOptions
    {
        ConnectionString = scratch.ConnectionString,
        CursorKeys = [new byte[32]],
    });
}
