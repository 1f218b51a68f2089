namespace GraphApi.Data.Searching;

/// <summary>One thing that a <see cref="SearchText"/> looks for.</summary>
/// <param name="Words">
/// Its words, folded as <see cref="Words"/> does, at least one; several stand next to each other in this order.
/// </param>
/// <param name="IsStemmed">Whether other forms of the words count as well; else only these.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
/// <param name="Code">What was written, where it may be a number that is cited; null: it is not.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsStemmed, bool IsPrefix, string? Code)
{
    /// <summary>The term in words; equal for equal terms.</summary>
    public override string ToString() =>
        $"{(IsStemmed ? "" : "=")}{string.Join(' ', Words)}{(IsPrefix ? "*" : "")}{(Code is null ? "" : $" #{Code}")}";
}
