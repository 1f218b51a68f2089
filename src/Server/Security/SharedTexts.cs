namespace GraphApi.Server.Security;

/// <summary>
/// Gives equal texts as one object, so that what thousands of tokens say alike is kept once. Keeps a bounded number of
/// texts: of two that have the same place, the one seen last. Thread-safe.
/// </summary>
sealed class SharedTexts
{
    /// <summary>How many texts are kept at most. A power of two.</summary>
    public const int Places = 1_024;

    /// <summary>The longest text that is kept, in characters: longer ones are seldom alike.</summary>
    public const int MostCharacters = 256;

    readonly string?[] _kept = new string?[Places];

    /// <summary>A text that is equal, ordinally: where it can be, one that was given before.</summary>
    public string Share(string text)
    {
        if (text.Length > MostCharacters)
        {
            return text;
        }

        // The hash is seeded anew in each process: nobody can choose texts that push out others'.
        ref var place = ref _kept[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        var kept = Volatile.Read(ref place);
        if (kept is not null && kept == text)
        {
            return kept;
        }

        Volatile.Write(ref place, text);
        return text;
    }
}
