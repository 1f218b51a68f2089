using System.Reflection;
using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>Server -> Distribution -> Data -> Engine, and an order of folders inside of them.</summary>
public sealed partial class LayeringTests
{
    // Which other folders of Engine the files of a folder may name. "" is the folder of the engine itself. A binding
    // plans steps and a step is executed, so that these three contracts name each other; nothing else goes up.
    static readonly Dictionary<string, string[]> EngineFolders = new()
    {
        ["Caching"] = [],
        ["Errors"] = [],
        ["Language"] = ["Errors"],
        ["TypeSystem"] = ["Errors", "Language", "Introspection", "Planning", "Execution"],
        ["Introspection"] = ["Caching", "Errors", "Language", "TypeSystem", "Planning", "Execution"],
        ["Validation"] = ["", "Errors", "Language", "TypeSystem", "Introspection", "Execution"],
        ["Comparison"] = ["Language", "TypeSystem"],
        ["Checking"] = ["", "Errors", "Language", "TypeSystem", "Validation", "Planning"],
        ["Planning"] = ["", "Caching", "Errors", "Language", "TypeSystem", "Introspection", "Execution"],
        ["Execution"] = ["", "Errors", "Language", "TypeSystem", "Introspection", "Planning", "Response"],
        ["Response"] = ["", "Errors", "Language", "TypeSystem", "Planning", "Execution"],
        [""] = ["Errors", "Language", "TypeSystem", "Introspection", "Validation", "Planning", "Execution", "Response"],
    };

    // Who may be named by the transports, which must know no product.
    static readonly string[] TransportMayName =
    [
        "GraphApi.Engine",
        "GraphApi.Server.Configuration",
        "GraphApi.Server.Documents",
        "GraphApi.Server.Security",
        "GraphApi.Server.Transport",
    ];

    [Theory]
    [InlineData("GraphApi.Engine", new string[0])]
    [InlineData("GraphApi.Data", new[] { "GraphApi.Engine" })]
    [InlineData("GraphApi.Distribution", new[] { "GraphApi.Data", "GraphApi.Engine" })]
    [InlineData("GraphApi.Server", new[] { "GraphApi.Distribution", "GraphApi.Engine" })]
    public void An_assembly_knows_the_layers_below_it_and_no_other(string assembly, string[] allowed)
    {
        var known = References(assembly).Where(name => name.StartsWith("GraphApi.", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed));
    }

    [Fact]
    public void The_engine_is_built_on_the_base_class_library_alone() =>
        Assert.All(References("GraphApi.Engine"), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void The_server_cannot_name_a_database() => Assert.DoesNotContain(
        References("GraphApi.Server"),
        name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal));

    [Fact]
    public void A_folder_of_the_engine_names_only_the_folders_it_may()
    {
        var wrong =
            from file in Repository.Files("src/Engine", "*.cs")
            let folder = file.Split('/') is [_, _, var name, _, ..] ? name : ""
            from used in UsedNamespaces(file)
            where used == "GraphApi.Engine" || used.StartsWith("GraphApi.Engine.", StringComparison.Ordinal)
            let target = used.Split('.') is [_, _, var name, ..] ? name : ""
            where target != folder && !EngineFolders[folder].Contains(target)
            select $"{file} names {used}";

        Findings.None(wrong);
    }

    [Fact]
    public void The_transports_know_no_product()
    {
        var wrong =
            from file in Repository.Files("src/Server/Transport", "*.cs").Concat(
                Repository.Files("src/Server/Documents", "*.cs"))
            from used in UsedNamespaces(file)
            where used.StartsWith("GraphApi.", StringComparison.Ordinal)
            where !TransportMayName.Any(name => used == name || used.StartsWith(name + ".", StringComparison.Ordinal))
            select $"{file} names {used}";

        Findings.None(wrong);
    }

    [Fact]
    public void There_are_no_global_usings_that_would_hide_a_layer() => Assert.All(
        Repository.Files("src", "*.cs"),
        file => Assert.DoesNotContain("global using", Repository.Text(file), StringComparison.Ordinal));

    static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);

    static IEnumerable<string> UsedNamespaces(string file) =>
        Repository.Lines(file).Select(line => Using().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);")]
    private static partial Regex Using();
}
