using System.Security.Claims;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution;

/// <summary>The one public door of what is distributed: schema, sessions, migrations, demonstration data, import.</summary>
public sealed class DistributionModule : IAsyncDisposable
{
    DistributionModule(DistributionOptions options, Schema schema)
    {
        Options = options;
        Schema = schema;
    }

    /// <summary>What it was made with.</summary>
    public DistributionOptions Options { get; }

    /// <summary>The schema with its bindings.</summary>
    public Schema Schema { get; }

    /// <summary>Makes the module. Throws with the whole list where schema and bindings do not fit each other.</summary>
    public static DistributionModule Create(DistributionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        throw new NotSupportedException("The schema is not there yet.");
    }

    /// <summary>Applies the migrations that are missing, under a lock that other nodes respect.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromException(new NotSupportedException(Options.ConnectionString));
    }

    /// <summary>Whether the database answers and has all migrations.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Schema is null);
    }

    /// <summary>
    /// Opens what one request needs: the viewer behind the principal (null: anonymous) and, when a step first asks, a
    /// connection. Pass it as <c>GraphQLRequest.Session</c> and dispose it after the response is written.
    /// </summary>
    public ValueTask<IAsyncDisposable> OpenSessionAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotSupportedException(Options.ConnectionString);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
