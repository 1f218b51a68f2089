using System.Collections.Frozen;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// What is another form of a letter from A to Z or of a character of ASCII: wide, mathematical, enclosed, raised or
/// lowered ones, and letters with a mark or a stroke. It is a table, because what is found must not depend on what a
/// machine knows of languages: where it knows nothing, no text is decomposed.
/// </summary>
/// <seealso href="https://www.unicode.org/reports/tr15/"/>
static class LetterForms
{
    // Each pair: the character, and its forms that stand in no order of the alphabet.
    static readonly FrozenDictionary<int, char> Forms = new (char Plain, string Forms)[]
    {
        ('!', "\uFE15\uFE57"), ('#', "\uFE5F"), ('$', "\uFE69"), ('%', "\uFE6A"), ('&', "\uFE60"),
        ('(', "\u207D\u208D\uFE35\uFE59"), (')', "\u207E\u208E\uFE36\uFE5A"), ('*', "\uFE61"),
        ('+', "\u207A\u208A\uFB29\uFE62"), (',', "\uFE10\uFE50"), ('.', "\u2024\uFE52"), (':', "\uFE13\uFE55"),
        (';', "\u037E\uFE14\uFE54"), ('<', "\uFE64"), ('=', "\u207C\u208C\uFE66"), ('>', "\uFE65"),
        ('?', "\uFE16\uFE56"), ('@', "\uFE6B"),
        ('A',
            "\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u0100\u0102\u0104\u01CD\u01DE\u01E0\u01FA\u0200\u0202\u0226"
            + "\u023A\u1D2C\u1E00\u1EA0\u1EA2\u1EA4\u1EA6\u1EA8\u1EAA\u1EAC\u1EAE\u1EB0\u1EB2\u1EB4\u1EB6\u212B"),
        ('B', "\u0181\u1D2E\u1E02\u1E04\u1E06\u212C"),
        ('C', "\u00C7\u0106\u0108\u010A\u010C\u0187\u023B\u1E08\u2102\u212D\u216D\uA7F2"),
        ('D', "\u010E\u0110\u0189\u1D30\u1E0A\u1E0C\u1E0E\u1E10\u1E12\u2145\u216E"),
        ('E',
            "\u00C8\u00C9\u00CA\u00CB\u0112\u0114\u0116\u0118\u011A\u0204\u0206\u0228\u0246\u1D31\u1E14\u1E16"
            + "\u1E18\u1E1A\u1E1C\u1EB8\u1EBA\u1EBC\u1EBE\u1EC0\u1EC2\u1EC4\u1EC6\u2130"),
        ('F', "\u0191\u1E1E\u2131\uA7F3"), ('G', "\u011C\u011E\u0120\u0122\u01E4\u01E6\u01F4\u1D33\u1E20"),
        ('H', "\u0124\u0126\u021E\u1D34\u1E22\u1E24\u1E26\u1E28\u1E2A\u210B\u210C\u210D"),
        ('I',
            "\u00CC\u00CD\u00CE\u00CF\u0128\u012A\u012C\u012E\u0130\u0197\u01CF\u0208\u020A\u1D35\u1E2C\u1E2E"
            + "\u1EC8\u1ECA\u2110\u2111\u2160"),
        ('J', "\u0134\u1D36"), ('K', "\u0136\u0198\u01E8\u1D37\u1E30\u1E32\u1E34\u212A"),
        ('L', "\u0139\u013B\u013D\u0141\u023D\u1D38\u1E36\u1E38\u1E3A\u1E3C\u2112\u216C"),
        ('M', "\u1D39\u1E3E\u1E40\u1E42\u2133\u216F"),
        ('N', "\u00D1\u0143\u0145\u0147\u014A\u01F8\u1D3A\u1E44\u1E46\u1E48\u1E4A\u2115"),
        ('O',
            "\u00D2\u00D3\u00D4\u00D5\u00D6\u00D8\u014C\u014E\u0150\u01A0\u01D1\u01EA\u01EC\u020C\u020E\u022A"
            + "\u022C\u022E\u0230\u1D3C\u1E4C\u1E4E\u1E50\u1E52\u1ECC\u1ECE\u1ED0\u1ED2\u1ED4\u1ED6\u1ED8\u1EDA"
            + "\u1EDC\u1EDE\u1EE0\u1EE2"),
        ('P', "\u01A4\u1D3E\u1E54\u1E56\u2119"), ('Q', "\u211A\uA7F4"),
        ('R', "\u0154\u0156\u0158\u0210\u0212\u024C\u1D3F\u1E58\u1E5A\u1E5C\u1E5E\u211B\u211C\u211D"),
        ('S', "\u015A\u015C\u015E\u0160\u0218\u1E60\u1E62\u1E64\u1E66\u1E68"),
        ('T', "\u0162\u0164\u0166\u021A\u1D40\u1E6A\u1E6C\u1E6E\u1E70"),
        ('U',
            "\u00D9\u00DA\u00DB\u00DC\u0168\u016A\u016C\u016E\u0170\u0172\u01AF\u01D3\u01D5\u01D7\u01D9\u01DB"
            + "\u0214\u0216\u1D41\u1E72\u1E74\u1E76\u1E78\u1E7A\u1EE4\u1EE6\u1EE8\u1EEA\u1EEC\u1EEE\u1EF0"),
        ('V', "\u1E7C\u1E7E\u2164\u2C7D"), ('W', "\u0174\u1D42\u1E80\u1E82\u1E84\u1E86\u1E88"),
        ('X', "\u1E8A\u1E8C\u2169"), ('Y', "\u00DD\u0176\u0178\u0232\u1E8E\u1EF2\u1EF4\u1EF6\u1EF8"),
        ('Z', "\u0179\u017B\u017D\u01B5\u1E90\u1E92\u1E94\u2124\u2128"), ('[', "\uFE47"), ('\\', "\uFE68"),
        (']', "\uFE48"), ('_', "\uFE33\uFE34\uFE4D\uFE4E\uFE4F"), ('`', "\u1FEF"),
        ('a',
            "\u00AA\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0101\u0103\u0105\u01CE\u01DF\u01E1\u01FB\u0201\u0203"
            + "\u0227\u1D43\u1E01\u1EA1\u1EA3\u1EA5\u1EA7\u1EA9\u1EAB\u1EAD\u1EAF\u1EB1\u1EB3\u1EB5\u1EB7\u2090"
            + "\u2C65"),
        ('b', "\u0180\u0253\u1D47\u1E03\u1E05\u1E07"),
        ('c', "\u00E7\u0107\u0109\u010B\u010D\u0188\u023C\u1D9C\u1E09\u217D"),
        ('d', "\u010F\u0111\u0256\u1D48\u1E0B\u1E0D\u1E0F\u1E11\u1E13\u2146\u217E"),
        ('e',
            "\u00E8\u00E9\u00EA\u00EB\u0113\u0115\u0117\u0119\u011B\u0205\u0207\u0229\u0247\u1D49\u1E15\u1E17"
            + "\u1E19\u1E1B\u1E1D\u1EB9\u1EBB\u1EBD\u1EBF\u1EC1\u1EC3\u1EC5\u1EC7\u2091\u212F\u2147"),
        ('f', "\u0192\u1DA0\u1E1F"), ('g', "\u011D\u011F\u0121\u0123\u01E5\u01E7\u01F5\u1D4D\u1E21\u210A"),
        ('h', "\u0125\u0127\u021F\u02B0\u1E23\u1E25\u1E27\u1E29\u1E2B\u1E96\u2095\u210E"),
        ('i',
            "\u00EC\u00ED\u00EE\u00EF\u0129\u012B\u012D\u012F\u01D0\u0209\u020B\u0268\u1D62\u1E2D\u1E2F\u1EC9"
            + "\u1ECB\u2071\u2139\u2148\u2170"),
        ('j', "\u0135\u01F0\u02B2\u2149\u2C7C"), ('k', "\u0137\u0199\u01E9\u1D4F\u1E31\u1E33\u1E35\u2096"),
        ('l', "\u013A\u013C\u013E\u0142\u019A\u02E1\u1E37\u1E39\u1E3B\u1E3D\u2097\u2113\u217C"),
        ('m', "\u1D50\u1E3F\u1E41\u1E43\u2098\u217F"),
        ('n', "\u00F1\u0144\u0146\u0148\u014B\u01F9\u1E45\u1E47\u1E49\u1E4B\u207F\u2099"),
        ('o',
            "\u00BA\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014D\u014F\u0151\u01A1\u01D2\u01EB\u01ED\u020D\u020F"
            + "\u022B\u022D\u022F\u0231\u1D52\u1E4D\u1E4F\u1E51\u1E53\u1ECD\u1ECF\u1ED1\u1ED3\u1ED5\u1ED7\u1ED9"
            + "\u1EDB\u1EDD\u1EDF\u1EE1\u1EE3\u2092\u2134"),
        ('p', "\u01A5\u1D56\u1E55\u1E57\u209A"),
        ('r', "\u0155\u0157\u0159\u0211\u0213\u024D\u02B3\u1D63\u1E59\u1E5B\u1E5D\u1E5F"),
        ('s', "\u015B\u015D\u015F\u0161\u017F\u0219\u023F\u02E2\u1E61\u1E63\u1E65\u1E67\u1E69\u1E9B\u209B"),
        ('t', "\u0163\u0165\u0167\u021B\u1D57\u1E6B\u1E6D\u1E6F\u1E71\u1E97\u209C"),
        ('u',
            "\u00F9\u00FA\u00FB\u00FC\u0169\u016B\u016D\u016F\u0171\u0173\u01B0\u01D4\u01D6\u01D8\u01DA\u01DC"
            + "\u0215\u0217\u0289\u1D58\u1D64\u1E73\u1E75\u1E77\u1E79\u1E7B\u1EE5\u1EE7\u1EE9\u1EEB\u1EED\u1EEF"
            + "\u1EF1"),
        ('v', "\u1D5B\u1D65\u1E7D\u1E7F\u2174"), ('w', "\u0175\u02B7\u1E81\u1E83\u1E85\u1E87\u1E89\u1E98"),
        ('x', "\u02E3\u1E8B\u1E8D\u2093\u2179"),
        ('y', "\u00FD\u00FF\u0177\u0233\u02B8\u1E8F\u1E99\u1EF3\u1EF5\u1EF7\u1EF9"),
        ('z', "\u017A\u017C\u017E\u01B6\u1DBB\u1E91\u1E93\u1E95"), ('{', "\uFE37\uFE5B"), ('}', "\uFE38\uFE5C"),
    }.SelectMany(pair => pair.Forms.Select(form => (Form: (int)form, pair.Plain)))
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Plain);

    /// <summary>The character that something is a form of; null: none.</summary>
    public static char? Of(int scalar) => scalar switch
    {
        >= 0xFF01 and <= 0xFF5E => (char)(scalar - 0xFEE0),
        >= 0x1D400 and <= 0x1D6A3 => ((scalar - 0x1D400) % 52) switch
        {
            < 26 and var capital => (char)('A' + capital),
            var small => (char)('a' + small - 26),
        },
        >= 0x1D6A8 and <= 0x1D7C9 => ((scalar - 0x1D6A8) % 58) switch
        {
            < 25 and var capital => Lookalikes.Of(0x391 + capital),
            var small => Lookalikes.Of(0x3B1 + small - 26),
        },
        >= 0x249C and <= 0x24B5 => (char)('a' + scalar - 0x249C),
        >= 0x24B6 and <= 0x24CF => (char)('A' + scalar - 0x24B6),
        >= 0x24D0 and <= 0x24E9 => (char)('a' + scalar - 0x24D0),
        >= 0x1F110 and <= 0x1F129 => (char)('A' + scalar - 0x1F110),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + scalar - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + scalar - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + scalar - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => (char)('A' + scalar - 0x1F1E6),
        _ => Forms.TryGetValue(scalar, out var plain) ? plain : null,
    };

    /// <summary>Whether it is a letter and the parentheses around it in one character.</summary>
    public static bool IsInParentheses(int scalar) =>
        scalar is (>= 0x249C and <= 0x24B5) or (>= 0x1F110 and <= 0x1F129);
}
