using GraphApi.Distribution.Import;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>Imports files of JSON Lines, as docs/import.md describes them.</summary>
static class ImportCommand
{
    /// <summary>The exit code where a file was refused or could not be read.</summary>
    public const int NotImported = 1;

    /// <summary>
    /// Migrates the database and imports the files one after another, each whole or not at all; a refused file does
    /// not keep the next from its turn. Names each bad line. Returns the exit code.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        await using var module = ServeCommand.Open(ServerConfiguration.Read());
        await module.MigrateAsync(cancellationToken);
        var exitCode = 0;
        foreach (var file in files)
        {
            using var progress = new TerminalProgress(Console.Error);
            try
            {
                var result = await module.ImportAsync(file, progress, cancellationToken);
                progress.Finish(Describe(result));
                foreach (var problem in result.Problems)
                {
                    await Console.Error.WriteLineAsync(problem.ToString());
                }

                exitCode = result.IsImported ? exitCode : NotImported;
            }
            catch (IOException exception)
            {
                progress.Finish($"{file}: {exception.Message}");
                exitCode = NotImported;
            }
            catch (UnauthorizedAccessException exception)
            {
                progress.Finish($"{file}: {exception.Message}");
                exitCode = NotImported;
            }
        }

        return exitCode;
    }

    static string Describe(ImportResult result)
    {
        if (!result.IsImported)
        {
            var shown = result.ProblemCount > result.Problems.Count ? $", the first {result.Problems.Count}" : "";
            return $"{result.File}: not imported; {result.ProblemCount:N0} problems{shown}:";
        }

        var added = result.Added.Count == 0
            ? "nothing new"
            : string.Join(", ", result.Added.Select(kind => $"{kind.Key} {kind.Value:N0}"));
        return $"{result.File}: imported {added}; unchanged {result.Unchanged:N0}.";
    }
}
