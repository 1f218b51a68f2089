namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Which places of a text are taken by what was found: two finds have no character in common. It looks at the
/// characters of a find alone, however many finds there are.
/// </summary>
/// <param name="length">The length of the text, in UTF-16 code units.</param>
sealed class TakenPlaces(int length)
{
    readonly bool[] _taken = new bool[length];

    /// <summary>Takes a place; false: some of it is taken.</summary>
    public bool TryTake(TextSpan span)
    {
        var place = _taken.AsSpan(span.Start, span.Length);
        if (place.Contains(true))
        {
            return false;
        }

        place.Fill(true);
        return true;
    }
}
