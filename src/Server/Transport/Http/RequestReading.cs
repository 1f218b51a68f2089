namespace GraphApi.Server.Transport.Http;

/// <summary>What reading a request gave: its parameters, or a refusal.</summary>
/// <param name="Parameters">Meaningful where <paramref name="Refusal"/> is null.</param>
/// <param name="Refusal">Why it is refused; null: it is not.</param>
readonly record struct RequestReading(RequestParameters Parameters, RequestRefusal? Refusal)
{
    /// <summary>A request that can be run.</summary>
    public static implicit operator RequestReading(RequestParameters parameters) => new(parameters, null);

    /// <summary>A request that cannot.</summary>
    public static implicit operator RequestReading(RequestRefusal refusal) => new(default, refusal);
}
