using GraphApi.Distribution.Demonstration;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>The server with the demonstration set that <c>./run</c> makes.</summary>
public sealed class DefaultServer : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public ProductServer Server { get; } = new();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => Server.StartAsync(connectionString: null, SeedSize.M);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
