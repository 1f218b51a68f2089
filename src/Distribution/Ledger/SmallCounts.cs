namespace GraphApi.Distribution.Ledger;

/// <summary>Counts that tell nobody who it was: small ones are not told.</summary>
static class SmallCounts
{
    /// <summary>With fewer a count tells who it was.</summary>
    public const int Fewest = 5;

    /// <summary>A count, unless it is small; none is told.</summary>
    public static int? Told(int count) => count is > 0 and < Fewest ? null : count;

    /// <summary>
    /// The parts of a whole that is told as well: where one part alone is not told, the next smallest is not either,
    /// since the others would tell it.
    /// </summary>
    public static IReadOnlyList<int?> Parts(IReadOnlyList<int> counts)
    {
        var told = counts.Select(Told).ToArray();
        if (told.Count(count => count is null) == 1)
        {
            var next = Enumerable.Range(0, told.Length).Where(place => told[place] > 0)
                .OrderBy(place => told[place]).Take(1).ToArray();
            foreach (var place in next)
            {
                told[place] = null;
            }
        }

        return told;
    }
}
