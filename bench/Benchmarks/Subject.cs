using GraphApi.Distribution;
using GraphApi.Engine;

namespace GraphApi.Benchmarks;

/// <summary>The product's schema and engine, for what runs without the server.</summary>
static class Subject
{
    /// <summary>The module. Its database need not be there until a step asks for it.</summary>
    public static DistributionModule CreateModule(string connectionString = "Data Source=:memory:") =>
        DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = connectionString,
            CursorKeys = [new byte[32]],
        });

    /// <summary>An engine for the module.</summary>
    public static GraphQLEngine CreateEngine(DistributionModule module) =>
        new(module.Schema, new EngineOptions(), module.Authorizer);
}
