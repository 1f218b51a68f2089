using System.Reflection;

namespace GraphApi.Harness;

/// <summary>The files of the repository, for tests that read them.</summary>
static class Repository
{
    /// <summary>The folder of the solution, as the build wrote it into the assembly.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The path of a file or folder below <see cref="Root"/>.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// The files below <paramref name="folder"/> that match <paramref name="pattern"/>, relative to <see cref="Root"/>
    /// with '/', without what builds and package managers put there, in ordinal order.
    /// </summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The lines of a file of <see cref="Files"/>.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    /// <summary>The text of a file of <see cref="Files"/>.</summary>
    public static string Text(string file) => File.ReadAllText(PathOf(file));
}
