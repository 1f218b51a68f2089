using System.Text.Json;

namespace GraphApi.Distribution.Tests.Search;

/// <summary>Whatever a caller writes, the database is asked for words: it never has an error to tell.</summary>
public abstract class HostileSearchTests(DistributionHost host)
{
    const string Document = """
        query($text: String!) {
          search(text: $text) { totalCount nodes { rank matches { highlight { text ranges { start } } } } }
        }
        """;

    /// <summary>Some of them end up as words, so they find nothing or what has these; none is refused.</summary>
    public static TheoryData<string> Harmless =>
    [
        "x'; DROP TABLE portions; --", "x' OR '1'='1", "x\\' || 'y", "$$x$$", "E'\\x27'", "x\" OR rowid > 0 --",
        "portion_stems MATCH x", "{text} : x", "text:x", "^x", "x NEAR/2 y", "NEAR(x y, 2)", "x AND NOT y", "(x", "x)",
        "x OR", "AND x", "x + y", "\"x\" + \"y\"", "x <-> y", "x <2> y", "xy:*", "x:A", "xy:B*", "!x", "!!x", "x & !y",
        "x & ", "'x':ABCD", "\"x", "\"x\"\"", "x\0y", "\0x", "x\u202Ey\u200F", "\uFEFFx", "x\uD83D", "\uDE92x",
        "\uD83D\uDE92 x", "\uFF07x\uFF07", "x\u037E", "\u1FEFx", "\u212A x", "\uFFFF x \uFFFE", "cafe\u0301",
        "\u05E9\u05DC\u05D5\u05DD", "\u0645\u0631\u062D\u0628\u0627", "\u6771\u4EAC",
        "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35", "\u00BD \u00B2 \u2460x", "1e5 -1e5 +3.14 0x1F",
        "user@example.org https://example.org/a?b=c#d", "%_% x", "the of",
        "-x y -\"z\"", "x\n\ty\r\n", "<b>x</b>", "&lt;x&gt;", "${x}", "{{x}}", "\u00DF \u00F8 \u0131 \u0130x",
    ];

    public static TheoryData<string> Empty =>
    [
        "", " ", "\0", "!?.,;:", "\"\"", "\"", "-", "*", "-\"", "\uD83D\uDE92", "\u202E\u200F", "\u0301", "\uFFFD",
        "\uD83D",
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task A_text_with_a_word_is_answered(string text)
    {
        foreach (var principal in new[] { null, "partner-hospital", "supervisor" })
        {
            var data = await host.DataAsync(principal, Document, new { text });
            Assert.Equal(JsonValueKind.Object, data.GetProperty("search").ValueKind);
        }
    }

    [Theory]
    [MemberData(nameof(Empty))]
    public async Task A_text_without_a_word_is_refused_and_no_statement_is_sent(string text)
    {
        var response = await host.ExecuteAsync("partner-hospital", Document, new { text });
        Assert.Equal(
            """{"data":{"search":null},"code":"SEARCH_TEXT_INVALID"}""",
            $$"""{"data":{{response.GetProperty("data").GetRawText()}},"code":"{{CodeOf(response)}}"}""");
        Assert.Empty(host.Sql.Statements);
    }

    [Fact]
    public async Task A_long_text_is_refused_and_the_longest_is_answered()
    {
        foreach (var text in new[] { new string('x', 10_000), new string('x', 501), Words(11), $"\"{Words(31)}\"" })
        {
            Assert.Equal("SEARCH_TEXT_INVALID", CodeOf(await host.ExecuteAsync(null, Document, new { text })));
            Assert.Empty(host.Sql.Statements);
        }

        string[] longest =
            [new('x', 128), Words(10), $"\"{Words(30)}\"", new('\uAC00', 128), "x" + new string(' ', 499)];
        foreach (var text in longest)
        {
            await host.DataAsync("supervisor", Document, new { text });
        }
    }

    [Fact]
    public async Task Random_signs_are_answered_or_refused_with_the_code_and_never_with_another()
    {
        var random = new Random(4);
        const string Signs =
            "ab1 \"-*'\\:&|!()<>^{}+%_,;=~@#$/\0\u0301\u202E\uD83D\uDE92\uFF07\u037E\u00E9\u0130\uAC00";
        for (var i = 0; i < 400; i++)
        {
            var text = new string(random.GetItems<char>(Signs, random.Next(1, 25)));
            var response = await host.ExecuteAsync("supervisor", Document, new { text });
            if (response.TryGetProperty("errors", out _))
            {
                Assert.Equal((text, "SEARCH_TEXT_INVALID"), (text, CodeOf(response)));
            }
        }
    }

    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_what_is_looked_for()
    {
        foreach (var text in new[] { "synthetic", "the incident", "\"past week\" facil* -water -\"x y\"" })
        {
            await host.DataAsync("supervisor", Document, new { text });
            Assert.Equal(4, host.Sql.Statements.Count);
        }
    }

    static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"w{i}"));

    static string? CodeOf(JsonElement response) =>
        response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}

public sealed class SqliteHostileSearchTests(SqliteHost host) : HostileSearchTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresHostileSearchTests(PostgresHost host)
    : HostileSearchTests(host), IClassFixture<PostgresHost>;
