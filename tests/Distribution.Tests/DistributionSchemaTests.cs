using GraphApi.Data.Databases;
using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests;

public sealed class DistributionSchemaTests
{
    [Fact]
    public async Task The_schema_is_the_one_in_the_repository()
    {
        await using var database = new Database<DistributionContext>(
            new DatabaseOptions { ConnectionString = "Data Source=:memory:" });
        var schema = DistributionSchema.Build(database.Model, database.Provider, new DistributionOptions
        {
            ConnectionString = "",
            CursorKeys = [new byte[32]],
        });
        var printed = SchemaPrinter.Print(schema);
        var path = Repository.PathOf("schema", "public.graphql");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, printed, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), printed);
    }
}
