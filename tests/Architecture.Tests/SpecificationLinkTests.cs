using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>The engine is read beside the specification, and beside one edition of it.</summary>
public sealed partial class SpecificationLinkTests
{
    static IEnumerable<string> Engine => Repository.Files("src/Engine", "*.cs");

    [Fact]
    public void Every_link_leads_to_the_september_2025_edition()
    {
        var wrong =
            from file in Engine
            from Match match in AnyLink().Matches(Repository.Text(file))
            where !match.Value.StartsWith("spec.graphql.org/September2025/#", StringComparison.Ordinal)
            select $"{file}: {match.Value}";

        Findings.None(wrong);
    }

    [Fact]
    public void Every_node_kind_of_type_validation_rule_and_scalar_links_its_section()
    {
        var wrong =
            from file in Engine
            where Linked().IsMatch(file)
            where !Repository.Text(file).Contains("https://spec.graphql.org/September2025/#", StringComparison.Ordinal)
            select file;

        Findings.None(wrong);
    }

    [GeneratedRegex(@"spec\.graphql\.org/[^"")\s]*")]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"Language/\w+Nodes\.cs|TypeSystem/\w+Type\.cs|Validation/\w+/\w+\.cs|TypeSystem/(?:Rules|Definitions)/\w+\.cs|Scalars/(Int|Float|String|Boolean|ID)Scalar\.cs")]
    private static partial Regex Linked();
}
