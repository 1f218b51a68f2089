using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>A thing of a list has a test of its own name, at the same path.</summary>
public sealed partial class TestFileTests
{
    [Fact]
    public void Every_validation_rule_and_transport_has_its_test_file()
    {
        var tests = Repository.Files("tests", "*Tests.cs").ToHashSet();
        var wrong =
            from file in Repository.Files("src", "*.cs")
            where Listed().IsMatch(file)
            let parts = file.Split('/')
            let test = $"tests/{parts[1]}.Tests/{string.Join('/', parts[2..])[..^3]}Tests.cs"
            where !tests.Contains(test)
            select $"{file} lacks {test}";

        Findings.None(wrong);
    }

    [GeneratedRegex(@"^src/Engine/(?:Validation/\w+|TypeSystem/(?:Rules|Definitions))/\w+\.cs$|^src/Server/Transport/\w+/\w+Transport\.cs$")]
    private static partial Regex Listed();
}
