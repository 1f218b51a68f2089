namespace GraphApi.Data.UseCases;

/// <summary>
/// A field of an input object that may be left out: which is not the same as null, where the one leaves a value as it
/// is and the other takes it away.
/// </summary>
/// <typeparam name="T">The type of the value, which has null: <c>DateTime?</c>, <c>string?</c>.</typeparam>
/// <param name="IsGiven">Whether it is there; false: it was left out.</param>
/// <param name="Value">The value; null also where it was left out.</param>
public readonly record struct Optional<T>(bool IsGiven, T Value)
{
    /// <summary>The value, or what stands where it was left out.</summary>
    public T Or(T present) => IsGiven ? Value : present;
}
