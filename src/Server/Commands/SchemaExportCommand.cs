using System.Text;

namespace GraphApi.Server.Commands;

/// <summary>Writes what is made of the schema, in UTF-8 without a byte order mark.</summary>
static class SchemaExportCommand
{
    /// <summary>
    /// Writes <paramref name="text"/> to the file <paramref name="output"/>, whole or not at all; null: to the
    /// terminal. Returns the exit code: 0, or <see cref="CommandLine.Refused"/> where the file cannot be written.
    /// </summary>
    public static async Task<int> RunAsync(
        string text, FileInfo? output, TextWriter error, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(text);
        if (output is null)
        {
            await using var terminal = Console.OpenStandardOutput();
            await terminal.WriteAsync(content, cancellationToken);
            return 0;
        }

        try
        {
            await ReplaceAsync(output.FullName, content, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{output}: {exception.Message}");
            return CommandLine.Refused;
        }
    }

    // Whoever reads the file meanwhile, a code generator on watch, finds the old text or the new, never a part.
    static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
