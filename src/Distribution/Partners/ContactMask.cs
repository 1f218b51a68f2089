using System.Diagnostics;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// What is left of a contact point for those who may know that there is one, and not which: enough to tell whether one
/// already has it, too little to use it.
/// </summary>
static class ContactMask
{
    const string Hidden = "***";

    /// <summary>The masked value, such as <c>p***@example.org</c>, <c>+1-***-***-0142</c>.</summary>
    /// <param name="kind">What the value is.</param>
    /// <param name="value">The value.</param>
    public static string Of(ContactKind kind, string value) => kind switch
    {
        ContactKind.Email => OfMailbox(value),
        ContactKind.Phone or ContactKind.Sms => OfTelephone(value),
        ContactKind.Postal => Hidden,
        _ => throw new UnreachableException(),
    };

    /// <summary>The first letter and the domain; a mailbox of one letter keeps none.</summary>
    static string OfMailbox(string value)
    {
        var at = value.LastIndexOf('@');
        return at < 0 ? Hidden : string.Concat(at > 1 ? value[..1] : "", Hidden, value[at..]);
    }

    /// <summary>Whether it is of North America, and the last four digits of at least nine.</summary>
    static string OfTelephone(string value)
    {
        var digits = value.Where(char.IsAsciiDigit).ToArray();
        if (digits.Length < 9)
        {
            return Hidden;
        }

        var last = new string(digits.AsSpan()[^4..]);
        var country = value.StartsWith("+1", StringComparison.Ordinal) ? "+1" : value[0] == '+' ? "+" : "";
        return country.Length == 0 ? $"{Hidden}-{last}" : $"{country}-{Hidden}-{Hidden}-{last}";
    }
}
