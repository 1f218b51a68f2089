namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds numbers of payment cards: by the length that goes with how they begin, and by their check digit (Luhn). They
/// are looked for at every group of digits, so that other numbers beside one, such as its end of validity, do not hide
/// it.
/// </summary>
static class PaymentCards
{
    const int Shortest = 13;
    const int Longest = 19;

    /// <summary>Their places in a plain text, in order, none over another.</summary>
    public static IEnumerable<TextSpan> Find(string plain)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            if (BeginsNumber(plain, i) && LengthAt(plain, i) is > 0 and var length)
            {
                yield return new TextSpan(i, length);
                i += length - 1;
            }
        }
    }

    // Not within digits, and not behind a decimal point.
    static bool BeginsNumber(string plain, int index) =>
        char.IsAsciiDigit(plain[index])
        && (index == 0
            || (!char.IsAsciiDigit(plain[index - 1])
                && !(plain[index - 1] == '.' && index > 1 && char.IsAsciiDigit(plain[index - 2]))));

    /// <summary>How far the longest number reaches that begins at a place; 0: none does.</summary>
    static int LengthAt(string plain, int start)
    {
        Span<char> digits = stackalloc char[Longest];
        var (count, length, inGroup) = (0, 0, 0);
        for (var i = start; i < plain.Length && count < Longest;)
        {
            digits[count++] = plain[i++];
            inGroup++;
            if (i == plain.Length || !char.IsAsciiDigit(plain[i]))
            {
                length = count >= Shortest && IsCard(digits[..count]) ? i - start : length;
                var next = AfterSeparator(plain, i, inGroup);
                if (next == i)
                {
                    break;
                }

                (i, inGroup) = (next, 0);
            }
        }

        return length;
    }

    /// <summary>Where the next group begins: behind a blank or hyphen, or a line on after four digits.</summary>
    static int AfterSeparator(string plain, int index, int inGroup)
    {
        var next = index;
        next += next < plain.Length && plain[next] is ' ' or '-' ? 1 : 0;
        next += inGroup >= 4 && next < plain.Length && plain[next] == '\n' ? 1 : 0;
        return next > index && next < plain.Length && char.IsAsciiDigit(plain[next]) ? next : index;
    }

    static bool IsCard(ReadOnlySpan<char> digits) => HasLengthOfItsBrand(digits) && HasCheckDigit(digits);

    static bool HasLengthOfItsBrand(ReadOnlySpan<char> digits) => digits switch
    {
        ['4', ..] => digits.Length is 13 or 16 or 19,
        ['5', >= '1' and <= '5', ..] => digits.Length == 16,
        ['2', ..] => digits.Length == 16 && digits[..4].CompareTo("2221", StringComparison.Ordinal) >= 0
            && digits[..4].CompareTo("2720", StringComparison.Ordinal) <= 0,
        ['3', '4' or '7', ..] => digits.Length == 15,
        ['3', '0' or '6' or '8' or '9', ..] => digits.Length is >= 14 and <= 19,
        ['3', '5', ..] or ['6', ..] => digits.Length is >= 16 and <= 19,
        _ => false,
    };

    static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
