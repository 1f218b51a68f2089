using System.Buffers;
using System.Collections.Frozen;

namespace GraphApi.Data.Searching;

/// <summary>
/// The stem of an English word, as the Snowball algorithm <c>english</c> (Porter 2) of PostgreSQL has it: so what the
/// index finds can be marked in the text. SQLite's older Porter differs in a few words.
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/textsearch-dictionaries.html#TEXTSEARCH-SNOWBALL-DICTIONARY"/>
static class EnglishStemmer
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary();

    static readonly FrozenSet<string> Finished = FrozenSet.ToFrozenSet(
        ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);

    static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"),
        ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    static readonly (string Suffix, string Stem)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    static readonly string[] Step4 =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ism", "iti", "ion", "ive", "ize", "ous",
        "al", "er", "ic",
    ];

    /// <summary>The stem of a folded word.</summary>
    public static string Of(string word)
    {
        if (word.Length <= 2 || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return word;
        }

        if (Irregular.TryGetValue(word, out var stem))
        {
            return stem;
        }

        // A y that is a consonant is written Y until the end.
        word = MarkConsonants(word);
        var (r1, r2) = Regions(word);
        word = Plural(word);
        if (Finished.Contains(word))
        {
            return word;
        }

        word = Past(word, r1);
        if (word.Length > 2 && "yY".Contains(word[^1]) && !IsVowel(word[^2]))
        {
            word = word[..^1] + "i";
        }

        word = Derived(word, r1);
        word = Derived(word, r1, r2);
        word = WithoutEnding(word, r2);
        word = WithoutLastLetter(word, r1, r2);
        return word.Replace('Y', 'y');
    }

    static string MarkConsonants(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return new string(letters);
    }

    /// <summary>Where the parts begin in which endings are cut: behind the first syllable, and the second.</summary>
    static (int R1, int R2) Regions(string word)
    {
        bool Begins(string with) => word.StartsWith(with, StringComparison.Ordinal);
        var r1 = Begins("gener") || Begins("arsen") ? 5
            : Begins("commun") ? 6
            : BehindSyllable(word, 0);
        return (r1, BehindSyllable(word, r1));
    }

    static int BehindSyllable(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    /// <summary>Step 1a.</summary>
    static string Plural(string word)
    {
        if (Ends(word, "sses"))
        {
            return word[..^2];
        }

        if (Ends(word, "ied") || Ends(word, "ies"))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }

        return Ends(word, "s") && !Ends(word, "us") && !Ends(word, "ss") && HasVowel(word, word.Length - 2)
            ? word[..^1]
            : word;
    }

    /// <summary>Step 1b.</summary>
    static string Past(string word, int r1)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (Ends(word, suffix))
            {
                return word.Length - suffix.Length >= r1 ? word[..^suffix.Length] + "ee" : word;
            }
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(word, suffix))
            {
                continue;
            }

            var stem = word[..^suffix.Length];
            if (!HasVowel(stem, stem.Length))
            {
                return word;
            }

            return Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz") ? stem + "e"
                : IsDouble(stem) ? stem[..^1]
                : r1 >= stem.Length && EndsShort(stem) ? stem + "e"
                : stem;
        }

        return word;
    }

    /// <summary>Step 2.</summary>
    static string Derived(string word, int r1)
    {
        foreach (var (suffix, stem) in Step2)
        {
            if (Ends(word, suffix))
            {
                var start = word.Length - suffix.Length;
                var isCut = start >= r1 && suffix switch
                {
                    "ogi" => start > 0 && word[start - 1] == 'l',
                    "li" => start > 0 && "cdeghkmnrt".Contains(word[start - 1]),
                    _ => true,
                };
                return isCut ? word[..start] + stem : word;
            }
        }

        return word;
    }

    /// <summary>Step 3.</summary>
    static string Derived(string word, int r1, int r2)
    {
        foreach (var (suffix, stem) in Step3)
        {
            if (Ends(word, suffix))
            {
                var start = word.Length - suffix.Length;
                return start >= (suffix == "ative" ? r2 : r1) ? word[..start] + stem : word;
            }
        }

        return word;
    }

    /// <summary>Step 4.</summary>
    static string WithoutEnding(string word, int r2)
    {
        foreach (var suffix in Step4)
        {
            if (Ends(word, suffix))
            {
                var start = word.Length - suffix.Length;
                return start >= r2 && (suffix != "ion" || (start > 0 && "st".Contains(word[start - 1])))
                    ? word[..start]
                    : word;
            }
        }

        return word;
    }

    /// <summary>Step 5.</summary>
    static string WithoutLastLetter(string word, int r1, int r2)
    {
        var last = word.Length - 1;
        var isCut = last >= 0 && word[last] switch
        {
            'e' => last >= r2 || (last >= r1 && !EndsShort(word[..last])),
            'l' => last >= r2 && last > 0 && word[last - 1] == 'l',
            _ => false,
        };
        return isCut ? word[..last] : word;
    }

    static bool EndsShort(string word)
    {
        var last = word.Length - 1;
        return last switch
        {
            < 1 => false,
            1 => IsVowel(word[0]) && !IsVowel(word[1]),
            _ => !IsVowel(word[last - 2]) && IsVowel(word[last - 1]) && !IsVowel(word[last])
                && word[last] is not ('w' or 'x' or 'Y'),
        };
    }

    static bool IsDouble(string word) =>
        word.Length > 1 && word[^1] == word[^2] && "bdfgmnprt".Contains(word[^1]);

    static bool HasVowel(string word, int end) => end > 0 && word.AsSpan(0, end).ContainsAny(Vowels);

    static bool IsVowel(char letter) => Vowels.Contains(letter);

    static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);
}
