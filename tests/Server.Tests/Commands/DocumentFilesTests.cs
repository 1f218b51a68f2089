using GraphApi.Server.Commands;

namespace GraphApi.Server.Tests.Commands;

public sealed class DocumentFilesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public DocumentFilesTests()
    {
        foreach (var name in new[]
        {
            "b.graphql", "a.gql", "c.txt", "sub/deep/d.graphql", "node_modules/x/e.graphql", "sub/node_modules/f.gql",
            ".git/g.graphql",
        })
        {
            _folder.Write(name, "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_means_all_documents_below_it_but_those_of_packages_and_hidden_folders() =>
        Assert.Equal(["a.gql", "b.graphql", "sub/deep/d.graphql"], Find(""));

    [Fact]
    public void A_file_is_itself_whatever_it_is_called() => Assert.Equal(["c.txt"], Find("c.txt"));

    [Theory]
    [InlineData("*.graphql", "b.graphql")]
    [InlineData("**/*.graphql", "b.graphql sub/deep/d.graphql")]
    [InlineData("sub/**/*.gql", "")]
    [InlineData("*.nothing", "")]
    [InlineData("nowhere/*.graphql", "")]
    [InlineData("nowhere", "")]
    public void A_pattern_means_what_it_matches(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(' ', Find(pattern)));

    IEnumerable<string> Find(string path) => DocumentFiles.Find(_folder[path].TrimEnd('/'))
        .Select(file => Path.GetRelativePath(_folder.Path, file));
}
