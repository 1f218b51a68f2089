namespace GraphApi.Data.UseCases;

/// <summary>
/// The row behind a payload: what became of a use case, before what is selected of its result is read.
/// </summary>
/// <param name="Outcome">What became of it.</param>
sealed record Payload(Outcome Outcome)
{
    /// <summary>The keys of the result: one or none.</summary>
    public IReadOnlyList<Guid> Keys { get; } = Outcome.Key is { } key ? [key] : [];
}
