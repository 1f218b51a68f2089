using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace GraphApi.Server.Commands;

/// <summary>Finds the files that hold documents of clients.</summary>
static class DocumentFiles
{
    static readonly char[] Wildcards = ['*', '?', '['];

    /// <summary>
    /// The files that a path means: a file is itself, a folder all <c>*.graphql</c> and <c>*.gql</c> below it, and a
    /// pattern what it matches, where <c>**</c> stands for any folders. Folders named <c>node_modules</c>, and those
    /// that begin with a dot, are left out. Ordered by name; empty where there is none. Throws
    /// <see cref="IOException"/> where a folder cannot be read.
    /// </summary>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path))
        {
            return Match(path, ["**/*.graphql", "**/*.gql"]);
        }

        var wildcard = path.IndexOfAny(Wildcards);
        if (wildcard < 0)
        {
            return [];
        }

        var slash = path.LastIndexOfAny(['/', Path.DirectorySeparatorChar], wildcard);
        var root = slash switch { < 0 => ".", 0 => path[..1], _ => path[..slash] };
        return Directory.Exists(root) ? Match(root, [path[(slash + 1)..]]) : [];
    }

    static IReadOnlyList<string> Match(string root, string[] patterns)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(patterns);
        matcher.AddExcludePatterns(["**/node_modules/**", "**/.*/**"]);
        return
        [
            .. matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files
                .Select(file => root == "." ? file.Path : Path.Combine(root, file.Path))
                .Order(StringComparer.Ordinal),
        ];
    }
}
