using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.Language;

namespace GraphApi.Engine.Tests.Oracle;

public sealed class ParserOracleTests
{
    /// <summary>Whole documents, and documents with something cut out, put in or doubled anywhere.</summary>
    static IEnumerable<JudgedDocument> Documents()
    {
        string[] insertions =
            ["{", "}", "(", ")", "[", "]", "!", "$", "&", "|", "=", "@", ":", "...", "..", "\"", "\"\"\"",
                "\\u{1F600}", "'", "#", "\n", "0", "-1.5e3", ".5", "on", "extend", "query", "fragment", "true",
                "\u0007", "é", "\"d\" "];
        string[] byHand = ["", " ", "\uFEFF{ a }", "{ a(b: \"\\u{0}\\uD83D\\uDE00\") }", ". { a }", "{ ..a }"];
        foreach (var text in byHand)
        {
            yield return new JudgedDocument("by hand", null, text);
        }

        for (var seed = 0; seed < 400; seed++)
        {
            var text = Printer.Print(new DocumentGenerator(seed).Document());
            yield return new JudgedDocument($"seed {seed}", null, text);
            var random = new Random(seed);
            for (var i = 0; i < 10; i++)
            {
                var at = random.Next(text.Length + 1);
                var length = random.Next(Math.Min(12, text.Length - at + 1));
                yield return new JudgedDocument($"seed {seed}, change {i}", null, random.Next(3) switch
                {
                    0 => text.Remove(at, length),
                    1 => text.Insert(at, insertions[random.Next(insertions.Length)]),
                    _ => text.Insert(at, text.Substring(at, length)),
                });
            }
        }
    }

    /// <summary>Documents of the type system among them; those of clients are judged whole elsewhere.</summary>
    [Fact]
    public async Task Texts_are_read_or_refused_and_printed_as_graphql_js_does()
    {
        using var judge = await DocumentJudge.StartAsync();
        await judge.AgreeAsync(Documents());
    }
}
