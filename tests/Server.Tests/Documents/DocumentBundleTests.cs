using GraphApi.Server.Documents;
using GraphApi.Server.Tests.Commands;

namespace GraphApi.Server.Tests.Documents;

/// <summary>What is read of the folder of trusted documents, and what stops the start.</summary>
public sealed class DocumentBundleTests : IDisposable
{
    const string Text = "query A { name }";

    static readonly string Hash = DocumentHash.Of(Text);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_and_manifests_of_all_tools_are_read()
    {
        _folder.Write($"{Hash}.graphql", Text);
        _folder.Write("portal/GetName.gql", Text);
        _folder.Write("portal/apollo.json", $$"""
            { "format": "apollo-persisted-query-manifest", "version": 1,
              "operations": [{ "id": "{{Hash}}", "name": "A", "type": "query", "body": "{{Text}}" }] }
            """);
        _folder.Write("relay.json", $$"""{ "0123456789abcdef0123456789abcdef": "{{Text}}", "sha256:{{Hash}}": "{{Text}}" }""");
        _folder.Write("x.json", $$"""{ "x-portal:1": "{{Text}}" }""");
        _folder.Write("README.md", "no document");

        var bundle = Read();

        Assert.Empty(bundle.Problems);
        Assert.Equal(
            ["0123456789abcdef0123456789abcdef", Hash, "GetName", $"sha256:{Hash}", "x-portal:1"],
            bundle.Documents.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(bundle.Documents.Values, document => Assert.Equal(new StoredDocument(Hash, Text), document));
    }

    [Fact]
    public void A_byte_order_mark_is_not_of_the_document()
    {
        File.WriteAllBytes(_folder[$"{Hash}.graphql"], [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Text)]);

        Assert.Equal([Hash], Read().Documents.Keys);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_a_problem_and_the_others_are_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("closed/A.graphql", Text);
        _folder.Write("open/B.graphql", Text);
        File.SetUnixFileMode(_folder["closed"], UnixFileMode.None);
        try
        {
            var bundle = Read();

            // Who may read everything is told of no folder that he cannot read.
            string[] problems = Environment.IsPrivilegedProcess
                ? []
                : [$"{_folder["closed"]}: Access to the path '{_folder["closed"]}' is denied."];
            Assert.Equal(problems, bundle.Problems);
            Assert.Contains("B", bundle.Documents.Keys);
        }
        finally
        {
            File.SetUnixFileMode(
                _folder["closed"],
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var other = DocumentHash.Of("{ other }");
        _folder.Write("1.json", "[]");
        _folder.Write("2.json", "{ nonsense");
        _folder.Write("3.json", """{ "a": "{ a }", "a": "{ b }" }""");
        _folder.Write("4.json", """{ "format": "apollo-persisted-query-manifest", "version": 2, "operations": [] }""");
        _folder.Write("5.json", """{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{}, 1] }""");
        _folder.Write("6.json", $$"""{ "a/../b": "{ a }", "md5:ab": "{ a }", "": "{ a }", "b": 1, "sha256:{{other}}": "{ a }" }""");
        _folder.Write("7.json", """{ "same": "{ a }" }""");
        _folder.Write("8.json", """{ "same": "{ b }" }""");
        _folder.Write($"{other}.graphql", Text);
        File.WriteAllBytes(_folder["9.graphql"], [0xff]);

        var problems = Read().Problems
            .Select(problem => problem.Replace(_folder.Path + "/", "", StringComparison.Ordinal));

        string[] expected =
        [
            "1.json: The file is no manifest: it must be a JSON object.",
            "2.json: The file is no JSON that can be read.",
            "3.json: The file is no JSON that can be read.",
            "4.json: The manifest must be an apollo-persisted-query-manifest of version 1.",
            "5.json: An operation has no \"id\" or no \"body\".",
            "5.json: An operation has no \"id\" or no \"body\".",
            "6.json: \"a/../b\": An id has 1 to 256 letters, digits, and '-', '.', '_', '~' or ':'.",
            "6.json: \"md5:ab\": The id has a prefix that is neither 'sha256:', before 64 hexadecimal digits in lower case, nor 'x-...:'.",
            "6.json: \"\": An id has 1 to 256 letters, digits, and '-', '.', '_', '~' or ':'.",
            "6.json: \"b\": The document must be a string.",
            $"6.json: \"sha256:{other}\": The SHA-256 of the text is {DocumentHash.Of("{ a }")}, which its id is not.",
            $"8.json: \"same\": The id stands for another document in {_folder["7.json"]}."
                .Replace(_folder.Path + "/", "", StringComparison.Ordinal),
            "9.graphql: The file is not UTF-8.",
            $"{other}.graphql: \"{other}\": The SHA-256 of the text is {Hash}, which its id is not.",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), problems.Order(StringComparer.Ordinal));
    }

    DocumentBundle Read()
    {
        var bundle = new DocumentBundle();
        bundle.ReadAll(_folder.Path);
        return bundle;
    }
}
