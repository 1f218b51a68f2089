using System.Text;

namespace GraphApi.Data.Searching;

/// <summary>
/// Takes a text apart into words: runs of letters and digits, everything else being between words. The function
/// <c>search_words</c> of the PostgreSQL migration does the same, with the same ranges; keep them equal.
/// </summary>
static class Words
{
    // What is left of the letters from U+00C0 on without their accents, small; a dot: it has none. The program knows no
    // decomposition of characters (InvariantGlobalization).
    const string Latin =
        "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggg"
        + "gggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz."
        + "................................oo.............uu............................aaiioouuuuuuuuuu.aa"
        + "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
        + "................";

    // The same from U+1E00 on.
    const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The words in order.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var folded = new StringBuilder();
        var start = 0;
        var i = 0;
        while (i < text.Length)
        {
            // What is half of a pair is between words, as is everything that is no character.
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (!TryFold(rune, folded, out var isMark) && !isMark)
            {
                Add(words, folded, start, i);
                start = i + length;
            }

            i += length;
        }

        Add(words, folded, start, i);
        return words;
    }

    static void Add(List<Word> words, StringBuilder folded, int start, int end)
    {
        if (folded.Length > 0)
        {
            words.Add(new Word(start, end - start, folded.ToString()));
            folded.Clear();
        }
    }

    /// <summary>Adds what a character is compared as; false: it is no part of a word, or a mark on one.</summary>
    static bool TryFold(Rune rune, StringBuilder folded, out bool isMark)
    {
        isMark = rune.Value is >= 0x300 and <= 0x36F;
        if (isMark || !IsOfWord(rune.Value))
        {
            return false;
        }

        if (rune.IsAscii)
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
        }
        else if (BaseOf(rune.Value) is { } letter)
        {
            folded.Append(letter);
        }
        else
        {
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return true;
    }

    /// <summary>The letter below the accents of a Latin letter; null: it has none.</summary>
    static char? BaseOf(int value) => value switch
    {
        >= 0xC0 and < 0x250 when Latin[value - 0xC0] is not '.' => Latin[value - 0xC0],
        >= 0x1E00 and < 0x1F00 when LatinAdditional[value - 0x1E00] is not '.' => LatinAdditional[value - 0x1E00],
        _ => null,
    };

    static bool IsOfWord(int value) => value is
        (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
        or (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x1FFF)
        or (>= 0x2C00 and <= 0x2DFF) or (>= 0x2E80 and <= 0x2FFF) or (>= 0x3040 and <= 0xD7FF)
        or (>= 0xF900 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0xFF00 and <= 0xFFDC)
        or (>= 0x10000 and <= 0x1EFFF) or (>= 0x20000 and <= 0x3FFFF);
}
