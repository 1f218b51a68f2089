using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine;

/// <summary>Text in, response out: runs requests against one schema. Thread-safe.</summary>
public sealed class GraphQLEngine(Schema schema, EngineOptions options)
{
    /// <summary>The schema.</summary>
    public Schema Schema { get; } = schema;

    /// <summary>The limits.</summary>
    public EngineOptions Options { get; } = options;

    /// <summary>Runs a request. Never throws for a fault of the client or of a step; both are errors of the response.</summary>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = Schema;
        return ValueTask.FromResult(new GraphQLResponse(ResponseKind.Refused, []));
    }
}
