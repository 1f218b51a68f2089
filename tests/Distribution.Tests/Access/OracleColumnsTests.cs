using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>The oracle knows every table and column: what it was not told of is not allowed by silence.</summary>
public sealed class OracleColumnsTests
{
    [Fact]
    public void Every_column_is_one_that_the_oracle_knows()
    {
        var model = Model();
        Assert.Equal("", string.Join('\n', OracleColumns.Unknown(model)));
        Assert.Equal("", string.Join('\n', OracleColumns.Stale(model)));
    }

    static IModel Model()
    {
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>()
                .UseSqlite("Data Source=:memory:").Options);
        return context.Model;
    }
}
