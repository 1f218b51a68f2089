using System.Text.Json;
using GraphApi.Engine;
using GraphApi.Engine.Checking;

namespace GraphApi.Server.Commands;

/// <summary>
/// Checks the documents of a client against a schema, so that its team learns in its own build what the server would
/// refuse. The limits are those a server has by default, but for costs, which operators change.
/// </summary>
sealed class SchemaCheckCommand(TextWriter output, TextWriter error)
{
    /// <summary>The exit code where a document has a problem.</summary>
    public const int HasProblems = 1;

    /// <summary>
    /// Checks and tells. Returns the exit code: 0, <see cref="HasProblems"/>, or <see cref="CommandLine.Refused"/>
    /// where the schema or a file cannot be read or no file is found.
    /// </summary>
    /// <param name="schemaFile">The schema.</param>
    /// <param name="paths">Files, folders and patterns (<see cref="DocumentFiles"/>).</param>
    /// <param name="limits">The limits of the server.</param>
    /// <param name="failOnDeprecated">Whether the use of what is deprecated counts as an error.</param>
    /// <param name="json">Whether to write JSON.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> RunAsync(
        FileInfo schemaFile,
        IReadOnlyList<string> paths,
        EngineOptions limits,
        bool failOnDeprecated,
        bool json,
        CancellationToken cancellationToken)
    {
        var schema = await SchemaFile.ReadAsync(schemaFile, error, cancellationToken);
        var sources = await ReadAsync(paths, schemaFile, cancellationToken);
        if (schema is null || sources is null)
        {
            return CommandLine.Refused;
        }

        var problems = DocumentCheck.Run(schema, sources, limits);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(Describe(sources, problems), ReportJson.Options));
        }
        else
        {
            await WriteAsync(sources, problems);
        }

        return problems.Any(problem => problem.Severity == ProblemSeverity.Error
            || (failOnDeprecated && problem.Kind == ProblemKind.Deprecation)) ? HasProblems : 0;
    }

    // Null where one cannot be read, after all of them were tried.
    async Task<IReadOnlyList<DocumentSource>?> ReadAsync(
        IReadOnlyList<string> paths, FileInfo schemaFile, CancellationToken cancellationToken)
    {
        var sources = new Dictionary<string, DocumentSource>();
        var isWhole = true;
        foreach (var path in paths)
        {
            var files = DocumentFiles.Find(path);
            if (files.Count == 0)
            {
                await error.WriteLineAsync($"{path}: There is no such document.");
                isWhole = false;
            }

            foreach (var file in files)
            {
                var fullPath = Path.GetFullPath(file);
                // The schema often lies beside the documents.
                if (fullPath == schemaFile.FullName || sources.ContainsKey(fullPath))
                {
                    continue;
                }

                var text = await SchemaFile.ReadTextAsync(file, error, cancellationToken);
                isWhole &= text is not null;
                sources[fullPath] = new DocumentSource(file, text ?? "");
            }
        }

        return isWhole ? [.. sources.Values] : null;
    }

    async Task WriteAsync(IReadOnlyList<DocumentSource> sources, IReadOnlyList<DocumentProblem> problems)
    {
        foreach (var problem in problems)
        {
            var severity = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
            await output.WriteLineAsync($"{problem.Locations[0]}: {severity}: {problem.Message}");
        }

        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        await output.WriteLineAsync($"{Count(sources.Count, "file")}: {Count(errors, "error")}, "
            + $"{Count(problems.Count - errors, "warning")}.");
    }

    static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";

    static object Describe(IReadOnlyList<DocumentSource> sources, IReadOnlyList<DocumentProblem> problems) => new
    {
        files = sources.Count,
        errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error),
        warnings = problems.Count(problem => problem.Severity == ProblemSeverity.Warning),
        problems = problems.Select(problem => new
        {
            severity = problem.Severity,
            kind = problem.Kind,
            message = problem.Message,
            locations = problem.Locations.Select(location => new
            {
                file = location.Source,
                line = location.Location.Line,
                column = location.Location.Column,
            }),
        }),
    };
}
