using System.Text;
using System.Text.RegularExpressions;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>Makes texts that are almost GraphQL: random ones, and known ones that are changed piece by piece.</summary>
static partial class TextMutator
{
    /// <summary>Bytes without any sense, read as Latin-1 so that each is a character.</summary>
    public static string Bytes(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Tokens in any order.</summary>
    public static string Tokens(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(60); i > 0; i--)
        {
            text.Append(Pick(random, FuzzCorpus.Tokens)).Append(random.Next(8) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    /// <summary>One of the texts, changed one to eight times.</summary>
    public static string Mutate(Random random, IReadOnlyList<string> texts)
    {
        var pieces = Pieces(Pick(random, texts));
        for (var i = random.Next(1, 9); i > 0 && pieces.Count < 20_000; i--)
        {
            Change(random, pieces, texts);
        }

        return string.Concat(pieces);
    }

    static void Change(Random random, List<string> pieces, IReadOnlyList<string> texts)
    {
        if (pieces.Count == 0)
        {
            pieces.Add(Pick(random, FuzzCorpus.Tokens));
            return;
        }

        var at = random.Next(pieces.Count);
        var (start, length) = Region(random, pieces, at);
        switch (random.Next(12))
        {
            case 0:
                pieces.RemoveAt(at);
                break;
            case 1:
                pieces.RemoveRange(start, length);
                break;
            case 2:
                pieces.Insert(at, Pick(random, FuzzCorpus.Tokens) + " ");
                break;
            case 3:
                pieces[at] = Pick(random, FuzzCorpus.Tokens) + " ";
                break;
            case 4:
                (pieces[at], pieces[^1]) = (pieces[^1], pieces[at]);
                break;
            case 5:
                pieces[at] = Pick(random, pieces);
                break;
            case 6:
                Repeat(pieces, start, length, random.Next(2, 6));
                break;
            case 7:
                Repeat(pieces, start, length, 20_000 / Math.Max(length, 1) / random.Next(1, 100));
                break;
            case 8:
                // A region into itself: what is nested once nests again.
                pieces.InsertRange(Math.Min(start + (length / 2), pieces.Count), pieces.GetRange(start, length));
                break;
            case 9:
                var other = Pieces(Pick(random, texts));
                if (other.Count > 0)
                {
                    var (otherStart, otherLength) = Region(random, other, random.Next(other.Count));
                    pieces.RemoveRange(start, length);
                    pieces.InsertRange(start, other.GetRange(otherStart, otherLength));
                }

                break;
            case 10:
                var piece = pieces[at];
                var within = random.Next(piece.Length + 1);
                var character = (char)random.Next(random.Next(3) == 0 ? 0x10000 : 0x80);
                pieces[at] = piece[..within] + character + piece[within..];
                break;
            default:
                pieces.RemoveRange(at, pieces.Count - at);
                break;
        }
    }

    static void Repeat(List<string> pieces, int start, int length, int times)
    {
        var region = pieces.GetRange(start, length);
        for (var i = 0; i < times && pieces.Count < 30_000; i++)
        {
            pieces.InsertRange(start, region);
        }
    }

    /// <summary>From a bracket to the one that closes it; a few pieces where there is none.</summary>
    static (int Start, int Length) Region(Random random, List<string> pieces, int at)
    {
        var open = pieces.FindIndex(at, piece => piece is "{" or "(" or "[");
        if (open < 0 || random.Next(4) == 0)
        {
            return (at, Math.Min(random.Next(1, 6), pieces.Count - at));
        }

        var depth = 0;
        for (var i = open; i < pieces.Count; i++)
        {
            depth += pieces[i] is "{" or "(" or "[" ? 1 : pieces[i] is "}" or ")" or "]" ? -1 : 0;
            if (depth == 0)
            {
                return (open, i - open + 1);
            }
        }

        return (at, 1);
    }

    static List<string> Pieces(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

    static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    [GeneratedRegex("""
        \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|"(?:[^"\\\n]|\\.)*"|\.\.\.|[\w$@-]+|\s+|.
        """, RegexOptions.Singleline)]
    private static partial Regex Piece();
}
