using System.Text;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Server.Commands;

/// <summary>Reads schemas from files, strictly: what is wrong is told with its place.</summary>
static class SchemaFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The schema of a file; null where there is none, which <paramref name="error"/> is told, a line a problem:
    /// <c>file:line:column: message</c>.
    /// </summary>
    public static async Task<Schema?> ReadAsync(
        FileInfo file, TextWriter error, CancellationToken cancellationToken)
    {
        var name = file.ToString();
        if (await ReadTextAsync(name, error, cancellationToken) is not { } sdl)
        {
            return null;
        }

        try
        {
            return new SchemaBuilder().AddDocument(SchemaBuilder.Parse(name, sdl), name).AllowUnbound().Build();
        }
        catch (SchemaException exception)
        {
            foreach (var problem in exception.Errors)
            {
                await error.WriteLineAsync(problem.Locations switch
                {
                    [] => $"{name}: {problem}",
                    [var place, ..] when problem.Coordinate == name => $"{place}: {problem.Message}",
                    [var place, ..] => $"{place}: {problem.Coordinate}: {problem.Message}",
                });
            }

            return null;
        }
    }

    /// <summary>The text of a file; null where it cannot be read, which <paramref name="error"/> is told.</summary>
    public static async Task<string?> ReadTextAsync(
        string file, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, Strict, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            await error.WriteLineAsync($"{file}: The file is not UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file}: {exception.Message}");
        }

        return null;
    }
}
