using System.CommandLine;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>The commands of the program. Without one it serves.</summary>
static class CommandLine
{
    /// <summary>The exit code where the configuration or the arguments do not allow what was asked.</summary>
    public const int Refused = 2;

    /// <summary>All commands.</summary>
    public static RootCommand Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen at, separated by ';'. Default: http://localhost:5000",
        };
        var root = new RootCommand("A GraphQL server for the products of fusion centers. Without a command it serves.")
        {
            urls,
        };
        root.SetAction((parsed, cancellationToken) =>
            GuardAsync(() => ServeCommand.RunAsync(parsed.GetValue(urls), cancellationToken)));
        return root;
    }

    /// <summary>Runs a command and turns a refused configuration into its list on the terminal.</summary>
    static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (ConfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Refused;
        }
    }
}
