using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>What the documentation names exists.</summary>
public sealed partial class DocumentationTests
{
    const int LongestReadme = 120;
    const int LongestDecision = 40;

    static IEnumerable<string> Documents => Repository.Files("docs", "*.md").Append("README.md");

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var wrong =
            from file in Documents
            from Match match in Link().Matches(Repository.Text(file))
            let target = match.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, target.Split('#')[0])
            where !Path.Exists(path)
            select $"{file}: {target}";

        Findings.None(wrong);
    }

    [Fact]
    public void Every_path_that_is_named_exists()
    {
        var wrong =
            from file in Documents
            from Match match in NamedPath().Matches(Repository.Text(file))
            let path = match.Groups["path"].Value
            where Directory.GetFileSystemEntries(Repository.Root, path.TrimEnd('/')).Length == 0
            select $"{file}: {path}";

        Findings.None(wrong);
    }

    [Fact]
    public void The_readme_is_read_in_one_go() =>
        Assert.InRange(Repository.Lines("README.md").Length, 20, LongestReadme);

    [Fact]
    public void A_decision_fits_on_a_page() => Assert.All(
        Repository.Files("docs/decisions", "*.md"),
        file => Assert.InRange(Repository.Lines(file).Length, 1, LongestDecision));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    // A path in backticks that begins with a folder of the repository and has no placeholder in it.
    [GeneratedRegex(@"`(?:\./)?(?<path>(?:src|tests|schema|docs|bench|\.ci)/[\w./*-]*)`")]
    private static partial Regex NamedPath();
}
