using System.Text;
using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.Language;

namespace GraphApi.Engine.Tests.Oracle;

public sealed class ParserOracleTests
{
    /// <summary>Whole documents, and documents with something cut out, put in or doubled anywhere.</summary>
    static List<string> Texts()
    {
        string[] insertions =
            ["{", "}", "(", ")", "[", "]", "!", "$", "&", "|", "=", "@", ":", "...", "..", "\"", "\"\"\"",
                "\\u{1F600}", "'", "#", "\n", "0", "-1.5e3", ".5", "on", "extend", "query", "fragment", "true",
                "\u0007", "é", "\"d\" "];
        var texts = new List<string> { "", " ", "\uFEFF{ a }", "{ a(b: \"\\u{0}\\uD83D\\uDE00\") }" };
        for (var seed = 0; seed < 400; seed++)
        {
            var text = Printer.Print(new DocumentGenerator(seed).Document());
            texts.Add(text);
            var random = new Random(seed);
            for (var i = 0; i < 10; i++)
            {
                var at = random.Next(text.Length + 1);
                var length = random.Next(Math.Min(12, text.Length - at + 1));
                texts.Add(random.Next(3) switch
                {
                    0 => text.Remove(at, length),
                    1 => text.Insert(at, insertions[random.Next(insertions.Length)]),
                    _ => text.Insert(at, text.Substring(at, length)),
                });
            }
        }

        // A half of a surrogate pair does not survive JSON; the lexer's own tests look at it.
        return texts.FindAll(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);
    }

    [Fact]
    public async Task Texts_are_read_or_refused_with_the_same_words_at_the_same_place()
    {
        var texts = Texts();
        var judged = await DocumentJudge.ParseAsync(texts);
        for (var i = 0; i < texts.Count; i++)
        {
            var error = Parser.Parse(texts[i], ParserLimits.Sdl).Error;
            var ours = error is null ? null : JudgedError.Of(error);
            Assert.True(
                Comparable(judged[i].Error) == Comparable(ours),
                $"graphql-js: {judged[i].Error}\nwe: {ours}\n{texts[i]}");
        }
    }

    /// <summary>Of dots we say more than version 16 does: what may have been meant.</summary>
    static JudgedError? Comparable(JudgedError? error) =>
        error is not null && (error.Message.Contains("\"..\"", StringComparison.Ordinal)
            || error.Message.Contains("expected digit before", StringComparison.Ordinal))
            ? error with { Message = "Syntax Error: Unexpected character: \".\"." }
            : error;

    [Fact]
    public async Task What_we_print_means_the_same_to_it()
    {
        var originals = Texts().FindAll(text => Parser.Parse(text, ParserLimits.Sdl).Succeeded);
        var before = await DocumentJudge.ParseAsync(originals);
        var after = await DocumentJudge.ParseAsync([.. originals.Select(text => Printer.Print(Tree.Parse(text)))]);
        Assert.Equal(before.Select(answer => answer.Printed), after.Select(answer => answer.Printed));
    }
}
