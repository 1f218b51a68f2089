using GraphApi.Distribution;
using GraphApi.Engine;

namespace GraphApi.Benchmarks;

/// <summary>The product's schema and engine, on an embedded database that need not exist until a step asks for it.</summary>
static class Subject
{
    /// <summary>The module on the database named by <c>GRAPHAPI_ConnectionStrings__Distribution</c>, or on none.</summary>
    public static DistributionModule CreateModule() => DistributionModule.Create(new DistributionOptions
    {
        ConnectionString = Environment.GetEnvironmentVariable("GRAPHAPI_ConnectionStrings__Distribution")
            ?? "Data Source=:memory:",
        CursorKeys = [new byte[32]],
    });

    /// <summary>An engine for the module.</summary>
    public static GraphQLEngine CreateEngine(DistributionModule module) =>
        new(module.Schema, new EngineOptions(), module.Authorizer);
}
