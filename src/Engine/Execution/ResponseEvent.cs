using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Execution;

/// <summary>One event of a response stream, for a transport to send.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Payload">
/// The response as UTF-8 JSON; of a heartbeat and of the end empty. A discontinuity has one that tells of it.
/// </param>
/// <param name="Cursor">Where to go on after it; null: it does not say.</param>
/// <param name="Error">Why the stream ends; null: it does not.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Response-Stream"/>
public readonly record struct ResponseEvent(
    SourceEventKind Kind, ReadOnlyMemory<byte> Payload, string? Cursor, GraphQLError? Error);
