namespace GraphApi.Engine.Execution;

/// <summary>What a source of events is told of one subscriber.</summary>
/// <param name="Subscription">What he subscribes to.</param>
/// <param name="OpenSession">
/// Opens a session with the rights the subscriber has at this moment, as <see cref="GraphQLRequest.Session"/>; whoever
/// opens one disposes it. It is to be opened for each event anew, since rights change while a stream is open. Throws a
/// <see cref="Errors.GraphQLException"/> where the subscriber has none any more, for which the stream ends.
/// </param>
/// <seealso href="https://spec.graphql.org/September2025/#CreateSourceEventStream()"/>
public sealed record SubscriptionRequest(
    Subscription Subscription, Func<CancellationToken, ValueTask<IAsyncDisposable>> OpenSession);
