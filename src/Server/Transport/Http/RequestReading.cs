namespace GraphApi.Server.Transport.Http;

/// <summary>What reading a request gave: its parameters, a refusal, or a batch of both.</summary>
/// <param name="Parameters">Meaningful where the others are null.</param>
/// <param name="Refusal">Why it is refused; null: it is not.</param>
/// <param name="Batch">The requests of a JSON array, in its order; null: it was none.</param>
readonly record struct RequestReading(
    RequestParameters Parameters, RequestRefusal? Refusal, IReadOnlyList<RequestReading>? Batch)
{
    /// <summary>A request that can be run.</summary>
    public static implicit operator RequestReading(RequestParameters parameters) => new(parameters, null, null);

    /// <summary>A request that cannot.</summary>
    public static implicit operator RequestReading(RequestRefusal refusal) => new(default, refusal, null);
}
