namespace GraphApi.Server.Ide;

/// <summary>The page that a browser gets at /graphql.</summary>
static class IdePage
{
    /// <summary>Where the page's files are served.</summary>
    public const string FilesPath = "/graphql/ui";

    const string Missing = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>GraphQL</title></head>
        <body>
        <h1>GraphQL is served here</h1>
        <p>The IDE is not installed, because npm was missing when this server was built.
        Install Node.js 20 or newer, build again (<code>./run</code> does), and reload this page.</p>
        <p>Without it, send a request:</p>
        <pre>curl http://localhost:5000/graphql --json '{"query":"{ __typename }"}'</pre>
        </body>
        </html>
        """;

    /// <summary>The folder of the IDE's files, beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "ide");

    /// <summary>
    /// The page in <paramref name="folder"/>, its links made to lead to <see cref="FilesPath"/>; without it, how to get
    /// it.
    /// </summary>
    public static string Load(string folder)
    {
        var file = Path.Combine(folder, "index.html");
        var head = $"""<head><base href="{FilesPath}/">""";
        return File.Exists(file) ? File.ReadAllText(file).Replace("<head>", head, StringComparison.Ordinal) : Missing;
    }
}
