using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine;

/// <summary>What a transport hands in.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters"/>
public sealed record GraphQLRequest
{
    /// <summary>
    /// The document's text. Null or empty is answered with <see cref="Errors.ErrorCode.QueryMissing"/>.
    /// </summary>
    public required string? Document { get; init; }

    /// <summary>
    /// A short text that stands for exactly this <see cref="Document"/>, most often its hash: where the host knows one,
    /// the plan is found by it, and a long document is not even read. Null: it is found by the document itself.
    /// </summary>
    public string? DocumentKey { get; init; }

    /// <summary>
    /// Whether the document that <see cref="DocumentKey"/> stands for is one that the operator trusts: its plan is then
    /// kept apart from what callers bring or register, and never leaves for it. Default: false.
    /// </summary>
    public bool IsTrusted { get; init; }

    /// <summary>Which operation of the document to run; null: its only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object with the values of the variables; undefined or null: none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>
    /// What the steps of this request need (the viewer, a connection); the engine passes it on unseen.
    /// </summary>
    public object? Session { get; init; }

    /// <summary>
    /// What the caller calls this request by, so that he can repeat its mutations without having them done twice: the
    /// steps are told it (<see cref="Execution.RequestContext.IdempotencyKey"/>). Null: he does not.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether only queries may run, as over GET. Default: false.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>
    /// Whether the operation may be a subscription, which is answered with
    /// <see cref="Response.GraphQLResponse.Subscription"/>. Default: false, since it takes a transport that streams.
    /// </summary>
    public bool AllowSubscriptions { get; init; }

    /// <summary>
    /// The cursor of the last event that a client had of a subscription, where the transport knows it: the subscription
    /// begins after it, whatever its own argument says, since a client that comes again asks what it asked at first.
    /// Null: not known.
    /// </summary>
    public string? LastEventId { get; init; }

    /// <summary>What the response tells of the operation's cost. Default: nothing.</summary>
    public CostMode Cost { get; init; }

    /// <summary>
    /// Asked with the cost of an operation that is within all limits, just before it runs: whoever counts costs by
    /// caller counts them here. An error refuses the operation (<see cref="Response.ResponseKind.Throttled"/>). Default
    /// null: not asked. A request that is only validated is not asked for either.
    /// </summary>
    public Func<OperationCost, GraphQLError?>? Admit { get; init; }

    /// <summary>
    /// Asked before a document is parsed that is not known, whatever becomes of it, unless it is trusted. An error
    /// refuses the request as with <see cref="Admit"/>. Default null: not asked.
    /// </summary>
    public Func<GraphQLError?>? AdmitDocument { get; init; }

    /// <summary>
    /// Cancelled when the time for the request is over, or its caller left: for a host whose own work counts too, such
    /// as opening the <see cref="Session"/>. Default: the engine gives the operation
    /// <see cref="EngineOptions.ExecutionTimeout"/> from where it begins to run.
    /// </summary>
    public CancellationToken TimeLimit { get; init; }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected. Default: true.</summary>
    public bool AllowIntrospection { get; init; } = true;
}
