using System.Collections.Frozen;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Letters of other scripts, and small capitals, that are taken for a letter from A to Z where they are read. What is
/// only another form of a letter, such as a mathematical or an enclosed one, is told by its decomposition.
/// </summary>
/// <seealso href="https://www.unicode.org/reports/tr39/#Confusable_Detection"/>
static class Lookalikes
{
    // Each pair: how it looks, and the letters that look so.
    static readonly FrozenDictionary<int, char> Letters = new (char Letter, string Alike)[]
    {
        ('A', "\u0391\u0410\u13AA\uA4EE\u1D00"), ('a', "\u03B1\u0430\u0251"),
        ('B', "\u0392\u0412\u13F4\uA4D0\u0299"), ('b', "\u0184\u042C"),
        ('C', "\u03F9\u0421\u13DF\uA4DA\u1D04"), ('c', "\u03F2\u0441"),
        ('D', "\u13A0\uA4D3\u1D05"), ('d', "\u0501"),
        ('E', "\u0395\u0415\u13AC\uA4F0\u1D07"), ('e', "\u0435\u04BD"),
        ('F', "\u03DC\uA4DD\uA730"), ('G', "\u050C\u13C0\uA4D6\u0262"), ('g', "\u0261"),
        ('H', "\u0397\u041D\u13BB\uA4E7\u029C"), ('h', "\u04BB\u0570"),
        ('I', "\u0399\u0406\u04C0\uA4F2\u026A"), ('i', "\u03B9\u0456\u0131\u13A5"),
        ('J', "\u0408\u13AB\uA4D9\u1D0A"), ('j', "\u03F3\u0458"),
        ('K', "\u039A\u041A\u13E6\uA4D7\u1D0B"), ('k', "\u03BA\u043A"),
        ('L', "\u13DE\uA4E1\u029F"), ('l', "\u04CF\u01C0"),
        ('M', "\u039C\u041C\u13B7\uA4DF\u1D0D\u043C"), ('N', "\u039D\uA4E0\u0274"), ('n', "\u0578"),
        ('O', "\u039F\u041E\u0555\uA4F3\u1D0F"), ('o', "\u03BF\u043E\u0585"),
        ('P', "\u03A1\u0420\u13E2\uA4D1\u1D18"), ('p', "\u03C1\u0440"),
        ('Q', "\u051A"), ('q', "\u051B"), ('R', "\u13A1\u13D2\uA4E3\u0280"), ('r', "\u0433"),
        ('S', "\u0405\u054F\u13DA\uA4E2\uA731"), ('s', "\u0455"),
        ('T', "\u03A4\u0422\u13A2\uA4D4\u1D1B\u0442"), ('U', "\u054D\uA4F4\u1D1C"), ('u', "\u057D\u03C5"),
        ('V', "\u13D9\uA4E6\u1D20"), ('v', "\u03BD"), ('W', "\u051C\u13D4\uA4EA\u1D21"), ('w', "\u051D"),
        ('X', "\u03A7\u0425\uA4EB"), ('x', "\u0445"), ('Y', "\u03A5\u04AE\uA4EC\u028F"), ('y', "\u0443\u04AF"),
        ('Z', "\u0396\u13C3\uA4DC\u1D22"),
    }.SelectMany(pair => pair.Alike.Select(alike => (Alike: (int)alike, pair.Letter)))
        .ToFrozenDictionary(pair => pair.Alike, pair => pair.Letter);

    /// <summary>The letter from A to Z, or a to z, that something is taken for; null: none.</summary>
    public static char? Of(int scalar) => Letters.TryGetValue(scalar, out var letter) ? letter : null;
}
