namespace GraphApi.Data.UseCases;

/// <summary>What became of a use case: it was done to one row, or it was refused and nothing was changed.</summary>
public sealed class Outcome
{
    Outcome(Guid? key, IReadOnlyList<object>? errors)
    {
        Key = key;
        Errors = errors;
    }

    /// <summary>The row that was made or changed; null: refused.</summary>
    public Guid? Key { get; }

    /// <summary>
    /// Why it was refused: rows of the types that the mutation's <c>@mutation(errors:)</c> names; null: it was done.
    /// </summary>
    public IReadOnlyList<object>? Errors { get; }

    /// <summary>It was done to the row with this key.</summary>
    public static Outcome Done(Guid key) => new(key, null);

    /// <summary>It was refused, for at least one reason.</summary>
    public static Outcome Refused(params IReadOnlyList<object> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count);
        return new Outcome(null, errors);
    }
}
