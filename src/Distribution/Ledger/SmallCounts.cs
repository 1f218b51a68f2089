namespace GraphApi.Distribution.Ledger;

/// <summary>Counts that tell nobody who it was: small ones are not told.</summary>
static class SmallCounts
{
    /// <summary>With fewer a count tells who it was.</summary>
    public const int Fewest = 5;

    /// <summary>A count, unless it is small; none is told.</summary>
    public static int? Told(int count) => count is > 0 and < Fewest ? null : count;

    /// <summary>A count of some of a whole that is told as well: not told either where the rest is small.</summary>
    public static int? Told(int whole, int count) => Told(whole) is null || Told(whole - count) is null
        ? null
        : Told(count);

    /// <summary>
    /// A count for who can choose what is counted, and so compare one count with the next: in steps of five.
    /// </summary>
    public static int? Roughly(int count) => Told(count) is { } told ? told - (told % Fewest) : null;

    /// <summary>
    /// A whole and the parts that make it up. Where one part is not told, none is: the others would tell it, or, with
    /// how many there are, what it can be. Nor is the whole where there is hardly more of it than there are parts.
    /// </summary>
    public static (int? Whole, IReadOnlyList<int?> Parts) Parts(IReadOnlyList<int> counts)
    {
        var whole = counts.Sum();
        if (counts.All(count => Told(count) is not null))
        {
            return (whole, [.. counts.Select(count => (int?)count)]);
        }

        var isNarrow = whole - counts.Count(count => count > 0) < Fewest;
        return (isNarrow ? null : Told(whole), [.. counts.Select(_ => (int?)null)]);
    }
}
