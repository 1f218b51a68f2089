using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceFileTests
{
    const int LongestLine = 120;
    const int LongestSource = 400;
    const int LongestTest = 600;

    static readonly string[] BannedFolders =
        ["Utilities", "Utils", "Common", "Helpers", "Extensions", "Shared", "Abstractions", "Misc"];

    static IEnumerable<string> Sources => Repository.Files("src", "*.cs");

    static IEnumerable<string> Tests => Repository.Files("tests", "*.cs");

    static IEnumerable<string> All => Sources.Concat(Tests);

    [Fact]
    public void A_source_file_has_at_most_400_lines() =>
        Assert.DoesNotContain(Sources, file => Repository.Lines(file).Length > LongestSource);

    [Fact]
    public void A_test_file_has_at_most_600_lines() =>
        Assert.DoesNotContain(Tests, file => Repository.Lines(file).Length > LongestTest);

    [Fact]
    public void A_line_has_at_most_120_columns()
    {
        var wrong =
            from file in All
            from line in Repository.Lines(file).Index()
            where line.Item.Length > LongestLine
            where !(file.StartsWith("tests/", StringComparison.Ordinal) && Literal().IsMatch(line.Item))
            select $"{file}:{line.Index + 1} has {line.Item.Length}";

        Findings.None(wrong);
    }

    [Fact]
    public void Nothing_is_left_to_do_and_nothing_is_folded_away()
    {
        var wrong =
            from file in All.Where(file => !file.EndsWith("/SourceFileTests.cs", StringComparison.Ordinal))
            from line in Repository.Lines(file).Index()
            where Leftover().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

        Findings.None(wrong);
    }

    [Fact]
    public void No_folder_is_a_junk_drawer() =>
        Assert.DoesNotContain(All, file => file.Split('/').Any(part => BannedFolders.Contains(part)));

    [Fact]
    public void No_type_is_named_for_nothing()
    {
        var wrong =
            from file in Sources
            from Match match in VagueType().Matches(Repository.Text(file))
            select $"{file}: {match.Groups["name"].Value}";

        Findings.None(wrong);
    }

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|#region|NotImplementedException")]
    private static partial Regex Leftover();

    // What a test sends or expects is not broken over lines: it would no longer be what stands on the wire.
    [GeneratedRegex("\".{60,}\"")]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum) (?<name>\w+(Manager|Helpers?|Utils?|Base|Impl|Info|Data|Dto))\b")]
    private static partial Regex VagueType();
}
