using System.CommandLine;
using GraphApi.Distribution.Demonstration;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>The commands of the program. Without one it serves.</summary>
static class CommandLine
{
    /// <summary>The exit code where the configuration or the arguments do not allow what was asked.</summary>
    public const int Refused = 2;

    /// <summary>
    /// Runs what the arguments say and returns the exit code; <see cref="Refused"/> where they cannot be understood.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Create().Parse(arguments);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? Refused : exitCode;
    }

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
        root.Subcommands.Add(Seed());
        root.Subcommands.Add(Import());
        root.Subcommands.Add(Token());
        root.Subcommands.Add(AccessCommands.CreateMigrate());
        root.Subcommands.Add(AccessCommands.Create());
        root.Subcommands.Add(DocumentsCommands.Create());
        root.Subcommands.Add(SchemaCommands.Create());
        return root;
    }

    static Command Seed()
    {
        var size = new Option<SeedSize>("--size")
        {
            Description = "S for tests, M for trying out, L for load.",
            DefaultValueFactory = _ => SeedSize.M,
        };
        var replace = new Option<bool>("--replace") { Description = "Delete what the database holds first." };
        var command = new Command("seed", "Fill the database with demonstration data (Development only).")
        {
            size,
            replace,
        };
        command.SetAction((parsed, cancellationToken) => GuardAsync(
            () => SeedCommand.RunAsync(parsed.GetValue(size), parsed.GetValue(replace), cancellationToken)));
        return command;
    }

    static Command Import()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of JSON Lines (docs/import.md).",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("import", "Import centers, persons, organizations, lists and finished products.")
        {
            files,
        };
        command.SetAction((parsed, cancellationToken) => GuardAsync(
            () => ImportCommand.RunAsync(parsed.GetValue(files) ?? [], cancellationToken)));
        return command;
    }

    static Command Token()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The principal.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var minutes = new Option<int>("--minutes")
        {
            Description = "How long the token is valid: 1 to 1440.",
            DefaultValueFactory = _ => 60,
        };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1440)
            {
                result.AddError("--minutes must be from 1 to 1440.");
            }
        });
        var steppedUp = new Option<bool>("--stepped-up")
        {
            Description = "As of a sign-in just now that cannot be phished: for what publishes, recalls or audits.",
        };
        var list = new Option<bool>("--list") { Description = "Name the principals." };
        var command = new Command("token", "Print an access token for a demonstration principal (Development only).")
        {
            name,
            minutes,
            steppedUp,
            list,
        };
        command.SetAction((parsed, _) => GuardAsync(() => Task.FromResult(
            parsed.GetValue(name) is { } principal && !parsed.GetValue(list)
                ? TokenCommand.Print(
                    principal,
                    parsed.GetValue(minutes),
                    parsed.GetValue(steppedUp),
                    ServerConfiguration.Read(),
                    Console.Out,
                    Console.Error)
                : TokenCommand.List(Console.Out))));
        return command;
    }

    /// <summary>Runs a command and turns a refused configuration into its list on the terminal.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
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
