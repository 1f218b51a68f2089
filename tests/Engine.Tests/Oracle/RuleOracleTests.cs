using GraphApi.Engine.Validation;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// The cases of each rule, the examples and counter-examples of the specification among them, in
/// <c>Rules/RULE.graphql</c>: a heading <c>### valid, SCHEMA: title</c> (or <c>invalid</c>, or <c>different</c> where a
/// row of <see cref="Differences"/> applies), and a document.
/// </summary>
public sealed class RuleOracleTests
{
    static readonly string Folder = Repository.PathOf("tests", "Engine.Tests", "Oracle", "Rules");

    static IEnumerable<(string Expectation, JudgedDocument Document)> Cases() =>
        from file in Directory.GetFiles(Folder).Order(StringComparer.Ordinal)
        let text = File.ReadAllText(file).ReplaceLineEndings("\n")
        from part in text.Split("### ", StringSplitOptions.RemoveEmptyEntries)
        let heading = part[..part.IndexOf('\n', StringComparison.Ordinal)]
        let words = heading.Split([',', ':', ' '], StringSplitOptions.RemoveEmptyEntries)
        select (words[0], new JudgedDocument(
            $"{Path.GetFileName(file)}: {heading}",
            OracleSchema.Named(words[1]),
            part[(heading.Length + 1)..]));

    [Fact]
    public async Task Each_case_has_the_errors_that_graphql_js_finds()
    {
        using var judge = await DocumentJudge.StartAsync();
        await judge.AgreeAsync(Cases().Select(entry => entry.Document));
    }

    [Fact]
    public void Each_case_is_what_its_heading_says()
    {
        var others = from entry in Cases()
                     let verdict = Verdict.Of(entry.Document.Schema!.Schema, entry.Document.Text)
                     let isValid = verdict.Errors is []
                     where verdict.SyntaxError is not null
                         || (isValid, entry.Expectation) is (true, "invalid") or (false, "valid")
                     select $"{entry.Document.Origin}\n{verdict.SyntaxError}\n{string.Join('\n', verdict.Errors!)}";
        Assert.Equal("", string.Join("\n\n", others));
    }

    [Fact]
    public void Each_rule_of_the_specification_has_cases()
    {
        var rules = typeof(ValidationRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ValidationRule)))
            .Where(type => type.Namespace!.StartsWith(typeof(ValidationRule).Namespace!, StringComparison.Ordinal)
                && !type.Namespace.EndsWith(".Limits", StringComparison.Ordinal))
            .Select(type => $"{type.Name}.graphql")
            .Order(StringComparer.Ordinal);
        Assert.Equal(rules, Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var kinds = Cases().Select(entry => (entry.Document.Origin.Split(':')[0], entry.Expectation)).ToHashSet();
        Assert.All(rules, rule => Assert.True(
            kinds.Contains((rule, "valid"))
                && (kinds.Contains((rule, "invalid")) || kinds.Contains((rule, "different"))),
            rule));
    }

    [Fact]
    public async Task Each_difference_is_seen_on_its_document()
    {
        using var judge = await DocumentJudge.StartAsync();
        foreach (var difference in Differences.All)
        {
            var document = new JudgedDocument(difference.Reason, difference.Schema, difference.Document);
            var (theirs, ours) = await judge.JudgeAsync(document);
            Assert.False(theirs.Errors is not null && theirs.Errors.SequenceEqual(ours.Errors!), difference.Reason);
            (theirs, ours) = difference.Settle(theirs, ours);
            Assert.Equal(theirs.Errors, ours.Errors);
        }
    }
}
