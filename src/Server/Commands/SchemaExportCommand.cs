using GraphApi.Engine.TypeSystem;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>Writes the schema as clients see it.</summary>
static class SchemaExportCommand
{
    /// <summary>Writes to the file <paramref name="output"/>; null: to the terminal. Returns the exit code.</summary>
    public static async Task<int> RunAsync(FileInfo? output, CancellationToken cancellationToken)
    {
        await using var module = ServeCommand.Open(ServerConfiguration.Read());
        var sdl = SchemaPrinter.Print(module.Schema);
        if (output is null)
        {
            await Console.Out.WriteAsync(sdl.AsMemory(), cancellationToken);
        }
        else
        {
            await File.WriteAllTextAsync(output.FullName, sdl, cancellationToken);
        }

        return 0;
    }
}
